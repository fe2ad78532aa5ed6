import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import { about, draft, HEADERS, incident, methods, NOT_THERE, pathTo, posts } from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const dismiss = (one = draft(on), fields: IDataObject = {}) => about('dismiss', one, fields);
const isThere = ({ id }: { id: string }) => on.sandbox.state('devHelm').pageIncidents.has(id);

it('deletes a draft after a look', async () => {
	const one = draft(on);
	const { items } = await on.run(dismiss());
	expect(methods(on)).toEqual(['GET', 'POST']);
	expect(comparable(posts(on)[0])).toEqual({
		method: 'POST',
		path: `${pathTo(one)}/dismiss`,
		query: {},
		headers: HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(isThere(one)).toBe(false);
});

it.each(['Card payments fail', 'Slow pages'])(
	'never deletes what customers can see: %s',
	async (title) => {
		const one = incident(on, title);
		const { error } = await on.run(dismiss(one));
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: `Incident "${title}" is published, and only a draft can be dismissed (item 0)`,
		});
		expect(error?.description).toContain("use the operation 'Resolve'");
		expect(methods(on)).toEqual(['GET']);
		expect(isThere(one)).toBe(true);
	},
);

it('leaves it to the vendor when somebody publishes it in between', async () => {
	const one = draft(on);
	const message = 'Only draft incidents can be dismissed';
	on.sandbox.fault('devHelm', { method: 'POST', status: 409, body: { status: 409, message } });
	const { error } = await on.run(dismiss());
	expect(error).toMatchObject({
		httpCode: '409',
		message: `DevHelm refused 'Dismiss status page incident draft' (item 0): ${message}`,
	});
	expect(isThere(one)).toBe(true);
});

it('sends nothing when it cannot look', async () => {
	on.sandbox.fault('devHelm', { method: 'GET', status: 403 });
	const { error } = await on.run(dismiss());
	expect(error).toMatchObject({ httpCode: '403' });
	expect(posts(on)).toEqual([]);
});

it('is done when the answer was lost and the draft is gone', async () => {
	on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
	const { items, error } = await on.run(dismiss());
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(on.requests().map(({ status }) => status)).toEqual([200, 0, 404]);
});

it('names a draft that is not there, so that a wrong ID is noticed', async () => {
	const { error } = await on.run(dismiss(undefined, { statusPageIncidentId: byId(NOT_THERE) }));
	expect(error).toMatchObject({
		httpCode: '404',
		message:
			"DevHelm refused 'Dismiss status page incident draft' (item 0): Status page incident not found",
	});
});

it('refuses an empty ID before any request', async () => {
	const { error } = await on.run(dismiss(undefined, { statusPageIncidentId: byId('={{ "" }}') }));
	expect(error?.message).toBe("'Status Page Incident' is empty (item 0)");
	expect(on.requests()).toHaveLength(0);
});
