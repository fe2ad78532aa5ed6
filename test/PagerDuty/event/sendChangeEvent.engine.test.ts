import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import { EVENT_HEADERS, routingKey } from './events';

const on = suite('pagerDuty', 'pagerDutyEventsApi', new PagerDutyIncidents());

const change = (additionalFields: IDataObject = {}, fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'sendChangeEvent',
	summary: 'Deployed shop 4.2',
	additionalFields,
	...fields,
});
const changes = () => on.sandbox.state('pagerDuty').events.changes;

it('carries every field, and gives a small record', async () => {
	const { items } = await on.run(
		change(
			{
				customDetails: '{ "build": 0, "forced": false }',
				extraFields: '{ "flag": false }',
				images: { values: [{ src: 'https://ci.example.com/a.png', alt: '', href: '' }] },
				links: { values: [{ href: 'https://ci.example.com/220', text: 'Build 220' }] },
				source: 'build-agent-3.example.com',
				timestamp: '2026-05-04T10:00:00Z',
			},
			{ summary: 'Größere Änderung 🚀' },
		),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/v2/change/enqueue',
		query: {},
		headers: EVENT_HEADERS,
		body: {
			routing_key: routingKey(on),
			payload: {
				summary: 'Größere Änderung 🚀',
				source: 'build-agent-3.example.com',
				timestamp: '2026-05-04T10:00:00Z',
				custom_details: { build: 0, forced: false },
			},
			links: [{ href: 'https://ci.example.com/220', text: 'Build 220' }],
			images: [{ src: 'https://ci.example.com/a.png' }],
			flag: false,
		},
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				title: 'Größere Änderung 🚀',
				source: 'build-agent-3.example.com',
				happenedAt: '2026-05-04T10:00:00Z',
				vendorStatus: 'success',
				message: 'Event processed',
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('needs a summary alone, and opens no incident', async () => {
	const before = on.sandbox.state('pagerDuty').incidents.size;
	const { items } = await on.run(change());
	expect(on.theRequest().body).toEqual({
		routing_key: routingKey(on),
		payload: { summary: 'Deployed shop 4.2' },
	});
	expect(items[0].json).toEqual({
		provider: 'pagerduty',
		title: 'Deployed shop 4.2',
		source: null,
		happenedAt: null,
		vendorStatus: 'success',
		message: 'Event processed',
	});
	expect(changes()).toMatchObject([{ service: 'Checkout' }]);
	expect(on.sandbox.state('pagerDuty').incidents.size).toBe(before);
});

it("gives the vendor's own answer without Simplify", async () => {
	const { items } = await on.run(change({}, { simplify: false }));
	expect(items[0].json).toEqual({ status: 'success', message: 'Event processed' });
});

it('cuts a long summary, and says so', async () => {
	const { hints } = await on.run(change({}, { summary: 'x'.repeat(2000) }));
	expect(changes()[0].body.payload).toEqual({
		summary: `${'x'.repeat(1023)}…`,
		custom_details: { full_summary: 'x'.repeat(2000) },
	});
	expect(hints[0].message).toContain('1,024 characters');
});

it('cuts a long summary also where the details have no room for the whole', async () => {
	const log = 'y'.repeat(500_000);
	const { hints } = await on.run(
		change({ customDetails: { log } as never }, { summary: 'x'.repeat(30_000) }),
	);
	expect(changes()[0].body.payload).toEqual({
		summary: `${'x'.repeat(1023)}…`,
		custom_details: { log },
	});
	expect(hints).toHaveLength(1);
});

describe('when nobody can tell whether it was taken', () => {
	it.each([
		['the reply is lost', { drop: 'after' as const }],
		['PagerDuty fails', { status: 503, body: '' }],
		['the answer is no JSON', { status: 202, body: '<h1>Log in</h1>', contentType: 'text/html' }],
	])('because %s, it is not sent again', async (_, fault) => {
		on.sandbox.fault('pagerDuty', fault);
		const { error } = await on.run(change());
		expect(on.requests()).toHaveLength(1);
		expect(error?.description).toContain('The outcome is unknown');
		expect(error?.description).toContain("Look among the service's recent changes");
	});

	it('goes on after a limit, where nothing was taken', async () => {
		on.sandbox.fault('pagerDuty', { status: 429, body: '' });
		const { error } = await on.run(change());
		expect(error).toBeUndefined();
		expect(changes()).toHaveLength(1);
	});
});

it('says what a ruleset is not for', async () => {
	const { integrations } = on.sandbox.state('pagerDuty');
	const [first] = integrations.values();
	first.integration_key = `R${'a'.repeat(31)}`;
	const { error } = await on.run(change(), {
		credentials: on.credentials({ integrationApiKey: first.integration_key }),
	});
	expect(error?.message).toContain('Invalid routing key');
	expect(error?.description).toContain('not taken with the key of a ruleset');
});
