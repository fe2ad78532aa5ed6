import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'priority', operation: 'getAll', ...fields });

it('reads the priorities, the most severe first, one record each', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/priorities',
		query: { limit: '50', offset: '0' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json.name)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5']);
	expect(items[0]).toEqual({
		json: {
			provider: 'pagerduty',
			id: idsOf(on).priorities.P1,
			name: 'P1',
			description: 'Everything stands still',
		},
		pairedItem: { item: 0 },
	});
});

it("stops at the limit, and gives PagerDuty's own objects without Simplify", async () => {
	const { items } = await on.run(getMany({ limit: 2, simplify: false }));
	expect(on.theRequest().query).toEqual({ limit: '2', offset: '0' });
	expect(items.map(({ json }) => json.type)).toEqual(['priority', 'priority']);
});

it.each([402, 404])('is empty, with a notice, where they are switched off (%d)', async (status) => {
	on.sandbox.fault('pagerDuty', { status, body: { error: { message: 'No' } } });
	const { items, hints, error } = await on.run(getMany());
	expect({ items, error }).toEqual({ items: [], error: undefined });
	expect(hints.map(({ message }) => message)).toEqual([
		"Priorities are not part of this PagerDuty account's plan, or switched off in it: the list is empty",
	]);
});

it('refuses a limit of 0 before any request', async () => {
	const { error } = await on.run(getMany({ limit: '={{ 0 }}' }));
	expect(error?.message).toBe("'Limit' cannot be 0 (item 0)");
	expect(on.requests()).toHaveLength(0);
});
