import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { windowOf, windowRecord } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const get = (window: object, fields = {}) => ({
	resource: 'maintenanceWindow',
	operation: 'get',
	maintenanceWindowId: { ...window },
	...fields,
});

it.each(['past', 'ongoing', 'future'] as const)('says whether it runs: %s', async (state) => {
	const window = windowOf(on, state);
	const { items } = await on.run(get(byId(window.id)));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/maintenance_windows/${window.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: windowRecord(window, state), pairedItem: { item: 0 } }]);
});

it('returns the object untouched without Simplify, with all that it can include', async () => {
	const { id } = windowOf(on, 'future');
	const include = ['services', 'teams', 'users'];
	const { items } = await on.run(get(byId(id), { simplify: false, options: { include } }));
	expect(on.theRequest().query).toEqual({ 'include[]': include });
	expect(items[0].json).toMatchObject({
		type: 'maintenance_window',
		services: [{ type: 'service' }],
		teams: [{ type: 'team' }],
		created_by: { type: 'user' },
	});
});

it('takes its address', async () => {
	const { id, html_url } = windowOf(on, 'future');
	const { items } = await on.run(get({ __rl: true, mode: 'url', value: html_url }));
	expect(items[0].json.id).toBe(id);
});

it('has what a window lacks as null', async () => {
	on.expectOddReplies();
	const window = windowOf(on, 'future');
	Object.assign(window, { description: '', created_by: undefined, teams: undefined });
	Object.assign(window, { teams: [], end_time: 'soon', html_url: null });
	const { items } = await on.run(get(byId(window.id)));
	expect(items[0].json).toMatchObject({
		description: null,
		createdBy: null,
		status: null,
		teams: [],
		url: null,
	});
});

it.each([
	[{ maintenanceWindowId: byId('={{ "" }}') }, "'Maintenance Window' is empty (item 0)"],
	[{ options: { include: ['everything'] } }, `'Include' cannot be "everything" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(get(byId('PWINDOW'), fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
