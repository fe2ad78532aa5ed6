import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { HEADERS, idsOf, seeded } from '../incidents';
import { windowRecord } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const HOUR = 3_600_000;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const services = (...names: string[]) =>
	rowsOfIds(
		'serviceId',
		names.map((name) => idsOf(on).services[name]),
	);
const create = (fields = {}) => ({
	resource: 'maintenanceWindow',
	operation: 'create',
	serviceIds: services('Checkout'),
	...fields,
});
const stored = () => [...on.sandbox.state('pagerDuty').planning.windows.values()];
const newest = () => stored()[stored().length - 1];
const posts = () => on.requests().filter(({ method }) => method === 'POST');
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const timed = (start: number, end: number) => ({
	startsBy: 'time',
	startsAt: inHours(start),
	endsBy: 'time',
	endsAt: inHours(end),
});

it('carries every field', async () => {
	const times = timed(24, 26);
	const { error } = await on.run(
		create({
			serviceIds: services('Checkout', 'Product Search'),
			...times,
			additionalFields: {
				description: 'Datenbank „Artikel“ wird umgezogen',
				extraFields: '{ "new_field": 0, "flag": false }',
			},
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/maintenance_windows',
		query: {},
		headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
		body: {
			maintenance_window: {
				type: 'maintenance_window',
				start_time: times.startsAt,
				end_time: times.endsAt,
				description: 'Datenbank „Artikel“ wird umgezogen',
				services: ['Checkout', 'Product Search'].map((name) => ({
					id: idsOf(on).services[name],
					type: 'service_reference',
				})),
				new_field: 0,
				flag: false,
			},
		},
	});
	expect(newest().created_by?.summary).toBe('Anna Schmidt');
});

it('needs the services alone: it begins now and lasts an hour', async () => {
	const before = Math.floor(Date.now() / 1000) * 1000;
	const { items } = await on.run(create());
	const request = on.theRequest();
	expect(request).toEqual({
		method: 'POST',
		path: '/maintenance_windows',
		query: {},
		headers: HEADERS,
		body: {
			maintenance_window: {
				type: 'maintenance_window',
				start_time: expect.stringMatching(ISO),
				end_time: expect.stringMatching(ISO),
				services: [{ id: idsOf(on).services.Checkout, type: 'service_reference' }],
			},
		},
	});
	const { start_time, end_time } = (request.body as { maintenance_window: typeof newest })
		.maintenance_window as unknown as { start_time: string; end_time: string };
	expect(Date.parse(start_time)).toBeGreaterThanOrEqual(before);
	expect(Date.parse(start_time)).toBeLessThanOrEqual(Date.now());
	expect(Date.parse(end_time) - Date.parse(start_time)).toBe(HOUR);
	expect(items).toEqual([{ json: windowRecord(newest(), 'ongoing'), pairedItem: { item: 0 } }]);
	expect(newest().created_by?.summary).toBe('Ops Bot');
});

it.each([
	[{ duration: 90, durationUnit: 'minutes' }, 1.5],
	[{ duration: 2, durationUnit: 'days' }, 48],
])('takes a length: %j', async (length, hours) => {
	const startsAt = inHours(5);
	await on.run(create({ startsBy: 'time', startsAt, ...length }));
	expect(Date.parse(newest().end_time)).toBe(
		Math.floor((Date.parse(startsAt) + hours * HOUR) / 1000) * 1000,
	);
});

it('takes now for a start that has passed, as PagerDuty does', async () => {
	const { items } = await on.run(create(timed(-1, 1)));
	expect(items[0].json).toMatchObject({ status: 'ongoing', startsAt: newest().start_time });
	expect(Date.parse(newest().start_time)).toBeGreaterThan(Date.now() - 60_000);
});

it("gives the vendor's own window without Simplify", async () => {
	const { items } = await on.run(create({ simplify: false }));
	expect(items[0].json).toEqual(newest());
});

describe('when the answer is lost', () => {
	it.each([
		['begins now', {}],
		['was to begin in the past', () => timed(-1, 1)],
		['is to come', () => timed(24, 25)],
	])('finds the window that was made and makes no second one: it %s', async (_, times) => {
		const before = stored().length;
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(create(typeof times === 'function' ? times() : times));
		expect(error).toBeUndefined();
		expect(stored()).toHaveLength(before + 1);
		expect(items[0].json.id).toBe(newest().id);
		expect(posts()).toHaveLength(1);
		const looks = on.requests().filter(({ method }) => method === 'GET');
		expect(looks[0].query).toMatchObject({
			filter: 'open',
			'service_ids[]': idsOf(on).services.Checkout,
		});
	});

	it('makes it again when it was not made, beside others that are not alike', async () => {
		const times = timed(24, 25);
		await on.run(create({ ...times, additionalFields: { description: 'Another' } }));
		await on.run(create({ ...times, serviceIds: services('Checkout', 'Product Search') }));
		await on.run(create({ ...times, endsAt: inHours(27) }));
		const before = stored().length;
		on.sandbox.clearRequests();
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'before' });
		const { items, error } = await on.run(create(times));
		expect(error).toBeUndefined();
		expect(posts()).toHaveLength(2);
		expect(stored()).toHaveLength(before + 1);
		expect(items[0].json.id).toBe(newest().id);
	});

	it('gives each of two equal windows its own', async () => {
		const before = stored().length;
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after', times: 2 });
		const { items } = await on.run(create(timed(24, 25)), { items: [{}, {}] });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(2);
		expect(stored()).toHaveLength(before + 2);
	});
});

it('teaches nothing about the clock of PagerDuty: a note is found again right after it', async () => {
	await on.run(create(timed(24, 25)));
	const { id } = seeded(on, 'triggered');
	const notes = () => on.sandbox.state('pagerDuty').details.notes.get(id) ?? [];
	on.sandbox.fault('pagerDuty', { method: 'POST', path: /\/notes$/, drop: 'after' });
	const note = { resource: 'note', operation: 'create', incidentId: byId(id), text: 'Planned' };
	const { error } = await on.run(note);
	expect(error).toBeUndefined();
	expect(notes()).toHaveLength(1);
});

it.each([
	['no service', { serviceIds: {} }, "'Services' is empty (item 0)"],
	[
		'an ID that is none',
		{ serviceIds: rowsOfIds('serviceId', ['={{ "Checkout!" }}']) },
		`'Service' is not an ID: "Checkout!" (item 0)`,
	],
	[
		'a start that gives nothing',
		{ startsBy: 'time', startsAt: '={{ "" }}' },
		"'Starts At' is empty (item 0)",
	],
	[
		'a start that is no date',
		{ startsBy: 'time', startsAt: 'tomorrow' },
		`'Starts At' is no date: "tomorrow" (item 0)`,
	],
	['no length', { duration: 0 }, "'Duration' cannot be 0 hours (item 0)"],
	[
		'a window of zero length',
		{
			startsBy: 'time',
			startsAt: '2099-01-01T10:00:00Z',
			endsBy: 'time',
			endsAt: '2099-01-01T10:00:00Z',
		},
		"'Ends At' is not after 'Starts At' (item 0)",
	],
	[
		'an end in the past',
		{ endsBy: 'time', endsAt: '2020-01-01T10:00:00Z' },
		"'Ends At' lies in the past: 2020-01-01T10:00:00Z (item 0)",
	],
	[
		'a length that ends in the past',
		{ startsBy: 'time', startsAt: '2020-01-01T10:00:00Z' },
		"'Duration' ends in the past: 2020-01-01T11:00:00Z (item 0)",
	],
	[
		'a length without end',
		{ duration: 9_000_000_000, durationUnit: 'days' },
		"'Duration' is too long (item 0)",
	],
	[
		'a From that is none',
		{ options: { from: 'bot' } },
		`'From Email' is no e-mail address: "bot" (item 0)`,
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(create(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('names a service that is not there', async () => {
	const { error } = await on.run(create({ serviceIds: rowsOfIds('serviceId', ['PNOTHERE']) }));
	expect(error?.message).toBe(
		"PagerDuty refused 'Create maintenance window' (item 0): Invalid Input Provided: Services must exist",
	);
});
