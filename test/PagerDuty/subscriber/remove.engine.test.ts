import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, idsOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const remove = (incidentId: string, fields: object) => ({
	resource: 'subscriber',
	operation: 'remove',
	incidentId: byId(incidentId),
	...fields,
});

it('ends subscriptions, and gives the counts', async () => {
	const { id } = seeded(on, 'triggered');
	const { users } = idsOf(on);
	const { details, teams } = on.sandbox.state('pagerDuty');
	const [team] = teams.keys();
	const all = [
		{ subscriber_id: users['Anna Schmidt'], subscriber_type: 'user' as const },
		{ subscriber_id: users['Ops Bot'], subscriber_type: 'user' as const },
		{ subscriber_id: team, subscriber_type: 'team' as const },
	];
	details.subscriptions = [all[0], all[2]].map((one) => ({ ...one, incidentId: id }));
	const { items } = await on.run(
		remove(id, {
			userIds: rowsOfIds('userId', [users['Anna Schmidt'], users['Ops Bot']]),
			teamIds: rowsOfIds('teamId', [team]),
			additionalFields: { extraFields: '{ "new_field": 0 }' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/incidents/${id}/status_updates/unsubscribe`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: { subscribers: all, new_field: 0 },
	});
	expect(items).toEqual([
		{
			json: { deleted_count: 2, unauthorized_count: 0, non_existent_count: 1 },
			pairedItem: { item: 0 },
		},
	]);
	expect(details.subscriptions).toEqual([]);
});

it('is sent again when its answer is lost', async () => {
	const { id } = seeded(on, 'triggered');
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { error } = await on.run(
		remove(id, { userIds: rowsOfIds('userId', [idsOf(on).users['Ops Bot']]) }),
	);
	expect(error).toBeUndefined();
	expect(on.requests()).toHaveLength(2);
});

it('sends nothing when nobody is chosen', async () => {
	const { error } = await on.run(remove('Q1XYZ2ABCDEFGH', { teamIds: {} }));
	expect(error?.message).toBe("'Users' and 'Teams' are both empty (item 0)");
	expect(on.requests()).toEqual([]);
});
