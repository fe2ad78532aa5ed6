import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { subscriptions } from '../services';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const unsubscribe = (id: string) => ({
	resource: 'service',
	operation: 'unsubscribe',
	subscriptionId: byId(id),
});

it('tracks a service no longer', async () => {
	const [{ subscriptionId }, other] = subscriptions(on);
	const { items } = await on.run(unsubscribe(subscriptionId));
	expect(on.theRequest()).toEqual({
		method: 'DELETE',
		path: `/api/v1/service-subscriptions/${subscriptionId}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(subscriptions(on)).toEqual([other]);
});

it('is done when nothing is tracked', async () => {
	const { items, error } = await on.run(unsubscribe(NOT_THERE));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(subscriptions(on)).toHaveLength(2);
});

it('does it again when the answer is lost', async () => {
	on.sandbox.fault('devHelm', { drop: 'after' });
	const { error } = await on.run(unsubscribe(subscriptions(on)[0].subscriptionId));
	expect(error).toBeUndefined();
	expect(on.requests().map(({ status }) => status)).toEqual([0, 204]);
});

it('says when the key has no right', async () => {
	on.sandbox.fault('devHelm', { status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(unsubscribe(subscriptions(on)[0].subscriptionId));
	expect(error?.message).toBe("DevHelm refused 'Unsubscribe from service' (item 0): Forbidden");
	expect(subscriptions(on)).toHaveLength(2);
});

it('refuses an empty ID before any request', async () => {
	const { error } = await on.run(unsubscribe('={{ "" }}'));
	expect(error?.message).toBe("'Subscription' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
