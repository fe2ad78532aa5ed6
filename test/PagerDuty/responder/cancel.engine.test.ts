import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, idsOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

/** Anna was asked, Jürgen has joined, the policy Last Resort has declined, nobody else was asked. */
function asked() {
	const { users, policies } = idsOf(on);
	const { id: incidentId } = seeded(on, 'triggered');
	const { details } = on.sandbox.state('pagerDuty');
	details.responders = [
		{ incidentId, type: 'user', id: users['Anna Schmidt'], state: 'pending' },
		{ incidentId, type: 'user', id: users['Jürgen Müßig'], state: 'joined' },
		{ incidentId, type: 'escalation_policy', id: policies['Last Resort'], state: 'declined' },
	];
	return { users, policies, incidentId, details };
}

const cancel = (incidentId: string, userIds: string[], fields = {}) => ({
	resource: 'responder',
	operation: 'cancel',
	incidentId: byId(incidentId),
	userIds: rowsOfIds('userId', userIds),
	additionalFields: { requesterId: byId(idsOf(on).users['Ops Bot']) },
	...fields,
});

it('sends flat targets, and gives one item for each with its result', async () => {
	const { users, policies, incidentId, details } = asked();
	const people = ['Anna Schmidt', 'Jürgen Müßig', 'Priya Natarajan'].map((name) => users[name]);
	const { items, hints } = await on.run(
		cancel(incidentId, people, {
			escalationPolicyIds: rowsOfIds('escalationPolicyId', [policies['Last Resort']]),
			additionalFields: {
				requesterId: byId(users['Ops Bot']),
				extraFields: '{ "new_field": false }',
			},
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/incidents/${incidentId}/responder_requests/cancel`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			requester_id: users['Ops Bot'],
			responder_request_targets: [
				...people.map((id) => ({ id, type: 'user_reference' })),
				{ id: policies['Last Resort'], type: 'escalation_policy_reference' },
			],
			new_field: false,
		},
	});
	expect(items.map(({ json }) => json)).toEqual([
		{ id: people[0], type: 'user_reference', result: 'cancelled' },
		{ id: people[1], type: 'user_reference', result: 'joined' },
		{ id: people[2], type: 'user_reference', result: 'not_found' },
		{ id: policies['Last Resort'], type: 'escalation_policy_reference', result: 'declined' },
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(4).fill({ item: 0 }));
	expect(details.responders).toHaveLength(2);
	expect(hints.map(({ message }) => message)).toEqual([
		"Some responder requests were not cancelled: 'result' says whether the responder joined, declined, or was not asked (not_found)",
	]);
});

it('says nothing more when all were cancelled, and finds the requester by itself', async () => {
	const { users, incidentId } = asked();
	const { items, hints } = await on.run(
		cancel(incidentId, [users['Anna Schmidt']], { additionalFields: {} }),
	);
	expect(items.map(({ json }) => json.result)).toEqual(['cancelled']);
	expect(hints).toEqual([]);
	expect(on.requests().map(({ path }) => path)).toEqual([
		'/users',
		`/incidents/${incidentId}/responder_requests/cancel`,
	]);
	expect(on.requests()[1].body).toEqual({
		requester_id: users['Ops Bot'],
		responder_request_targets: [{ id: users['Anna Schmidt'], type: 'user_reference' }],
	});
});

it('is sent again when its answer is lost', async () => {
	const { users, incidentId, details } = asked();
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { error } = await on.run(cancel(incidentId, [users['Anna Schmidt']]));
	expect(error).toBeUndefined();
	expect(on.requests()).toHaveLength(2);
	expect(details.responders).toHaveLength(2);
});

it('says that the plan lacks the feature', async () => {
	const { users, incidentId } = asked();
	on.sandbox.state('pagerDuty').abilities.delete('coordinated_responding');
	const { error } = await on.run(cancel(incidentId, [users['Anna Schmidt']]));
	expect(error).toMatchObject({ httpCode: '402' });
	expect(error?.description).toContain('does not include the feature');
});

it('sends nothing when nobody is chosen', async () => {
	const { error } = await on.run(cancel('Q1XYZ2ABCDEFGH', []));
	expect(error?.message).toBe("'Users' and 'Escalation Policies' are both empty (item 0)");
	expect(on.requests()).toEqual([]);
});
