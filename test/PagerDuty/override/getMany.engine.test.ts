import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { dailyOf } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const DAY = 86_400_000;
const getMany = (fields = {}) => ({
	resource: 'override',
	operation: 'getAll',
	scheduleId: byId(dailyOf(on).schedule.id),
	...fields,
});

it('gives those of now and the next 90 days', async () => {
	const { items } = await on.run(getMany());
	const { schedule, overrides } = dailyOf(on);
	const request = on.theRequest();
	expect(request).toEqual({
		method: 'GET',
		path: `/schedules/${schedule.id}/overrides`,
		query: {
			since: expect.stringMatching(/Z$/),
			until: expect.stringMatching(/Z$/),
			overflow: 'true',
		},
		headers: READ_HEADERS,
		body: undefined,
	});
	const [since, until] = [request.query.since, request.query.until].map((time) =>
		Date.parse(String(time)),
	);
	expect(until - since).toBe(90 * DAY);
	expect(Date.now() - since).toBeLessThan(60_000);
	expect(items).toEqual(
		overrides.slice(1).map(({ id, user, start, end }) => ({
			json: {
				provider: 'pagerduty',
				id,
				scheduleId: schedule.id,
				userId: user.id,
				userName: user.summary,
				start,
				end,
			},
			pairedItem: { item: 0 },
		})),
	);
});

it('carries every filter and option', async () => {
	const since = new Date(Date.now() - 10 * DAY).toISOString();
	const until = new Date(Date.now() + 10 * DAY).toISOString();
	const filters = { since, until, editable: true };
	const options = { overflow: false };
	const { items } = await on.run(getMany({ returnAll: true, simplify: false, filters, options }));
	expect(on.theRequest().query).toEqual({ since, until, editable: 'true', overflow: 'false' });
	expect(items.map(({ json }) => json)).toEqual([dailyOf(on).overrides[2]]);
});

it('does not name what is switched off: that it is named would count', async () => {
	await on.run(getMany({ filters: { editable: false } }));
	expect(on.theRequest().query).not.toHaveProperty('editable');
});

it('has null for what PagerDuty leaves out', async () => {
	on.sandbox.fault('pagerDuty', { status: 201, body: { overrides: [{ id: 'PQ47DCP' }] } });
	on.expectOddReplies();
	const { items } = await on.run(getMany({ filters: { editable: true } }));
	expect(items[0].json).toMatchObject({ userId: null, userName: null, start: null, end: null });
});

it.each([
	[{ scheduleId: byId('={{ "" }}') }, "'Schedule' is empty (item 0)"],
	[
		{ filters: { until: '2020-01-01T10:00:00Z' } },
		"'Until' lies in the past: 2020-01-01T10:00:00Z (item 0)",
	],
	[{ filters: { since: '={{ "" }}' } }, "'From' is a filter without a value (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
