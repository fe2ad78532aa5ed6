import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS, NOT_THERE, READ_HEADERS } from '../incidents';
import { about, facts, recordOf, service, subscriptions } from '../services';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const subscribe = (id: string, fields: IDataObject = {}) =>
	about('subscribe', id, { alertSensitivity: 'AWARENESS', ...fields });
const newest = () => {
	const all = subscriptions(on);
	return all[all.length - 1];
};

it('tracks one component of a service', async () => {
	const [component] = facts(on, 'Mailwing').components;
	const additionalFields = {
		componentId: byId(component.id),
		extraFields: '{ "alertSensitivity": "MAJOR_ONLY" }',
	};
	const parameters = subscribe('mailwing', { alertSensitivity: 'ALL', additionalFields });
	const { items, hints } = await on.run(parameters);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/api/v1/service-subscriptions/mailwing',
		query: {},
		headers: HEADERS,
		body: { componentId: component.id, alertSensitivity: 'MAJOR_ONLY' },
	});
	expect(items).toEqual([
		{
			json: recordOf(on, 'Mailwing', {
				activeIncidents: null,
				subscriptionId: newest().subscriptionId,
				component: 'API',
				alertSensitivity: 'MAJOR_ONLY',
			}),
			pairedItem: { item: 0 },
		},
	]);
	expect(hints).toEqual([]);
});

it('alerts nobody unless that was chosen', async () => {
	const { items } = await on.run(about('subscribe', 'mailwing'));
	expect(on.theRequest().body).toEqual({ alertSensitivity: 'AWARENESS' });
	expect(items[0].json).toMatchObject({ alertSensitivity: 'AWARENESS', component: null });
	expect(subscriptions(on)).toHaveLength(3);
});

it('finds the short name by the ID', async () => {
	const { id } = service(on, 'Mailwing');
	const { error } = await on.run(subscribe(id));
	expect(error).toBeUndefined();
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: `/api/v1/services/${id}`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		},
		{
			method: 'POST',
			path: '/api/v1/service-subscriptions/mailwing',
			query: {},
			headers: HEADERS,
			body: { alertSensitivity: 'AWARENESS' },
		},
	]);
});

it('leaves alone what is tracked already, and says when it alerts otherwise', async () => {
	const { items, hints } = await on.run(subscribe('paylane'));
	expect(items[0].json).toMatchObject({
		subscriptionId: subscriptions(on)[0].subscriptionId,
		alertSensitivity: 'ALL',
	});
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringContaining('tracked already with another alert sensitivity'),
	]);
	expect(subscriptions(on)).toHaveLength(2);
	const { hints: none } = await on.run(subscribe('paylane', { alertSensitivity: 'ALL' }));
	expect(none).toEqual([]);
});

it("gives the vendor's own object without Simplify", async () => {
	const { items } = await on.run(subscribe('mailwing', { simplify: false }));
	expect(items[0].json).toEqual(newest());
});

it('subscribes once when the answer is lost', async () => {
	on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
	const { error } = await on.run(subscribe('mailwing'));
	expect(error).toBeUndefined();
	expect(on.requests()).toHaveLength(2);
	expect(subscriptions(on)).toHaveLength(3);
});

it('names what is not there', async () => {
	const { error } = await on.run(subscribe('nobody'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Subscribe to service' (item 0): Service not found",
	});
	const additionalFields = { componentId: byId(NOT_THERE) };
	const other = await on.run(subscribe('mailwing', { additionalFields }));
	expect(other.error?.message).toContain('Service component not found');
});

it('names what the plan does not allow', async () => {
	const body = { message: 'Subscription limit of your plan is reached' };
	on.sandbox.fault('devHelm', { method: 'POST', status: 400, body });
	const { error } = await on.run(subscribe('mailwing'));
	expect(error?.description).toContain('The plan of this DevHelm account allows no more');
});

it.each<[string, IDataObject, string]>([
	['={{ "" }}', {}, "'Service' is empty (item 0)"],
	['paylane', { alertSensitivity: 'LOUD' }, `'Alert Sensitivity' cannot be "LOUD" (item 0)`],
	[
		'paylane',
		{ additionalFields: { componentId: byId('={{ "API" }}') } },
		`'Component' is not an ID: "API" (item 0)`,
	],
])('refuses %s with %j before any request', async (id, fields, message) => {
	const { error } = await on.run(subscribe(id, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
