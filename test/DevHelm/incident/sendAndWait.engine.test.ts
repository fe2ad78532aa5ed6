import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { addDispatch } from '../../sandbox/devhelm/incidents/activity';
import { byId, suite } from '../../support/suite';
import { linkIn, type Waited } from '../../support/waiting';
import { itWaitsForAnAnswer } from '../../support/waitingSuite';
import { HEADERS, recordOf } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const ask = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'sendAndWait',
	message: 'May I restart checkout-1?',
	severity: 'DOWN',
	...fields,
});
const state = () => on.sandbox.state('devHelm');

describe('the request', () => {
	it('is that of Create, with the question and the link for its answer as its text', async () => {
		const [monitor] = state().monitors.keys();
		const { items } = await on.run(
			ask({
				severity: 'DEGRADED',
				message: 'Störung: darf ich neu starten? 🚨\nSeit 03:00',
				additionalFields: {
					title: 'Neustart?',
					monitorId: byId(monitor),
					extraFields: '{ "severity": "MAINTENANCE" }',
				},
			}),
		);
		const { body, ...request } = on.theRequest();
		expect(request).toEqual({
			method: 'POST',
			path: '/api/v1/incidents',
			query: {},
			headers: HEADERS,
		});
		const text = String((body as IDataObject).body);
		expect(text.replace(linkIn(text), 'LINK')).toBe(
			'Störung: darf ich neu starten? 🚨\nSeit 03:00\n\nApprove or decline here: LINK',
		);
		expect(body).toEqual({
			title: 'Neustart?',
			severity: 'MAINTENANCE',
			monitorId: monitor,
			body: text,
		});
		const { incident, question } = items[0].json as unknown as Waited;
		expect(incident).toEqual(recordOf(on, String(incident.id)));
		expect(question.message).toBe('Störung: darf ich neu starten? 🚨\nSeit 03:00');
	});

	it('holds nothing that was not filled in', async () => {
		await on.run(ask());
		expect(on.theRequest().body).toEqual({
			title: 'May I restart checkout-1?',
			severity: 'DOWN',
			body: expect.stringMatching(/^May I restart checkout-1\?\n\nApprove or decline here: http/),
		});
	});
});

it.each<[string, IDataObject, string]>([
	['no question', { message: ' ' }, "'Message' is empty"],
	['an unknown severity', { severity: 'BAD' }, "'Severity'"],
	[
		'a text in the place of ours',
		{ additionalFields: { extraFields: '{ "body": "Mine" }' } },
		"'Extra Fields (JSON)' replaces the text",
	],
])('refuses %s before anything is sent', async (_, fields, message) => {
	const { error } = await on.run(ask(fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});

it('does not wait when DevHelm refuses', async () => {
	on.sandbox.fault('devHelm', { method: 'POST', status: 403, body: { message: 'Not allowed' } });
	const { error } = await on.run(ask());
	expect(error?.message).toContain('Not allowed');
});

describe('the wait', () => {
	const statusOf = (id: string) => state().incidents.get(id)?.status;
	itWaitsForAnAnswer('devHelm', on, {
		node: new DevHelm(),
		ask,
		credentials: () => on.credentials({}) as { [type: string]: IDataObject },
		textIn: ({ body }) => body,
		createPath: '/api/v1/incidents',
		acknowledge: async (id) => {
			addDispatch(state(), id, 'ACKNOWLEDGED');
		},
		resolve: async (id) => {
			await on.run({ resource: 'incident', operation: 'resolve', incidentId: byId(id) });
		},
		notesOn: (id) =>
			(state().updates.get(id) ?? [])
				.map(({ body }) => body)
				.filter((body) => /^(Approved|Declined)/.test(String(body))),
		isClosed: (id) => statusOf(id) === 'RESOLVED',
		reads: { method: 'GET' },
	});
});
