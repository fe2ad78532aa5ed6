import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const test = (id: string, more = {}) => ({
	resource: 'monitor',
	operation: 'testNow',
	monitorId: byId(id),
	...more,
});

it('runs the check, and tells what it finds', async () => {
	const { id } = monitor(on, 'Checkout page');
	const { items } = await on.run(test(id));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/api/v1/monitors/${id}/test`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				monitorId: id,
				passed: false,
				failureReason: 'Check failed',
				statusCode: 502,
				responseTimeMs: 87,
				finalUrl: 'https://production.alpenrad.example/health',
				failedAssertions: ['expected 2xx, got 502'],
				warnings: ['The certificate expires in 9 days'],
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('gives null for what a test does not have', async () => {
	const { id } = monitor(on, 'Nightly backup');
	const { items } = await on.run(test(id));
	expect(items[0].json).toMatchObject({
		passed: true,
		failureReason: null,
		statusCode: null,
		finalUrl: null,
		failedAssertions: [],
		warnings: [],
	});
});

it('returns everything without Simplify', async () => {
	const { id } = monitor(on, 'Müller Zahlungen API');
	const { items } = await on.run(test(id, { simplify: false }));
	expect(items[0].json).toMatchObject({
		passed: true,
		bodyPreview: 'OK',
		responseHeaders: { 'content-type': ['text/plain'] },
		assertionResults: [{ assertionType: 'status_code', passed: true }],
	});
});

it('runs it again when the answer is lost, since nothing is stored', async () => {
	on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
	const { error } = await on.run(test(monitor(on, 'Checkout page').id));
	expect(error).toBeUndefined();
	expect(on.requests()).toHaveLength(2);
});

it('names a monitor that is not there', async () => {
	const { error } = await on.run(test(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Test monitor now' (item 0): Monitor not found",
	});
	expect(error?.description).toMatch(/^Choose another 'Monitor'/);
});

it('passes on what DevHelm says about a test that it cannot run', async () => {
	const body = { message: 'Heartbeat monitors cannot be tested' };
	on.sandbox.fault('devHelm', { method: 'POST', status: 409, body });
	const { error } = await on.run(test(monitor(on, 'Nightly backup').id));
	expect(error?.message).toBe(
		"DevHelm refused 'Test monitor now' (item 0): Heartbeat monitors cannot be tested",
	);
});

it('refuses an empty ID before any request', async () => {
	const { error } = await on.run(test('={{ "" }}'));
	expect(error?.message).toBe("'Monitor' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
