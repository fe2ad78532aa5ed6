import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor, recordOf } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const ALREADY = 'Some monitors were running already: nothing was changed on them';

const resume = (id: string, more = {}) => ({
	resource: 'monitor',
	operation: 'resume',
	monitorId: byId(id),
	...more,
});
const methods = () => on.requests().map(({ method }) => method);

it('looks at the monitor, then does it', async () => {
	const { id } = monitor(on, 'Staging shop');
	const { items, hints } = await on.run(resume(id));
	const request = { query: {}, headers: READ_HEADERS, body: undefined };
	expect(on.requests().map(comparable)).toEqual([
		{ ...request, method: 'GET', path: `/api/v1/monitors/${id}` },
		{ ...request, method: 'POST', path: `/api/v1/monitors/${id}/resume` },
	]);
	expect(items).toEqual([{ json: recordOf(on, 'Staging shop'), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({ enabled: true, status: 'unknown' });
	expect(hints).toEqual([]);
});

it("gives the vendor's own object without Simplify", async () => {
	const { id } = monitor(on, 'Staging shop');
	const { items } = await on.run(resume(id, { simplify: false }));
	expect(items[0].json).toEqual(monitor(on, 'Staging shop'));
	expect(items[0].json.enabled).toBe(true);
});

it('counts what is so already as done, and says so', async () => {
	const stored = monitor(on, 'Checkout page');
	const before = { ...stored };
	const { items, hints } = await on.run(resume(stored.id));
	expect(items).toEqual([{ json: recordOf(on, 'Checkout page'), pairedItem: { item: 0 } }]);
	expect(hints.map(({ message }) => message)).toEqual([ALREADY]);
	expect(methods()).toEqual(['GET']);
	expect(stored).toEqual(before);
});

it('does it again when the answer is lost', async () => {
	const { id } = monitor(on, 'Staging shop');
	on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
	const { items, error } = await on.run(resume(id));
	expect(error).toBeUndefined();
	expect(items[0].json.enabled).toBe(true);
	expect(methods()).toEqual(['GET', 'POST', 'POST']);
});

it('does not take a refusal for success', async () => {
	const { id } = monitor(on, 'Staging shop');
	on.sandbox.fault('devHelm', { method: 'POST', status: 409, body: { message: 'Conflict' } });
	const { items, error } = await on.run(resume(id));
	expect(items).toEqual([]);
	expect(error?.message).toBe("DevHelm refused 'Resume monitor' (item 0): Conflict");
});

it('names what the plan does not allow', async () => {
	const { id } = monitor(on, 'Staging shop');
	const body = { message: 'Monitor limit reached for your plan' };
	on.sandbox.fault('devHelm', { method: 'POST', status: 400, body });
	const { error } = await on.run(resume(id));
	expect(error?.description).toContain('The plan of this DevHelm account allows no more');
});

it('names a monitor that is not there', async () => {
	const { error } = await on.run(resume(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Resume monitor' (item 0): Monitor not found",
	});
	expect(methods()).toEqual(['GET']);
});

it.each([
	['={{ "" }}', "'Monitor' is empty (item 0)"],
	['={{ "Checkout page" }}', `'Monitor' is not an ID: "Checkout page" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(resume(id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
