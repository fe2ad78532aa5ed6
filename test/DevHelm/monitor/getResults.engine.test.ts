import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getResults = (fields: IDataObject = {}) => ({
	resource: 'monitor',
	operation: 'getResults',
	monitorId: byId(monitor(on, 'Checkout page').id),
	...fields,
});
const stored = () => {
	const { id } = monitor(on, 'Checkout page');
	return on.sandbox.state('devHelm').results.get(id) ?? [];
};
const idsOf = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.id);
const DAY_AGO = () => new Date(Date.now() - 86_400_000).toISOString();

it('sends every filter as documented', async () => {
	const filters = {
		from: '2026-05-02T00:00:00',
		to: '2026-05-03T04:00:00+02:00',
		region: ' us-east ',
		outcome: 'passed',
	};
	const parameters = getResults({ limit: 10, filters });
	const { error } = await on.run(parameters, { timezone: 'Europe/Paris' });
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/api/v1/monitors/${monitor(on, 'Checkout page').id}/results`,
		query: {
			from: '2026-05-01T22:00:00Z',
			to: '2026-05-03T02:00:00Z',
			region: 'us-east',
			passed: 'true',
			limit: '10',
		},
		headers: READ_HEADERS,
		body: undefined,
	});
});

it('asks for no more than it needs, and puts out one item for each', async () => {
	const { items } = await on.run(getResults({ limit: 1 }));
	expect(on.theRequest().query).toEqual({ limit: '1' });
	const [{ id, timestamp }] = stored();
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				monitorId: monitor(on, 'Checkout page').id,
				timestamp,
				region: 'eu-central',
				passed: false,
				severity: 'down',
				responseTimeMs: null,
				statusCode: 502,
				failureReason: 'status code 502',
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('gives null for what a result does not have', async () => {
	for (const result of stored()) result.details = null;
	const { items } = await on.run(getResults({ filters: { outcome: 'passed' } }));
	expect(items[0].json).toMatchObject({ statusCode: null, severity: null, failureReason: null });
});

it("returns the vendor's rows without Simplify", async () => {
	const { items } = await on.run(getResults({ simplify: false, limit: 2 }));
	expect(items.map(({ json }) => json)).toEqual(stored().slice(0, 2));
});

it.each<[IDataObject, (result: IDataObject) => boolean]>([
	[{}, ({ timestamp }) => String(timestamp) >= DAY_AGO()],
	[{ from: '2020-01-01T00:00:00Z' }, () => true],
	[{ outcome: 'failed' }, ({ passed }) => passed === false],
	[{ region: 'us-east', from: '2020-01-01T00:00:00Z' }, ({ region }) => region === 'us-east'],
])('the filters %j find the right ones', async (filters, isWanted) => {
	const { items } = await on.run(getResults({ filters }));
	const wanted = stored().filter((result) => isWanted(result as IDataObject));
	expect(wanted.length).toBeGreaterThan(0);
	expect(idsOf(items)).toEqual(wanted.map(({ id }) => id));
});

it('reads to the last page', async () => {
	const [first] = stored();
	const many = Array.from({ length: 450 }, (_, count) => ({
		...first,
		id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
	}));
	on.sandbox.state('devHelm').results.set(monitor(on, 'Checkout page').id, many);
	const { items } = await on.run(getResults({ returnAll: true }));
	expect(new Set(idsOf(items)).size).toBe(450);
	expect(on.requests().map(({ query }) => [query.limit, 'cursor' in query])).toEqual([
		['200', false],
		['200', true],
		['200', true],
	]);
});

it.each<[IDataObject, string]>([
	[{ outcome: 'maybe' }, `'Outcome' cannot be "maybe" (item 0)`],
	[{ from: 'yesterday' }, `'From' is no date: "yesterday" (item 0)`],
	[{ region: '={{ "" }}' }, "'Region' is a filter without a value (item 0)"],
	[
		{ from: '2026-05-02T00:00:00Z', to: '2026-05-01T00:00:00Z' },
		"'To' lies before 'From' (item 0)",
	],
])('refuses %j before any request', async (filters, message) => {
	const { error } = await on.run(getResults({ filters }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('names a monitor that is not there', async () => {
	const { error } = await on.run(getResults({ monitorId: byId(NOT_THERE) }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get results of monitor' (item 0): Monitor not found",
	});
});
