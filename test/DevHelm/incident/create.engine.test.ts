import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { openApi } from '../../support/openapi';
import { byId, comparable, suite } from '../../support/suite';

const on = suite('devHelm', 'devHelmApi', new DevHelm());
const contract = openApi('devhelm.json');

const create = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'create',
	title: 'Checkout answers with 502',
	severity: 'DOWN',
	...fields,
});

const monitor = (name = 'Checkout page') =>
	[...on.sandbox.state('devHelm').monitors.values()].find((one) => one.name === name)?.id ?? '';
const stored = () => [...on.sandbox.state('devHelm').incidents.values()];
const newest = () => stored()[stored().length - 1];

const headers = {
	accept: 'application/json',
	authorization: 'Bearer dh_live_sandbox_key',
	'content-type': 'application/json',
};
const details = 'Störung im Warenkorb: 502 seit 03:00 „UTC“ 🚨';

describe('the request', () => {
	it('carries every field of the form as the vendor documents it', async () => {
		await on.run(
			create({
				severity: 'DEGRADED',
				additionalFields: {
					body: details,
					monitorId: byId(monitor()),
					extraFields: '{ "new_number": 0, "new_flag": false }',
				},
			}),
		);
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/api/v1/incidents',
			query: {},
			headers,
			body: {
				title: 'Checkout answers with 502',
				severity: 'DEGRADED',
				monitorId: monitor(),
				body: details,
				new_number: 0,
				new_flag: false,
			},
		});
	});

	it('holds nothing that was not filled in', async () => {
		await on.run(create());
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/api/v1/incidents',
			query: {},
			headers,
			body: { title: 'Checkout answers with 502', severity: 'DOWN' },
		});
	});

	it('leaves out what is empty, and lets Extra Fields win', async () => {
		await on.run(
			create({
				title: '  Trimmed ',
				additionalFields: {
					body: '',
					monitorId: byId('={{ "" }}'),
					extraFields: { severity: 'MAINTENANCE' },
				},
			}),
		);
		expect(on.theRequest().body).toEqual({ title: 'Trimmed', severity: 'MAINTENANCE' });
	});

	it.each<[string, IDataObject, IDataObject]>([
		[
			'a label or lower case for the severity',
			{ severity: '={{ "degraded" }}' },
			{ severity: 'DEGRADED' },
		],
		['a number as title', { title: '={{ 0 }}' }, { title: '0' }],
	])('takes %s', async (_, fields, sent) => {
		const { error } = await on.run(create(fields));
		expect(error).toBeUndefined();
		expect(on.theRequest().body).toMatchObject(sent);
	});

	it('takes an ID in capitals', async () => {
		const { error } = await on.run(
			create({ additionalFields: { monitorId: byId(monitor().toUpperCase()) } }),
		);
		expect(error).toBeUndefined();
		expect(newest().monitorId).toBe(monitor());
	});

	if (contract) {
		it('fits the official schema, with every field and with the required ones only', async () => {
			await on.run(create({ additionalFields: { body: details, monitorId: byId(monitor()) } }));
			await on.run(create());
			for (const request of on.requests().map(comparable)) {
				expect(contract.bodyIssues('/api/v1/incidents', request)).toEqual([]);
			}
		});
	}
});

describe('the output', () => {
	it('is the common record', async () => {
		const { items } = await on.run(create({ additionalFields: { body: details } }));
		const { id, createdAt, updatedAt } = newest();
		expect(items).toEqual([
			{
				json: {
					provider: 'devhelm',
					id,
					number: null,
					title: 'Checkout answers with 502',
					status: 'triggered',
					severity: 'critical',
					url: null,
					service: null,
					assignees: null,
					actor: { id: '31', name: null, type: 'user' },
					createdAt,
					updatedAt,
					vendorStatus: 'CONFIRMED',
					vendorSeverity: 'DOWN',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it("is the vendor's own object when Simplify is off, with its updates", async () => {
		const { items } = await on.run(
			create({ simplify: false, additionalFields: { body: details } }),
		);
		const { id } = newest();
		expect(items[0].json).toMatchObject({
			id,
			source: 'MANUAL',
			organizationId: 4711,
			updates: [expect.objectContaining({ incidentId: id, body: details })],
			statusPageIncidents: [],
		});
	});

	it('links each item to its own', async () => {
		const { items } = await on.run(create({ title: '={{ $json.title }}' }), {
			items: ['One', 'Zwei 🚨', 'Three'].map((title) => ({ title })),
		});
		expect(items.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([
			['One', { item: 0 }],
			['Zwei 🚨', { item: 1 }],
			['Three', { item: 2 }],
		]);
	});
});

describe('bad input is refused before any request', () => {
	const fill = 'Fill it in; if an expression feeds it';
	const refusals: Array<[string, IDataObject, string, string]> = [
		['an empty title', { title: '={{ " " }}' }, "'Title' is empty (item 0)", fill],
		[
			'a list as title',
			{ title: '={{ ["a"] }}' },
			"'Title' must be text, not a list (item 0)",
			'Type a text',
		],
		['no severity', { severity: '={{ "" }}' }, "'Severity' is empty (item 0)", fill],
		[
			'an unknown severity',
			{ severity: '={{ "critical" }}' },
			`'Severity' cannot be "critical" (item 0)`,
			'Use one of: DOWN, DEGRADED, MAINTENANCE.',
		],
		[
			'an ID that is none',
			{ additionalFields: { monitorId: byId('={{ "Checkout page" }}') } },
			`'Monitor' is not an ID: "Checkout page" (item 0)`,
			'looks like 3c90c3cc-0d44-4b50-8888-8dd25736052a',
		],
		[
			'malformed JSON',
			{ additionalFields: { extraFields: '{ nope' } },
			"'Extra Fields (JSON)' is not valid JSON",
			'with double quotes',
		],
		[
			'JSON that is no object',
			{ additionalFields: { extraFields: '[1]' } },
			"'Extra Fields (JSON)' must be a JSON object (item 0)",
			'with double quotes',
		],
	];

	it.each(refusals)('%s', async (_, fields, message, description) => {
		const { error } = await on.run(create(fields));
		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(description);
		expect(on.requests()).toEqual([]);
	});

	it('in one item, although the others are fine', async () => {
		const { error } = await on.run(create({ title: '={{ $json.title }}' }), {
			items: [{ title: 'One' }, { title: '' }],
		});
		expect(error?.message).toBe("'Title' is empty (item 1, counted from 0)");
		expect(on.requests()).toEqual([]);
	});
});

describe('continue on fail', () => {
	const bad = '00000000-0000-4000-8000-000000000000';
	const items = [{ of: '' }, { of: bad }, { of: 'no id' }, { of: '' }];
	const parameters = () =>
		create({ title: 'One of four', additionalFields: { monitorId: byId('={{ $json.of }}') } });

	it('puts the bad items on the error output and does the others', async () => {
		const result = await on.run(parameters(), { items, onError: 'continueErrorOutput' });
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
		expect(result.failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		const [refused, unsent] = result.failed.map(({ json }) => json);
		expect(refused).toMatchObject({
			error: expect.stringContaining(
				"DevHelm refused 'Create incident' (item 1, counted from 0): Monitor not found. Choose another 'Monitor'",
			),
			details: { status: 404, code: 'NOT_FOUND', outcome: 'not done' },
		});
		expect(unsent).toMatchObject({
			error: expect.stringContaining(`'Monitor' is not an ID: "no id" (item 2, counted from 0)`),
			details: { kind: 'input', sent: false },
		});
		expect(on.requests()).toHaveLength(3);
	});

	it('keeps them in their place on the one output', async () => {
		const result = await on.run(parameters(), { items, onError: 'continueRegularOutput' });
		expect(result.items.map(({ json }) => 'error' in json)).toEqual([false, true, true, false]);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
	});
});
