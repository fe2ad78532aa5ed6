import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { dailyOf } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const remove = (overrideId: string, fields = {}) => ({
	resource: 'override',
	operation: 'delete',
	scheduleId: byId(dailyOf(on).schedule.id),
	overrideId: byId(overrideId),
	...fields,
});
const OVER = 'Some overrides were over already: nothing was changed on them';

it('deletes what is to come, without From', async () => {
	const { schedule, overrides } = dailyOf(on);
	const { id } = overrides[2];
	const { items } = await on.run(remove(id));
	expect(on.theRequest()).toEqual({
		method: 'DELETE',
		path: `/schedules/${schedule.id}/overrides/${id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: { deleted: true, ended: false }, pairedItem: { item: 0 } }]);
	expect(overrides).toHaveLength(2);
});

it('ends what has begun, and says so', async () => {
	const [, running] = dailyOf(on).overrides;
	const { items } = await on.run(remove(running.id));
	expect(items[0].json).toEqual({ deleted: false, ended: true });
	expect(Date.parse(running.end)).toBeLessThanOrEqual(Date.now());
});

it('is content with what is over, and says so', async () => {
	const { items, error, hints } = await on.run(remove(dailyOf(on).overrides[0].id));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: false, ended: true });
	expect(JSON.stringify(hints)).toContain(OVER);
});

it.each([
	[2, { deleted: true, ended: null }, 404],
	[1, { deleted: false, ended: true }, 400],
])('is done when the answer was lost (override %i)', async (place, json, status) => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(remove(dailyOf(on).overrides[place].id));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual(json);
	expect(on.requests().map((request) => request.status)).toEqual([0, status]);
});

it('does not take any other refusal for that', async () => {
	const body = { error: { message: 'Invalid Input Provided', code: 2001 } };
	on.sandbox.fault('pagerDuty', { status: 400, body });
	const { error } = await on.run(remove(dailyOf(on).overrides[2].id));
	expect(error?.message).toBe(
		"PagerDuty refused 'Delete override' (item 0): Invalid Input Provided",
	);
});

it('refuses an empty override before any request', async () => {
	const { error } = await on.run(remove('={{ "" }}'));
	expect(error?.message).toBe("'Override' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
