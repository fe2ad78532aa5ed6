import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'schedule', operation: 'getAll', ...fields });

it('gives records', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/schedules',
		query: { limit: '50', offset: '0' },
		headers: READ_HEADERS,
		body: undefined,
	});
	const [weekly] = on.sandbox.state('pagerDuty').details.schedules.values();
	expect(items).toHaveLength(3);
	expect(items[0]).toEqual({
		json: {
			provider: 'pagerduty',
			id: weekly.id,
			name: 'Shop Weekly',
			description: 'Who is on call: Shop Weekly',
			timeZone: 'Europe/Berlin',
			users: [{ id: idsOf(on).users['Jürgen Müßig'], name: 'Jürgen Müßig' }],
			escalationPolicies: [{ id: idsOf(on).policies['Shop On-Call'], name: 'Shop On-Call' }],
			teams: [{ id: expect.any(String), name: 'Shop' }],
			nextStart: null,
			nextEnd: null,
			url: weekly.html_url,
		},
		pairedItem: { item: 0 },
	});
});

it('carries every filter and option', async () => {
	const [shop] = on.sandbox.state('pagerDuty').teams.keys();
	const nextUserId = byId(idsOf(on).users['Jürgen Müßig']);
	const include = ['final_schedule', 'overrides_subschedule', 'schedule_layers'];
	const since = '2026-04-15T12:00:00Z';
	const until = '2026-04-16T12:00:00Z';
	const { items } = await on.run(
		getMany({
			returnAll: true,
			simplify: false,
			filters: { query: 'WEEK', teamIds: rowsOfIds('teamId', [shop]) },
			options: { include, since, until, nextUserId, timeZone: 'UTC' },
		}),
	);
	expect(on.theRequest().query).toEqual({
		query: 'WEEK',
		'team_ids[]': shop,
		'include[]': include,
		since,
		until,
		include_next_oncall_for_user: nextUserId.value,
		time_zone: 'UTC',
		limit: '100',
		offset: '0',
	});
	expect(items).toHaveLength(1);
	expect(items[0].json).toMatchObject({
		name: 'Shop Weekly',
		final_schedule: { rendered_schedule_entries: [{ start: since, end: until }] },
	});
});

it('finds nothing where the plan has no teams, and says so', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('teams');
	const { items, hints } = await on.run(
		getMany({ filters: { teamIds: rowsOfIds('teamId', ['PTEAM1']) } }),
	);
	expect(items).toEqual([]);
	expect(JSON.stringify(hints)).toContain("the filter 'Teams' needs");
});

it.each([
	[{ filters: { query: '={{ "" }}' } }, "'Name Contains' is a filter without a value (item 0)"],
	[{ options: { since: 'soon' } }, `'Entries From' is no date: "soon" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
