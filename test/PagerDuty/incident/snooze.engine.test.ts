import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, recordOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const snooze = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'snooze',
	incidentId: byId(id),
	...more,
});
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

it('counts the duration in the unit', async () => {
	const { id } = seeded(on, 'acknowledged');
	const { items } = await on.run(
		snooze(id, {
			snoozeBy: 'duration',
			duration: 90,
			durationUnit: 'minutes',
			additionalFields: { extraFields: '{ "new_field": 0 }' },
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/incidents/${id}/snooze`,
		query: {},
		headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
		body: { duration: 5400, new_field: 0 },
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
});

it('is an hour unless told otherwise', async () => {
	const { id } = seeded(on, 'triggered');
	const { items } = await on.run(snooze(id, { simplify: false }));
	expect(on.theRequest()).toMatchObject({ headers: HEADERS, body: { duration: 3600 } });
	expect(items[0].json).toMatchObject({ type: 'incident', pending_actions: [{}] });
});

it.each([
	[1, 'seconds', 1],
	[2, 'hours', 7200],
	[7, 'days', 604_800],
])('takes %d %s', async (duration, durationUnit, seconds) => {
	await on.run(snooze(seeded(on, 'acknowledged').id, { duration, durationUnit }));
	expect(on.theRequest().body).toEqual({ duration: seconds });
});

it('snoozes until a time', async () => {
	const { error } = await on.run(
		snooze(seeded(on, 'acknowledged').id, { snoozeBy: 'until', snoozeUntil: inSeconds(7200) }),
	);
	expect(error).toBeUndefined();
	const { duration } = on.theRequest().body as { duration: number };
	expect(duration).toBeGreaterThan(7190);
	expect(duration).toBeLessThanOrEqual(7200);
});

it('reads a time without a zone in the zone of the workflow', async () => {
	const noZone = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 19);
	await on.run(
		snooze(seeded(on, 'acknowledged').id, { snoozeBy: 'until', snoozeUntil: noZone }),
		// Five hours behind UTC all the year: the same digits come five hours later.
		{ timezone: 'America/Bogota' },
	);
	const { duration } = on.theRequest().body as { duration: number };
	expect(Math.abs(duration - 8 * 3600)).toBeLessThan(10);
});

it('is sent again when the outcome is unknown: it sets a state', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(snooze(seeded(on, 'acknowledged').id));
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	expect(on.requests()).toHaveLength(2);
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	['no duration', { duration: '={{ "" }}' }, "'Duration' is empty (item 0)"],
	['0', { duration: 0 }, "'Duration' cannot be 0 hours (item 0)"],
	['half an hour as a fraction', { duration: 0.5 }, "'Duration' must be a whole number"],
	[
		'more than 7 days',
		{ duration: 169, durationUnit: 'hours' },
		"'Duration' cannot be 169 hours (item 0)",
	],
	['no time', { snoozeBy: 'until', snoozeUntil: '={{ "" }}' }, "'Until' is empty (item 0)"],
	[
		'a time in the past',
		{ snoozeBy: 'until', snoozeUntil: '2020-01-01T00:00:00Z' },
		"'Until' lies in the past: 2020-01-01T00:00:00Z (item 0)",
	],
	[
		'a time too far away',
		{ snoozeBy: 'until', snoozeUntil: '2199-01-01T00:00:00Z' },
		"'Until' is more than 7 days away: 2199-01-01T00:00:00Z (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(snooze('QXYZ', fields));
	expect(error?.message).toContain(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toEqual([]);
});

it('says what to do with a resolved incident', async () => {
	const { error } = await on.run(snooze(seeded(on, 'resolved').id));
	expect(error?.message).toBe(
		"PagerDuty refused 'Snooze incident' (item 0): Incident Already Resolved",
	);
	expect(error?.description).toContain("Use the operation 'Reopen' first");
});
