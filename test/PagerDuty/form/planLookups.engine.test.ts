import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { searchList } from '../../support/lookup';
import { byId, suite } from '../../support/suite';
import { dailyOf, windowOf } from '../plans';

const node = new PagerDutyIncidents();
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);
const call = (parameters: object) => ({
	node,
	credentials: on.credentials({}),
	parameters: { ...parameters },
});

describe('maintenance windows', () => {
	it.each([
		['end', 'open', 2],
		['update', 'open', 2],
		['get', 'all', 100],
	])('are those that can be acted on: %s', async (operation, filter, count) => {
		const parameters = { resource: 'maintenanceWindow', operation };
		const { results, paginationToken } = await searchList(
			call(parameters),
			'searchMaintenanceWindows',
		);
		expect(on.requests()[0].query).toMatchObject({ filter });
		expect(results).toHaveLength(count);
		expect(paginationToken !== undefined).toBe(count === 100);
	});

	it('go by their services where nobody has said why', async () => {
		const window = windowOf(on, 'ongoing');
		window.description = '';
		const parameters = { resource: 'maintenanceWindow', operation: 'end' };
		const { results } = await searchList(call(parameters), 'searchMaintenanceWindows');
		expect(results[0]).toEqual({
			name: `Old Shop (${window.start_time} – ${window.end_time})`,
			value: window.id,
			url: window.html_url,
		});
	});
});

describe('overrides', () => {
	const parameters = (scheduleId: unknown) => ({
		...{ resource: 'override', operation: 'delete', scheduleId },
	});

	it('are those of the chosen schedule that run or are to come', async () => {
		const { schedule, overrides } = dailyOf(on);
		const { results } = await searchList(call(parameters(byId(schedule.id))), 'searchOverrides');
		expect(results).toEqual(
			overrides.slice(1).map(({ id, user, start, end }) => ({
				name: `${user.summary} (${start} – ${end})`,
				value: id,
			})),
		);
		expect(on.requests()[0].path).toBe(`/schedules/${schedule.id}/overrides`);
	});

	it('can be searched by the name of their user', async () => {
		const { schedule } = dailyOf(on);
		const asked = call(parameters(byId(schedule.id)));
		const { results } = await searchList(asked, 'searchOverrides', 'ops b');
		expect(results.map(({ value }) => value)).toEqual([dailyOf(on).overrides[2].id]);
	});

	it('need a schedule', async () => {
		await expect(searchList(call(parameters(byId(''))), 'searchOverrides')).rejects.toThrow(
			"Choose the 'Schedule' first",
		);
	});
});
