import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor, recordOf } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const get = (id: string, more = {}) => ({
	resource: 'monitor',
	operation: 'get',
	monitorId: byId(id),
	...more,
});

it('reads one monitor', async () => {
	const { id, updatedAt } = monitor(on, 'Checkout page');
	const { items } = await on.run(get(id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/api/v1/monitors/${id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				name: 'Checkout page',
				type: 'HTTP',
				status: 'down',
				enabled: true,
				environment: 'Production',
				tags: ['payments'],
				frequencySeconds: 60,
				updatedAt,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('gives null for what a monitor does not have', async () => {
	const stored = monitor(on, 'Nightly backup');
	Object.assign(stored, { environment: null, currentStatus: null, tags: null });
	const { items } = await on.run(get(stored.id));
	expect(items[0].json).toMatchObject({ environment: null, status: null, tags: [] });
});

it('returns everything without Simplify', async () => {
	const stored = monitor(on, 'Müller Zahlungen API');
	const { items } = await on.run(get(stored.id.toUpperCase(), { simplify: false }));
	expect(items[0].json).toEqual(stored);
	expect(Object.keys(recordOf(on, stored.name)).length).toBeLessThanOrEqual(10);
});

it('names a monitor that is not there', async () => {
	const { error } = await on.run(get(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get monitor' (item 0): Monitor not found",
	});
	expect(error?.description).toMatch(/^Choose another 'Monitor'/);
});

it.each([
	['={{ "" }}', "'Monitor' is empty (item 0)"],
	['={{ "Checkout page" }}', `'Monitor' is not an ID: "Checkout page" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(get(id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
