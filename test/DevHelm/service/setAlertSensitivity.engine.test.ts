import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, NOT_THERE } from '../incidents';
import { recordOf, subscriptions } from '../services';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const set = (id: string, fields: IDataObject = {}) => ({
	resource: 'service',
	operation: 'setAlertSensitivity',
	subscriptionId: byId(id),
	alertSensitivity: 'MAJOR_ONLY',
	...fields,
});

it('changes what alerts people', async () => {
	const [{ subscriptionId }] = subscriptions(on);
	const { items } = await on.run(set(subscriptionId));
	expect(on.theRequest()).toEqual({
		method: 'PATCH',
		path: `/api/v1/service-subscriptions/${subscriptionId}/alert-sensitivity`,
		query: {},
		headers: HEADERS,
		body: { alertSensitivity: 'MAJOR_ONLY' },
	});
	expect(items).toEqual([
		{
			json: recordOf(on, 'Paylane', {
				activeIncidents: null,
				subscriptionId,
				alertSensitivity: 'MAJOR_ONLY',
			}),
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own object without Simplify", async () => {
	const { items } = await on.run(set(subscriptions(on)[0].subscriptionId, { simplify: false }));
	expect(items[0].json).toEqual(subscriptions(on)[0]);
});

it('does it again when the answer is lost', async () => {
	on.sandbox.fault('devHelm', { method: 'PATCH', drop: 'after' });
	const { error } = await on.run(set(subscriptions(on)[0].subscriptionId));
	expect(error).toBeUndefined();
	expect(on.requests()).toHaveLength(2);
});

it('names a subscription that is not there', async () => {
	const { error } = await on.run(set(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message:
			"DevHelm refused 'Set alert sensitivity of tracked service' (item 0): Subscription not found",
	});
});

it.each<[string, IDataObject, string]>([
	['={{ "" }}', {}, "'Subscription' is empty (item 0)"],
	[NOT_THERE, { alertSensitivity: 'LOUD' }, `'Alert Sensitivity' cannot be "LOUD" (item 0)`],
])('refuses %s with %j before any request', async (id, fields, message) => {
	const { error } = await on.run(set(id, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
