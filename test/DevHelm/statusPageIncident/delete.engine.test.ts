import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { about, draft, HEADERS, incident, NOT_THERE, page, pathTo } from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const isThere = ({ id }: { id: string }) => on.sandbox.state('devHelm').pageIncidents.has(id);

it.each<[string, () => ReturnType<typeof incident>]>([
	['a published incident', () => incident(on)],
	['a draft', () => draft(on)],
])('removes %s', async (_, which) => {
	const one = which();
	const { items } = await on.run(about('delete', one));
	expect(on.theRequest()).toEqual({
		method: 'DELETE',
		path: pathTo(one),
		query: {},
		headers: HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(isThere(one)).toBe(false);
});

it('is done when the answer was lost and the incident is gone', async () => {
	on.sandbox.fault('devHelm', { drop: 'after' });
	const { items, error } = await on.run(about('delete', incident(on)));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(on.requests().map(({ status }) => status)).toEqual([0, 404]);
});

it.each<[string, () => object, string]>([
	['an incident', () => ({ statusPageIncidentId: byId(NOT_THERE) }), 'Status page incident'],
	[
		'an incident of another page',
		() => ({ statusPageId: byId(page(on, 'Partner').id) }),
		'Status page incident',
	],
	['a page', () => ({ statusPageId: byId(NOT_THERE) }), 'Status page'],
])('names %s that is not there, and deletes nothing', async (_, fields, what) => {
	const one = incident(on);
	const { error } = await on.run(about('delete', one, { ...fields() }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: `DevHelm refused 'Delete status page incident' (item 0): ${what} not found`,
	});
	expect(isThere(one)).toBe(true);
});

it('says when the key gives no access', async () => {
	const one = incident(on);
	const { error } = await on.run(about('delete', one), {
		credentials: on.credentials({ workspaceId: '1' }),
	});
	expect(error?.message).toContain('no access to this workspace');
	expect(isThere(one)).toBe(true);
});

it('refuses an empty ID before any request', async () => {
	const { error } = await on.run(
		about('delete', incident(on), { statusPageIncidentId: byId('={{ "" }}') }),
	);
	expect(error?.message).toBe("'Status Page Incident' is empty (item 0)");
	expect(on.requests()).toHaveLength(0);
});
