import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, READ_HEADERS, idsOf } from '../incidents';
import { windowOf, windowRecord } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const update = (id: string, updateFields: object, fields = {}) => ({
	resource: 'maintenanceWindow',
	operation: 'update',
	maintenanceWindowId: byId(id),
	updateFields: { ...updateFields },
	...fields,
});
const puts = () => on.requests().filter(({ method }) => method === 'PUT');

it('carries every field, without From', async () => {
	const window = windowOf(on, 'future');
	const [startsAt, endsAt] = [inHours(40), inHours(41)];
	const serviceId = idsOf(on).services['Warehouse API'];
	const { items } = await on.run(
		update(window.id, {
			description: 'Verschoben',
			startsAt,
			endsAt,
			serviceIds: rowsOfIds('serviceId', [serviceId]),
			extraFields: '{ "new_field": 0 }',
		}),
	);
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: `/maintenance_windows/${window.id}`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		},
		{
			method: 'PUT',
			path: `/maintenance_windows/${window.id}`,
			query: {},
			headers: HEADERS_WITHOUT_FROM,
			body: {
				maintenance_window: {
					type: 'maintenance_window',
					start_time: startsAt,
					end_time: endsAt,
					description: 'Verschoben',
					services: [{ id: serviceId, type: 'service_reference' }],
					new_field: 0,
				},
			},
		},
	]);
	expect(items).toEqual([{ json: windowRecord(window, 'future'), pairedItem: { item: 0 } }]);
});

it('leaves as it is what is not named', async () => {
	const window = windowOf(on, 'ongoing');
	const { start_time, description, services } = window;
	const endsAt = inHours(2);
	await on.run(update(window.id, { endsAt }));
	expect(puts().map(({ body }) => body)).toEqual([
		{
			maintenance_window: {
				type: 'maintenance_window',
				start_time,
				end_time: endsAt,
				description,
				services: services.map(({ id }) => ({ id, type: 'service_reference' })),
			},
		},
	]);
});

it('is sent again when its answer is lost', async () => {
	const window = windowOf(on, 'future');
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { error } = await on.run(update(window.id, { description: 'Again' }));
	expect(error).toBeUndefined();
	expect(window.description).toBe('Again');
	expect(puts()).toHaveLength(2);
});

it.each([
	[
		'past',
		{ description: 'Late' },
		/^The maintenance window .* has ended, and cannot be changed \(item 0\)$/,
	],
	[
		'ongoing',
		{ startsAt: '2099-01-01T10:00:00Z', endsAt: '2099-01-01T11:00:00Z' },
		/^The maintenance window "Clearing out the old shop" \(\w+\) has begun: its start cannot be moved \(item 0\)$/,
	],
	[
		'future',
		{ startsAt: '2099-01-01T10:00:00Z' },
		/would end before it begins, or have no length \(item 0\)$/,
	],
	[
		'future',
		{ startsAt: '2099-01-01T10:00:00Z', endsAt: '2099-01-01T10:00:00Z' },
		/would end before it begins, or have no length \(item 0\)$/,
	],
] as const)('leaves alone one that is %s: %j', async (state, fields, message) => {
	const { error } = await on.run(update(windowOf(on, state).id, fields));
	expect(error?.message).toMatch(message);
	expect(error?.description).toContain('Nothing was sent');
	expect(puts()).toEqual([]);
});

it.each([
	[{}, "'Update Fields' is empty: nothing would change (item 0)"],
	[{ endsAt: '2020-01-01T10:00:00Z' }, "'Ends At' lies in the past: 2020-01-01T10:00:00Z (item 0)"],
	[{ startsAt: 'soon' }, `'Starts At' is no date: "soon" (item 0)`],
	[{ extraFields: '[1]' }, "'Extra Fields (JSON)' must be a JSON object (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(update('PWINDOW', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
