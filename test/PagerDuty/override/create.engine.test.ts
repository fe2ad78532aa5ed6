import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, idsOf } from '../incidents';
import { dailyOf } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const HOUR = 3_600_000;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const inHours = (hours: number) =>
	`${new Date(Date.now() + hours * HOUR).toISOString().slice(0, 19)}Z`;
const create = (fields = {}) => ({
	resource: 'override',
	operation: 'create',
	scheduleId: byId(dailyOf(on).schedule.id),
	userId: byId(idsOf(on).users['Jürgen Müßig']),
	...fields,
});
const timed = (start: number, end: number) => ({
	startsBy: 'time',
	startsAt: inHours(start),
	endsBy: 'time',
	endsAt: inHours(end),
});
const stored = () =>
	on.sandbox.state('pagerDuty').planning.overrides.get(dailyOf(on).schedule.id) ?? [];
const newest = () => stored()[stored().length - 1];
const posts = () => on.requests().filter(({ method }) => method === 'POST');

it('carries every field, without From', async () => {
	const times = timed(24, 26);
	const additionalFields = { extraFields: '{ "new_field": 0, "flag": false }' };
	const { items } = await on.run(create({ ...times, additionalFields }));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/schedules/${dailyOf(on).schedule.id}/overrides`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			overrides: [
				{
					start: times.startsAt,
					end: times.endsAt,
					user: { id: idsOf(on).users['Jürgen Müßig'], type: 'user_reference' },
					new_field: 0,
					flag: false,
				},
			],
		},
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: newest().id,
				scheduleId: dailyOf(on).schedule.id,
				userId: idsOf(on).users['Jürgen Müßig'],
				userName: 'Jürgen Müßig',
				start: times.startsAt,
				end: times.endsAt,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('needs schedule and user alone: it begins now and lasts an hour', async () => {
	await on.run(create());
	expect(on.theRequest().body).toEqual({
		overrides: [
			{
				start: expect.stringMatching(ISO),
				end: expect.stringMatching(ISO),
				user: { id: idsOf(on).users['Jürgen Müßig'], type: 'user_reference' },
			},
		],
	});
	const [sent] = (on.theRequest().body as { overrides: Array<{ start: string; end: string }> })
		.overrides;
	expect(Date.parse(sent.end) - Date.parse(sent.start)).toBe(HOUR);
	expect(Date.now() - Date.parse(sent.start)).toBeLessThan(60_000);
});

it("gives the vendor's own override without Simplify", async () => {
	const { items } = await on.run(create({ simplify: false }));
	expect(items[0].json).toEqual(newest());
});

it('says what was refused inside an answer that looks like success', async () => {
	const { items, error } = await on.run(create({ userId: byId('PNOTHERE') }));
	expect(items).toEqual([]);
	expect(error).toMatchObject({
		httpCode: '400',
		message: "PagerDuty refused 'Create override' (item 0): User Not Found",
	});
	expect(error?.description).toContain('that the time lies within that of the schedule');
	expect(posts()).toHaveLength(1);
});

describe('when the answer is lost', () => {
	it.each([
		['begins now', () => ({})],
		['is to come', () => timed(24, 25)],
	])('finds the override that was made and makes no second one: it %s', async (_, times) => {
		const before = stored().length;
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(create(times()));
		expect(error).toBeUndefined();
		expect(stored()).toHaveLength(before + 1);
		expect(items[0].json.id).toBe(newest().id);
		expect(posts()).toHaveLength(1);
	});

	it('makes it again when it was not made, beside others that are not alike', async () => {
		const times = timed(24, 25);
		await on.run(create({ ...times, userId: byId(idsOf(on).users['Anna Schmidt']) }));
		await on.run(create({ ...times, endsAt: inHours(26) }));
		await on.run(create({ ...times, startsAt: inHours(23) }));
		const before = stored().length;
		on.sandbox.clearRequests();
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'before' });
		const { items, error } = await on.run(create(times));
		expect(error).toBeUndefined();
		expect(posts()).toHaveLength(2);
		expect(stored()).toHaveLength(before + 1);
		expect(items[0].json.id).toBe(newest().id);
	});
});

it.each([
	[{ scheduleId: byId('={{ "" }}') }, "'Schedule' is empty (item 0)"],
	[{ userId: byId('={{ "" }}') }, "'User' is empty (item 0)"],
	[{ duration: 0 }, "'Duration' cannot be 0 hours (item 0)"],
	[
		{
			startsBy: 'time',
			startsAt: '2099-01-01T10:00:00Z',
			endsBy: 'time',
			endsAt: '2099-01-01T10:00:00Z',
		},
		"'Ends At' is not after 'Starts At' (item 0)",
	],
	[
		{ endsBy: 'time', endsAt: '2020-01-01T10:00:00Z' },
		"'Ends At' lies in the past: 2020-01-01T10:00:00Z (item 0)",
	],
	[{ startsBy: 'time', startsAt: '={{ "" }}' }, "'Starts At' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(create(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
