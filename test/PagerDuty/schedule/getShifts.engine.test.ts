import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';
import { dailyOf } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const DAY = 86_400_000;
const iso = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
const getShifts = (fields = {}) => ({
	resource: 'schedule',
	operation: 'getShifts',
	scheduleId: byId(dailyOf(on).schedule.id),
	...fields,
});
const record = (userName: string, start: string, end: string, isOverride = false) => ({
	provider: 'pagerduty',
	scheduleId: dailyOf(on).schedule.id,
	scheduleName: 'Platform Daily',
	userId: idsOf(on).users[userName],
	userName,
	start,
	end,
	isOverride,
});

it('gives who is on call now and in the next two weeks, overrides included', async () => {
	const before = Math.floor(Date.now() / 1000) * 1000;
	const { items } = await on.run(getShifts());
	const request = on.theRequest();
	expect(request).toEqual({
		method: 'GET',
		path: `/schedules/${dailyOf(on).schedule.id}`,
		query: {
			since: expect.stringMatching(/Z$/),
			until: expect.stringMatching(/Z$/),
			overflow: 'true',
		},
		headers: READ_HEADERS,
		body: undefined,
	});
	const since = Date.parse(String(request.query.since));
	expect(since).toBeGreaterThanOrEqual(before);
	expect(Date.parse(String(request.query.until)) - since).toBe(14 * DAY);
	const {
		schedule: { end },
		overrides: [, running],
	} = dailyOf(on);
	expect(items.slice(0, 3)).toEqual(
		[
			record('Jürgen Müßig', running.start, running.end, true),
			record('Priya Natarajan', running.end, end),
			record('Anna Schmidt', end, iso(Date.parse(end) + DAY)),
		].map((json) => ({ json, pairedItem: { item: 0 } })),
	);
	expect(items.filter(({ json }) => json.isOverride)).toHaveLength(2);
});

it('gives only who is next, and looks 90 days ahead', async () => {
	const { items } = await on.run(getShifts({ onlyNext: true }));
	const { query } = on.theRequest();
	expect(Date.parse(String(query.until)) - Date.parse(String(query.since))).toBe(90 * DAY);
	const {
		schedule: { end },
		overrides: [, running],
	} = dailyOf(on);
	expect(items).toEqual([
		{ json: record('Priya Natarajan', running.end, end), pairedItem: { item: 0 } },
	]);
});

it('carries every filter and option', async () => {
	const since = '2026-04-15T12:00:00Z';
	const until = '2026-04-16T12:00:00Z';
	const { items } = await on.run(
		getShifts({
			simplify: false,
			filters: { since, until },
			options: { timeZone: 'Europe/Paris', overflow: false },
		}),
	);
	expect(on.theRequest().query).toEqual({
		since,
		until,
		overflow: 'false',
		time_zone: 'Europe/Paris',
	});
	const schedule = {
		id: dailyOf(on).schedule.id,
		type: 'schedule_reference',
		summary: 'Platform Daily',
	};
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ start: since, schedule, is_override: false }),
		expect.objectContaining({ end: until, schedule, is_override: false }),
	]);
});

it.each([
	[false, 'Nobody is on call in the schedule "Shop Weekly" until '],
	[true, 'Nobody takes over in the schedule "Shop Weekly" until '],
])('says that there is nobody; only next: %s', async (onlyNext, notice) => {
	const { escalationPolicies, details } = on.sandbox.state('pagerDuty');
	for (const policy of escalationPolicies.values()) policy.escalation_rules = [];
	const [weekly] = details.schedules.values();
	const { items, hints } = await on.run(getShifts({ scheduleId: byId(weekly.id), onlyNext }));
	expect(items).toEqual([]);
	expect(JSON.stringify(hints)).toContain(JSON.stringify(notice).slice(1, -1));
});

it.each([
	[{ scheduleId: byId('={{ "" }}') }, "'Schedule' is empty (item 0)"],
	[
		{ filters: { until: '2020-01-01T10:00:00Z' } },
		"'Until' lies in the past: 2020-01-01T10:00:00Z (item 0)",
	],
	[
		{ filters: { since: '2026-04-16T12:00:00Z', until: '2026-04-16T12:00:00Z' } },
		"'Until' is not after 'From' (item 0)",
	],
	[{ onlyNext: '={{ "perhaps" }}' }, `'Only Next' must be true or false, not "perhaps" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getShifts(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
