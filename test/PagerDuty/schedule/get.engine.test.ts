import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';
import { dailyOf } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const get = (schedule: object, fields = {}) => ({
	resource: 'schedule',
	operation: 'get',
	scheduleId: { ...schedule },
	...fields,
});
const named = (...names: string[]) => names.map((name) => ({ id: idsOf(on).users[name], name }));

it('gives a record', async () => {
	const { schedule } = dailyOf(on);
	const { items } = await on.run(get(byId(schedule.id)));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/schedules/${schedule.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: schedule.id,
				name: 'Platform Daily',
				description: 'Who is on call: Platform Daily',
				timeZone: 'Europe/Berlin',
				users: named('Priya Natarajan', 'Anna Schmidt', 'Ops Bot'),
				escalationPolicies: [],
				teams: [],
				nextStart: null,
				nextEnd: null,
				url: schedule.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('carries every option', async () => {
	const { schedule } = dailyOf(on);
	const nextUserId = byId(idsOf(on).users['Anna Schmidt']);
	const since = '2026-04-15T12:00:00Z';
	const until = '2026-04-16T12:00:00Z';
	const options = { since, until, nextUserId, timeZone: 'UTC', overflow: false };
	const { items } = await on.run(get(byId(schedule.id), { simplify: false, options }));
	expect(on.theRequest().query).toEqual({
		since,
		until,
		include_next_oncall_for_user: nextUserId.value,
		time_zone: 'UTC',
		overflow: 'false',
	});
	expect(items[0].json).toMatchObject({
		type: 'schedule',
		final_schedule: { rendered_schedule_entries: [{ start: since }, { end: until }] },
		next_oncall_for_user: { user: { summary: 'Anna Schmidt' } },
	});
});

it('shows the next shift of a user with Simplify, too', async () => {
	const { schedule } = dailyOf(on);
	const options = { nextUserId: byId(idsOf(on).users['Anna Schmidt']) };
	const { items } = await on.run(get(byId(schedule.id), { options }));
	expect(Date.parse(String(items[0].json.nextStart))).toBe(Date.parse(schedule.end));
	expect(Date.parse(String(items[0].json.nextEnd))).toBeGreaterThan(Date.parse(schedule.end));
});

it('takes its address', async () => {
	const { id, html_url } = dailyOf(on).schedule;
	const { items } = await on.run(get({ __rl: true, mode: 'url', value: html_url }));
	expect(items[0].json.id).toBe(id);
});

it.each([
	[{ scheduleId: byId('={{ "" }}') }, "'Schedule' is empty (item 0)"],
	[
		{ options: { since: '2026-04-16T12:00:00Z', until: '2026-04-16T12:00:00Z' } },
		"'Entries Until' is not after 'Entries From' (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(get(byId('PSCHEDULE'), fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
