import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { linkIn, type Waited } from '../../support/waiting';
import { itWaitsForAnAnswer } from '../../support/waitingSuite';
import { company } from '../company';
import { HEADERS, recordOf } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const ask = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'sendAndWait',
	message: 'May I restart checkout-1?',
	...fields,
});
const state = () => on.sandbox.state('devRev');

describe('the request', () => {
	it('is that of Create, with the question and the link for its answer as its text', async () => {
		const { anna, checkout } = company(on);
		const { items } = await on.run(
			ask({
				message: 'Darf ich **neu starten**? 🚨',
				additionalFields: {
					title: 'Neustart?',
					severity: '1',
					ownedByIds: rowsOfIds('userId', [anna]),
					appliesToPartIds: rowsOfIds('partId', [checkout]),
					extraFields: '{ "severity": 2 }',
				},
			}),
		);
		const { body, ...request } = on.theRequest();
		expect(request).toEqual({
			method: 'POST',
			path: '/incidents.create',
			query: {},
			headers: HEADERS,
		});
		const text = String((body as IDataObject).body);
		expect(text.replace(linkIn(text), 'LINK')).toBe(
			'Darf ich **neu starten**? 🚨\n\nApprove or decline here: LINK',
		);
		expect(body).toEqual({
			title: 'Neustart?',
			body: text,
			severity: 2,
			owned_by: [anna],
			applies_to_parts: [checkout],
		});
		const { incident } = items[0].json as unknown as Waited;
		expect(incident).toEqual(recordOf(on, String(incident.id)));
	});

	it('holds nothing that was not filled in', async () => {
		await on.run(ask());
		expect(on.theRequest().body).toEqual({
			title: 'May I restart checkout-1?',
			body: expect.stringMatching(/^May I restart checkout-1\?\n\nApprove or decline here: http/),
		});
	});
});

it.each<[string, IDataObject, string]>([
	['no question', { message: ' ' }, "'Message' is empty"],
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

it('does not wait when DevRev refuses', async () => {
	on.sandbox.fault('devRev', { status: 403, body: { message: 'Not allowed', type: 'forbidden' } });
	const { error } = await on.run(ask());
	expect(error?.message).toContain('Not allowed');
});

describe('the wait', () => {
	const act = (operation: string) => async (id: string) => {
		await on.run({ resource: 'incident', operation, incidentId: byId(id) });
	};
	itWaitsForAnAnswer('devRev', on, {
		node: new DevRev(),
		ask,
		credentials: () => on.credentials({}) as { [type: string]: IDataObject },
		textIn: ({ body }) => body,
		createPath: '/incidents.create',
		acknowledge: act('acknowledge'),
		resolve: act('resolve'),
		notesOn: (id) =>
			(state().timelines.entries.get(id) ?? []).flatMap((entry) =>
				entry.type === 'timeline_comment' ? [entry.body] : [],
			),
		isClosed: (id) => recordOf(on, id).status === 'resolved',
		reads: { method: 'POST', path: '/incidents.get' },
	});
});
