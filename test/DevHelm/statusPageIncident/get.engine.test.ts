import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { about, draft, HEADERS, incident, NOT_THERE, page, pathTo, recordOf } from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

it('reads one incident as the common record', async () => {
	const one = incident(on);
	const { items } = await on.run(about('get', one));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: pathTo(one),
		query: {},
		headers: HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: recordOf(on, one.id), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({
		status: 'acknowledged',
		severity: 'error',
		service: 'Website, Zahlungen',
		vendorStatus: 'IDENTIFIED',
		vendorSeverity: 'MAJOR',
	});
});

it("gives the vendor's own object without Simplify", async () => {
	const one = incident(on);
	const { items } = await on.run(about('get', one, { simplify: false }));
	expect(items[0].json).toMatchObject({
		statusPageId: page(on).id,
		publishedAt: one.publishedAt,
		affectedComponents: one.affectedComponents,
		updates: one.updates,
	});
});

it('is repeated after a lost answer', async () => {
	on.sandbox.fault('devHelm', { drop: 'after' });
	const { items } = await on.run(about('get', incident(on)));
	expect(items).toHaveLength(1);
	expect(on.requests()).toHaveLength(2);
});

it.each([
	['an incident that is not there', { statusPageIncidentId: byId(NOT_THERE) }],
	['an incident of another page', () => ({ statusPageId: byId(page(on, 'Partner').id) })],
])('names %s', async (_, fields) => {
	const changed = typeof fields === 'function' ? fields() : fields;
	const { error } = await on.run(about('get', incident(on), changed));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get status page incident' (item 0): Status page incident not found",
	});
	expect(error?.description).toContain('Check the ID');
});

it.each([
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
	[{ statusPageIncidentId: byId('={{ "" }}') }, "'Status Page Incident' is empty (item 0)"],
	[
		{ statusPageIncidentId: byId('={{ "41" }}') },
		`'Status Page Incident' is not an ID: "41" (item 0)`,
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(about('get', draft(on), fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
