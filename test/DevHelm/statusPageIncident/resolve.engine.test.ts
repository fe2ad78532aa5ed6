import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import {
	about,
	BODY_HEADERS,
	component,
	incident,
	methods,
	NOT_THERE,
	pathTo,
	posts,
	recordOf,
	rows,
} from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const resolve = (fields: IDataObject = {}, title?: string) =>
	about('resolve', incident(on, title), fields);

it('posts a last update that says so, and mails nobody', async () => {
	const one = incident(on);
	const { items, hints } = await on.run(resolve());
	expect(methods(on)).toEqual(['GET', 'POST']);
	expect(comparable(posts(on)[0])).toEqual({
		method: 'POST',
		path: `${pathTo(one)}/updates`,
		query: {},
		headers: BODY_HEADERS,
		body: {
			status: 'RESOLVED',
			body: 'This incident has been resolved.',
			notifySubscribers: false,
		},
	});
	expect(items).toEqual([{ json: recordOf(on, one.id), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({ status: 'resolved' });
	expect(hints).toEqual([]);
});

it('carries every field, and stays a resolution whatever Extra Fields say', async () => {
	const { items } = await on.run(
		resolve({
			body: 'Zahlungen gehen wieder ✅',
			notifySubscribers: true,
			simplify: false,
			additionalFields: {
				affectedComponents: rows([component(on, 'Zahlungen'), 'OPERATIONAL']),
				extraFields: '{ "status": "MONITORING" }',
			},
		}),
	);
	expect(comparable(posts(on)[0]).body).toEqual({
		status: 'RESOLVED',
		body: 'Zahlungen gehen wieder ✅',
		notifySubscribers: true,
		affectedComponents: [{ componentId: component(on, 'Zahlungen').id, status: 'OPERATIONAL' }],
	});
	expect(items[0].json).toMatchObject({ status: 'RESOLVED', resolvedAt: expect.any(String) });
});

it('shows all components as operational when asked to, but for those chosen otherwise', async () => {
	const [site, payments] = [component(on), component(on, 'Zahlungen')];
	await on.run(
		resolve({
			additionalFields: {
				allOperational: true,
				affectedComponents: rows([site, 'UNDER_MAINTENANCE']),
			},
		}),
	);
	expect(comparable(posts(on)[0]).body).toMatchObject({
		affectedComponents: [
			{ componentId: payments.id, status: 'OPERATIONAL' },
			{ componentId: site.id, status: 'UNDER_MAINTENANCE' },
		],
	});
});

it('counts what is resolved already as done, and posts nothing', async () => {
	const one = incident(on, 'Slow pages');
	const { items, hints, error } = await on.run(resolve({}, 'Slow pages'));
	expect(error).toBeUndefined();
	expect(items).toEqual([{ json: recordOf(on, one.id), pairedItem: { item: 0 } }]);
	expect(hints.map(({ message }) => message)).toEqual([
		'Some incidents were resolved already: nothing was posted to them',
	]);
	expect(methods(on)).toEqual(['GET']);
});

it('posts once for two items about one incident', async () => {
	const { items } = await on.run(resolve(), { items: [{}, {}] });
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(posts(on)).toHaveLength(1);
});

describe('a refusal', () => {
	const refusal = { method: 'POST', status: 409, body: { status: 409, message: 'Conflict' } };

	it('is success when somebody else was faster', async () => {
		// The write is done although the answer refuses it: the incident is resolved afterwards.
		on.sandbox.fault('devHelm', { ...refusal, after: true });
		const { items, hints, error } = await on.run(resolve());
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ status: 'resolved' });
		expect(hints).toHaveLength(1);
	});

	it('is told when the incident is still open', async () => {
		on.sandbox.fault('devHelm', refusal);
		const { error } = await on.run(resolve());
		expect(error).toMatchObject({
			httpCode: '409',
			message: "DevHelm refused 'Resolve status page incident' (item 0): Conflict",
		});
	});

	it('is told when looking fails as well', async () => {
		on.sandbox.fault('devHelm', refusal);
		on.sandbox.fault('devHelm', { method: 'GET', skip: 1, status: 403 });
		const { error } = await on.run(resolve());
		expect(error).toMatchObject({ httpCode: '409' });
	});

	it('names an incident that is not there', async () => {
		const { error } = await on.run(resolve({ statusPageIncidentId: byId(NOT_THERE) }));
		expect(error).toMatchObject({
			httpCode: '404',
			message:
				"DevHelm refused 'Resolve status page incident' (item 0): Status page incident not found",
		});
	});
});

it.each<[object, number]>([
	[{ drop: 'after' }, 1],
	[{ drop: 'before' }, 2],
])('resolves once when the answer is lost: %j', async (fault, sent) => {
	on.sandbox.fault('devHelm', { method: 'POST', ...fault });
	const { items, error } = await on.run(resolve());
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ status: 'resolved' });
	expect(incident(on).updates).toHaveLength(2);
	expect(posts(on)).toHaveLength(sent);
});

it.each<[IDataObject, string]>([
	[{ body: '={{ "" }}' }, "'Message' is empty (item 0)"],
	[
		{ additionalFields: { affectedComponents: rows([{ id: 'Shop' }, 'OPERATIONAL']) } },
		`'Component' is not an ID: "Shop" (item 0)`,
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(resolve(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
