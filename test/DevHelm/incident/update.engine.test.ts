import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, NOT_THERE, recordOf, seeded, steps, storedIncident } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const update = (id: string, updateFields: IDataObject, more = {}) => ({
	resource: 'incident',
	operation: 'update',
	incidentId: byId(id),
	updateFields,
	...more,
});

it('carries every field', async () => {
	const { id } = seeded(on, 'CONFIRMED');
	const { items } = await on.run(
		update(id, { title: ' Fahrräder „weg“ 🚲 ', severity: 'DEGRADED', extraFields: '{}' }),
	);
	expect(on.theRequest()).toEqual({
		method: 'PATCH',
		path: `/api/v1/incidents/${id}`,
		query: {},
		headers: HEADERS,
		body: { title: 'Fahrräder „weg“ 🚲', severity: 'DEGRADED' },
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({ title: 'Fahrräder „weg“ 🚲', severity: 'warning' });
});

it.each<[IDataObject, IDataObject]>([
	[{ title: '={{ 0 }}' }, { title: '0' }],
	[{ severity: 'down', title: '' }, { severity: 'DOWN' }],
	[{ extraFields: '{ "title": "From JSON" }', title: 'Loses' }, { title: 'From JSON' }],
])('sends for %j nothing that is not set', async (fields, body) => {
	const { id } = seeded(on, 'CONFIRMED');
	const { error } = await on.run(update(id, fields));
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toEqual(body);
});

it("gives the vendor's own object without Simplify", async () => {
	const { id } = seeded(on, 'WATCHING');
	const { items } = await on.run(update(id, { title: 'Named' }, { simplify: false }));
	expect(items[0].json).toMatchObject({
		id,
		title: 'Named',
		source: 'AUTOMATIC',
		updates: [expect.objectContaining({ incidentId: id })],
	});
});

it('changes a resolved incident without opening it', async () => {
	const { id } = seeded(on, 'RESOLVED');
	const { items } = await on.run(update(id, { title: 'For the record' }));
	expect(items[0].json).toMatchObject({ id, title: 'For the record', status: 'resolved' });
});

it('is sent again when the answer is lost', async () => {
	const { id } = seeded(on, 'CONFIRMED');
	on.sandbox.fault('devHelm', { method: 'PATCH', drop: 'after' });
	const { items, error } = await on.run(update(id, { title: 'Twice the same' }));
	expect(error).toBeUndefined();
	expect(items[0].json.title).toBe('Twice the same');
	expect(steps(on, id)).toEqual(['PATCH', 'PATCH']);
});

describe('an API that lacks the endpoint', () => {
	it.each([404, 405])('is explained, after a look at the incident (%d)', async (status) => {
		const { id } = seeded(on, 'CONFIRMED');
		on.sandbox.fault('devHelm', { method: 'PATCH', status, body: { message: 'No such path' } });
		const { error } = await on.run(update(id, { title: 'New' }));
		expect(error).toMatchObject({
			httpCode: String(status),
			message:
				"DevHelm refused 'Update incident' (item 0): this API is older than the operation and cannot change incidents yet",
		});
		expect(error?.description).toContain("post what has changed with 'Add Update'");
		expect(steps(on, id)).toEqual(['PATCH', 'GET']);
		expect(storedIncident(on, id).title).not.toBe('New');
	});

	it('is not blamed for an incident that is not there', async () => {
		on.sandbox.state('devHelm').isOlderApi = true;
		const { error } = await on.run(update(NOT_THERE, { title: 'New' }));
		expect(error).toMatchObject({
			httpCode: '404',
			message: "DevHelm refused 'Update incident' (item 0): Incident not found",
		});
		expect(steps(on, NOT_THERE)).toEqual(['PATCH', 'GET']);
	});
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(update(NOT_THERE, { title: 'New' }));
	expect(error?.message).toBe("DevHelm refused 'Update incident' (item 0): Incident not found");
	expect(error?.description).toContain('Check the ID');
});

it('says when the key has no right', async () => {
	const { id } = seeded(on, 'CONFIRMED');
	on.sandbox.fault('devHelm', { method: 'PATCH', status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(update(id, { title: 'New' }));
	expect(error?.message).toBe("DevHelm refused 'Update incident' (item 0): Forbidden");
	expect(error?.description).toContain('a key of somebody with a higher role');
	expect(on.requests()).toHaveLength(1);
});

it.each<[string, IDataObject, string]>([
	['nothing', {}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[
		'fields that are all empty',
		{ title: '={{ "" }}', extraFields: '{}' },
		"Nothing to update: 'Update Fields' is empty (item 0)",
	],
	['an unknown severity', { severity: 'critical' }, `'Severity' cannot be "critical" (item 0)`],
	['a list as title', { title: '={{ ["a"] }}' }, "'Title' must be text, not a list (item 0)"],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(update(NOT_THERE, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
