import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, idsOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const add = (incidentId: string, fields: object) => ({
	resource: 'subscriber',
	operation: 'add',
	incidentId: byId(incidentId),
	...fields,
});
const team = () => [...on.sandbox.state('pagerDuty').teams.values()][0].id;

it('subscribes users and teams, and gives one item for each with its result', async () => {
	const { id } = seeded(on, 'triggered');
	const anna = idsOf(on).users['Anna Schmidt'];
	on.sandbox.state('pagerDuty').details.subscriptions.push({
		incidentId: id,
		subscriber_id: anna,
		subscriber_type: 'user',
	});
	const { items } = await on.run(
		add(id, {
			userIds: rowsOfIds('userId', [anna, 'PNOTHERE']),
			teamIds: rowsOfIds('teamId', [team()]),
			additionalFields: { extraFields: '{ "new_field": 0 }' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/incidents/${id}/status_updates/subscribers`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			subscribers: [
				{ subscriber_id: anna, subscriber_type: 'user' },
				{ subscriber_id: 'PNOTHERE', subscriber_type: 'user' },
				{ subscriber_id: team(), subscriber_type: 'team' },
			],
			new_field: 0,
		},
	});
	const common = { subscribable_id: id, subscribable_type: 'incident', account_id: 'PACCT01' };
	expect(items.map(({ json }) => json)).toEqual([
		{ ...common, subscriber_id: anna, subscriber_type: 'user', result: 'duplicate' },
		{ ...common, subscriber_id: 'PNOTHERE', subscriber_type: 'user', result: 'unauthorized' },
		{ ...common, subscriber_id: team(), subscriber_type: 'team', result: 'success' },
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(3).fill({ item: 0 }));
});

it('takes one team alone', async () => {
	const { id } = seeded(on, 'triggered');
	await on.run(add(id, { teamIds: rowsOfIds('teamId', [team()]) }));
	expect(on.theRequest().body).toEqual({
		subscribers: [{ subscriber_id: team(), subscriber_type: 'team' }],
	});
});

it('is sent again when its answer is lost, and subscribes once', async () => {
	const { id } = seeded(on, 'triggered');
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { error, items } = await on.run(add(id, { teamIds: rowsOfIds('teamId', [team()]) }));
	expect(error).toBeUndefined();
	expect(items[0].json.result).toBe('duplicate');
	expect(on.sandbox.state('pagerDuty').details.subscriptions).toHaveLength(1);
});

it('sends nothing when nobody is chosen', async () => {
	const { error } = await on.run(add('Q1XYZ2ABCDEFGH', { userIds: {} }));
	expect(error?.message).toBe("'Users' and 'Teams' are both empty (item 0)");
	expect(on.requests()).toEqual([]);
});
