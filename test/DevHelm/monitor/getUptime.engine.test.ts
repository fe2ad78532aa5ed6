import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getUptime = (id: string, more = {}) => ({
	resource: 'monitor',
	operation: 'getUptime',
	monitorId: byId(id),
	period: '7d',
	...more,
});

it('reads the uptime of a period', async () => {
	const { id } = monitor(on, 'Checkout page');
	const { items } = await on.run(getUptime(id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/api/v1/monitors/${id}/uptime`,
		query: { window: '7d' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				monitorId: id,
				period: '7d',
				uptimePercentage: 90,
				totalChecks: 10,
				passedChecks: 9,
				avgLatencyMs: 105,
				p95LatencyMs: 109,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it.each(['24h', '30d', '90d'])('asks for %s', async (period) => {
	await on.run(getUptime(monitor(on, 'Checkout page').id, { period }));
	expect(on.theRequest().query).toEqual({ window: period });
});

it('gives null where there was no check', async () => {
	const { id } = monitor(on, 'Staging shop');
	on.sandbox.state('devHelm').results.delete(id);
	const { items } = await on.run(getUptime(id));
	expect(items[0].json).toMatchObject({
		uptimePercentage: null,
		totalChecks: 0,
		passedChecks: 0,
		avgLatencyMs: null,
		p95LatencyMs: null,
	});
});

it('returns everything without Simplify', async () => {
	const { items } = await on.run(getUptime(monitor(on, 'Checkout page').id, { simplify: false }));
	expect(items[0].json).toEqual({
		uptimePercentage: 90,
		totalChecks: 10,
		passedChecks: 9,
		avgLatencyMs: 105,
		p95LatencyMs: 109,
	});
});

it('reads it in an envelope as well', async () => {
	const data = { uptimePercentage: 99.5, totalChecks: 200, passedChecks: 199 };
	on.sandbox.fault('devHelm', { status: 200, body: { data } });
	const { items } = await on.run(getUptime(monitor(on, 'Checkout page').id));
	expect(items[0].json).toMatchObject({ ...data, avgLatencyMs: null, period: '7d' });
});

it('does not take another answer for an uptime', async () => {
	on.sandbox.fault('devHelm', { status: 200, body: { data: [] }, times: Infinity });
	const { error } = await on.run(getUptime(monitor(on, 'Checkout page').id));
	expect(error).toBeDefined();
});

it('names a monitor that is not there', async () => {
	const { error } = await on.run(getUptime(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get uptime of monitor' (item 0): Monitor not found",
	});
});

it.each([
	[{ period: '1y' }, `'Period' cannot be "1y" (item 0)`],
	[{ period: '={{ "" }}' }, "'Period' is empty (item 0)"],
	[{ monitorId: byId('={{ "" }}') }, "'Monitor' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getUptime(monitor(on, 'Checkout page').id, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
