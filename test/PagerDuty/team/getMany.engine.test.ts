import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'team', operation: 'getAll', ...fields });

it('sends the filter as documented, and gives one record each', async () => {
	const { items } = await on.run(getMany({ limit: 5, filters: { query: 'plat' } }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/teams',
		query: { query: 'plat', limit: '5', offset: '0' },
		headers: READ_HEADERS,
		body: undefined,
	});
	const [, platform] = on.sandbox.state('pagerDuty').teams.values();
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: platform.id,
				name: 'Platform',
				description: 'Team Platform',
				defaultRole: null,
				url: platform.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('reads all when nothing is set, page by page', async () => {
	const { teams } = on.sandbox.state('pagerDuty');
	const [team] = teams.values();
	for (let index = 0; index < 120; index += 1) {
		teams.set(`PMORE${index}`, { ...team, id: `PMORE${index}` });
	}
	const { items } = await on.run(getMany({ returnAll: true, simplify: false }));
	expect(items).toHaveLength(122);
	expect(items[0].json.type).toBe('team');
	expect(on.requests().map(({ query }) => query)).toEqual([
		{ limit: '100', offset: '0' },
		{ limit: '100', offset: '100' },
	]);
});

it('is empty, with a notice, where the plan has no teams', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('teams');
	const { items, hints, error } = await on.run(getMany());
	expect({ items, error }).toEqual({ items: [], error: undefined });
	expect(hints.map(({ message }) => message)).toEqual([
		"Teams are not part of this PagerDuty account's plan, or switched off in it: the list is empty",
	]);
});

it('does not take a wrong address for a plan without teams', async () => {
	on.sandbox.fault('pagerDuty', { status: 404, body: {} });
	const { error } = await on.run(getMany());
	expect(error).toMatchObject({ httpCode: '404' });
});

it('refuses a limit of 0 before any request', async () => {
	const { error } = await on.run(getMany({ limit: '={{ 0 }}' }));
	expect(error?.message).toBe("'Limit' cannot be 0 (item 0)");
	expect(on.requests()).toHaveLength(0);
});
