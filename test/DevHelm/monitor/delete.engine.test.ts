import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const remove = (id: string) => ({
	resource: 'monitor',
	operation: 'delete',
	monitorId: byId(id),
});
const isThere = (id: string) => on.sandbox.state('devHelm').monitors.has(id);

it('removes a monitor', async () => {
	const { id } = monitor(on, 'Staging shop');
	const { items } = await on.run(remove(id));
	expect(on.theRequest()).toEqual({
		method: 'DELETE',
		path: `/api/v1/monitors/${id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(isThere(id)).toBe(false);
});

it('is done when the answer was lost and the monitor is gone', async () => {
	on.sandbox.fault('devHelm', { drop: 'after' });
	const { items, error } = await on.run(remove(monitor(on, 'Staging shop').id));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(on.requests().map(({ status }) => status)).toEqual([0, 404]);
});

it('names a monitor that is not there', async () => {
	const { error } = await on.run(remove(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Delete monitor' (item 0): Monitor not found",
	});
	expect(error?.description).toMatch(/^Choose another 'Monitor'/);
});

it('says when something stands in its way', async () => {
	const { id } = monitor(on, 'Checkout page');
	const body = { message: 'The monitor is on a status page' };
	on.sandbox.fault('devHelm', { method: 'DELETE', status: 409, body });
	const { error } = await on.run(remove(id));
	expect(error?.message).toBe(
		"DevHelm refused 'Delete monitor' (item 0): The monitor is on a status page",
	);
	expect(isThere(id)).toBe(true);
});

it('refuses an empty ID before any request', async () => {
	const { error } = await on.run(remove('={{ "" }}'));
	expect(error?.message).toBe("'Monitor' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
