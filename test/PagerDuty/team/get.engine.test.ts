import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const shop = () => [...on.sandbox.state('pagerDuty').teams.values()][0];
const get = (id: string, fields = {}) => ({
	resource: 'team',
	operation: 'get',
	teamId: byId(id),
	...fields,
});

it('gives the record of a team', async () => {
	const team = shop();
	const { items } = await on.run(get(team.id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/teams/${team.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: team.id,
				name: 'Shop',
				description: 'Team Shop',
				defaultRole: null,
				url: team.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("asks for what it can include, and gives PagerDuty's own object without Simplify", async () => {
	const { items } = await on.run(
		get(shop().id, { simplify: false, options: { include: ['privileges'] } }),
	);
	expect(on.theRequest().query).toEqual({ 'include[]': 'privileges' });
	expect(items[0].json).toEqual(shop());
});

it('says that the plan has no teams', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('teams');
	const { error } = await on.run(get(shop().id));
	expect(error).toMatchObject({ httpCode: '402' });
	expect(error?.description).toContain('The plan of this PagerDuty account');
});

it.each([
	['={{ "" }}', {}, "'Team' is empty (item 0)"],
	['PTEAM12', { include: ['members'] }, `'Include' cannot be "members" (item 0)`],
])('refuses %s %j before any request', async (id, options, message) => {
	const { error } = await on.run(get(id, { options }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
