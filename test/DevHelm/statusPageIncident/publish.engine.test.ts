import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import {
	about,
	BODY_HEADERS,
	component,
	draft,
	incident,
	methods,
	NOT_THERE,
	pathTo,
	posts,
	recordOf,
	rows,
} from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const publish = (fields: IDataObject = {}) => about('publish', draft(on), fields);

it('shows a draft as it is, and mails nobody', async () => {
	const one = draft(on);
	const { items, hints } = await on.run(publish());
	expect(methods(on)).toEqual(['GET', 'POST']);
	expect(comparable(posts(on)[0])).toEqual({
		method: 'POST',
		path: `${pathTo(one)}/publish`,
		query: {},
		headers: BODY_HEADERS,
		body: { notifySubscribers: false },
	});
	expect(items).toEqual([{ json: recordOf(on, one.id), pairedItem: { item: 0 } }]);
	expect(one.publishedAt).not.toBeNull();
	expect(one.updates[0].notifySubscribers).toBe(false);
	expect(hints).toEqual([]);
});

it('two items about one draft publish it once, one after the other', async () => {
	const { items, hints } = await on.run(publish(), { items: [{}, {}] });
	expect(methods(on)).toEqual(['GET', 'POST', 'GET']);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(hints.map(({ message }) => message)).toEqual([
		'Some incidents were published already: nothing was changed on them',
	]);
});

it('carries every field', async () => {
	const one = draft(on);
	const api = component(on, 'Partner API');
	const { items } = await on.run(
		publish({
			notifySubscribers: true,
			simplify: false,
			additionalFields: {
				affectedComponents: rows([api, 'PARTIAL_OUTAGE']),
				extraFields: '{}',
				impact: 'MAJOR',
				body: 'Schnittstelle „B2B“ gestört ⚠️',
				status: 'MONITORING',
				title: ' Partner-API gestört ',
			},
		}),
	);
	expect(comparable(posts(on)[0]).body).toEqual({
		title: 'Partner-API gestört',
		impact: 'MAJOR',
		status: 'MONITORING',
		body: 'Schnittstelle „B2B“ gestört ⚠️',
		affectedComponents: [{ componentId: api.id, status: 'PARTIAL_OUTAGE' }],
		notifySubscribers: true,
	});
	expect(items[0].json).toMatchObject({
		title: 'Partner-API gestört',
		status: 'MONITORING',
		publishedAt: one.publishedAt,
	});
});

it('counts what is published already as done, and sends nothing', async () => {
	const one = incident(on);
	const { items, hints, error } = await on.run(about('publish', one));
	expect(error).toBeUndefined();
	expect(items).toEqual([{ json: recordOf(on, one.id), pairedItem: { item: 0 } }]);
	expect(hints.map(({ message }) => message)).toEqual([
		'Some incidents were published already: nothing was changed on them',
	]);
	expect(methods(on)).toEqual(['GET']);
});

describe('a refusal', () => {
	const refusal = (status: number) => ({
		method: 'POST',
		status,
		body: { status, message: 'Not a draft' },
	});

	it.each([400, 409])('with %d is success when somebody else was faster', async (status) => {
		on.sandbox.fault('devHelm', { ...refusal(status), after: true });
		const { items, hints, error } = await on.run(publish());
		expect(error).toBeUndefined();
		expect(items[0].json.id).toBe(draft(on).id);
		expect(hints).toHaveLength(1);
	});

	it('is told when it is still a draft', async () => {
		on.sandbox.fault('devHelm', refusal(409));
		const { error } = await on.run(publish());
		expect(error).toMatchObject({
			httpCode: '409',
			message: "DevHelm refused 'Publish status page incident' (item 0): Not a draft",
		});
	});

	it('names an incident that is not there', async () => {
		const { error } = await on.run(publish({ statusPageIncidentId: byId(NOT_THERE) }));
		expect(error).toMatchObject({
			httpCode: '404',
			message:
				"DevHelm refused 'Publish status page incident' (item 0): Status page incident not found",
		});
	});
});

describe('when the answer is lost', () => {
	it('finds that it is published, and does not send it again', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(publish({ notifySubscribers: true }));
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: recordOf(on, draft(on).id), pairedItem: { item: 0 } }]);
		expect(posts(on)).toHaveLength(1);
	});

	it('sends it again when it is still a draft', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		const { items, error, hints } = await on.run(publish());
		expect(error).toBeUndefined();
		expect(draft(on).publishedAt).not.toBeNull();
		expect(posts(on)).toHaveLength(2);
		expect(items).toEqual([{ json: recordOf(on, draft(on).id), pairedItem: { item: 0 } }]);
		// One incident has one publication: it is no double of itself.
		expect(hints).toEqual([]);
	});

	it('says so when nobody can look', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		on.sandbox.fault('devHelm', { method: 'GET', skip: 1, status: 403, times: Infinity });
		const { error } = await on.run(publish());
		expect(error?.description).toContain('Look whether the incident stands on the status page');
	});
});

it.each<[IDataObject, string]>([
	[
		{ additionalFields: { title: 'x'.repeat(501) } },
		"'Title' has 501 characters, and DevHelm takes 500 at most (item 0)",
	],
	[{ additionalFields: { status: '={{ "RESOLVED" }}' } }, `'Status' cannot be "RESOLVED" (item 0)`],
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(publish(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
