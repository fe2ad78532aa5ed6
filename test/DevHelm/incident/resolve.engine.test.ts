import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import {
	HEADERS,
	NOT_THERE,
	READ_HEADERS,
	recordOf,
	seeded,
	steps,
	storedIncident,
	updatesOf,
} from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const resolve = (id: string, additionalFields: IDataObject = {}, more = {}) => ({
	resource: 'incident',
	operation: 'resolve',
	incidentId: byId(id),
	additionalFields,
	...more,
});

it('looks at the incident, then resolves it with the text', async () => {
	const { id } = seeded(on, 'CONFIRMED');
	const { items, hints } = await on.run(resolve(id, { body: ' Zurück auf „41“ 🚲 ' }));
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: `/api/v1/incidents/${id}`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		},
		{
			method: 'POST',
			path: `/api/v1/incidents/${id}/resolve`,
			query: {},
			headers: HEADERS,
			body: { body: 'Zurück auf „41“ 🚲' },
		},
	]);
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({ status: 'resolved', vendorStatus: 'RESOLVED' });
	expect(hints).toEqual([]);
	expect(storedIncident(on, id).resolutionReason).toBe('MANUAL');
});

it.each<[IDataObject, unknown]>([
	[{}, undefined],
	[{ body: '', extraFields: '{}' }, undefined],
	[{ extraFields: '{ "body": "From JSON" }' }, { body: 'From JSON' }],
])('sends for %j no more than is set', async (fields, body) => {
	const { id } = seeded(on, 'TRIGGERED');
	const { items } = await on.run(resolve(id, fields));
	const [, sent] = on.requests().map(comparable);
	expect(sent.body).toEqual(body);
	expect(sent.headers).toEqual(body ? HEADERS : READ_HEADERS);
	expect(items[0].json.status).toBe('resolved');
});

it("gives the vendor's own object without Simplify", async () => {
	const { id } = seeded(on, 'WATCHING');
	const { items } = await on.run(resolve(id, { body: 'Done' }, { simplify: false }));
	expect(items[0].json).toMatchObject({
		id,
		resolutionReason: 'MANUAL',
		updates: [expect.anything(), expect.objectContaining({ body: 'Done' })],
	});
});

describe('an incident that is resolved already', () => {
	it('counts as done, says so, and is sent nothing', async () => {
		const { id } = seeded(on, 'RESOLVED');
		const { items, hints } = await on.run(resolve(id, { body: 'Again' }));
		expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
		expect(hints.map(({ message }) => message)).toEqual([
			'Some incidents were resolved already: nothing was changed on them',
		]);
		expect(steps(on, id)).toEqual(['GET']);
		expect(updatesOf(on, id)).toHaveLength(1);
	});

	it('counts as done as well when somebody was faster', async () => {
		const { id } = seeded(on, 'CONFIRMED');
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		const { items, error, hints } = await on.run(resolve(id, { body: 'Once' }));
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ id, status: 'resolved' });
		expect(hints).toHaveLength(1);
		expect(updatesOf(on, id).filter(({ body }) => body === 'Once')).toHaveLength(1);
	});

	it('is not assumed from a refusal alone', async () => {
		const { id } = seeded(on, 'CONFIRMED');
		on.sandbox.fault('devHelm', { method: 'POST', status: 409, body: { message: 'Conflict' } });
		const { error, items } = await on.run(resolve(id));
		expect(items).toEqual([]);
		expect(error?.message).toBe("DevHelm refused 'Resolve incident' (item 0): Conflict");
		expect(error?.description).toMatch(/^The object is in another state than expected/);
	});
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(resolve(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Resolve incident' (item 0): Incident not found",
	});
	expect(steps(on, NOT_THERE)).toEqual(['GET']);
});

it('says when the key has no right', async () => {
	const { id } = seeded(on, 'CONFIRMED');
	on.sandbox.fault('devHelm', { method: 'POST', status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(resolve(id));
	expect(error?.message).toBe("DevHelm refused 'Resolve incident' (item 0): Forbidden");
	expect(storedIncident(on, id).status).toBe('CONFIRMED');
});

it.each<[string, string, IDataObject, string]>([
	['no incident', '={{ "" }}', {}, "'Incident' is empty (item 0)"],
	['an ID that is none', '={{ "ABC-42" }}', {}, `'Incident' is not an ID: "ABC-42" (item 0)`],
	[
		'a list as text',
		NOT_THERE,
		{ body: '={{ ["a"] }}' },
		"'Details' must be text, not a list (item 0)",
	],
])('refuses %s before any request', async (_, id, fields, message) => {
	const { error } = await on.run(resolve(id, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
