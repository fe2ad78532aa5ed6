import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { HEADERS, idsOf, recordOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const reassign = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'reassign',
	incidentId: byId(id),
	...more,
});

it('assigns several users', async () => {
	const { id } = seeded(on, 'triggered');
	const { users } = idsOf(on);
	const ids = [users['Jürgen Müßig'], users['Anna Schmidt']];
	const { items } = await on.run(
		reassign(id, {
			assigneeIds: rowsOfIds('assigneeId', ids),
			additionalFields: { extraFields: '{ "new_field": 0 }' },
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/incidents/${id}`,
		query: {},
		headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
		body: {
			incident: {
				type: 'incident_reference',
				assignments: [
					{ assignee: { id: users['Jürgen Müßig'], type: 'user_reference' } },
					{ assignee: { id: users['Anna Schmidt'], type: 'user_reference' } },
				],
				new_field: 0,
			},
		},
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
});

it('takes a list of users from an expression', async () => {
	const { id } = seeded(on, 'triggered');
	const ids = Object.values(idsOf(on).users);
	const { items } = await on.run(
		reassign(id, {
			assigneeIds: { values: [{ assigneeId: byId('={{ $json.ids }}') }] },
			simplify: false,
		}),
		{ items: [{ ids }] },
	);
	expect(items[0].json.assignments).toMatchObject(ids.map((user) => ({ assignee: { id: user } })));
});

it('hands over to a policy', async () => {
	const { id } = seeded(on, 'triggered');
	const policy = idsOf(on).policies['Shop On-Call'];
	await on.run(reassign(id, { escalationPolicyId: byId(policy) }));
	expect(on.theRequest()).toMatchObject({ headers: HEADERS });
	expect(on.theRequest().body).toEqual({
		incident: {
			type: 'incident_reference',
			escalation_policy: { id: policy, type: 'escalation_policy_reference' },
		},
	});
});

it.each([
	['nobody', {}, "'Assignees' and 'Escalation Policy' are both empty (item 0)"],
	[
		'users and a policy',
		{ assigneeIds: rowsOfIds('assigneeId', ['PUSER01']), escalationPolicyId: byId('PPOLICY') },
		"'Assignees' and 'Escalation Policy' cannot both be set (item 0)",
	],
	[
		'a status',
		{
			escalationPolicyId: byId('PPOLICY'),
			additionalFields: { extraFields: '{ "status": "triggered" }' },
		},
		"'Extra Fields (JSON)' cannot set the status (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(reassign('QXYZ', fields));
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toEqual([]);
});

it.each([
	['a user that is not there', { assigneeIds: rowsOfIds('assigneeId', ['PNOBODY']) }, 'Assignee'],
	['a policy that is not there', { escalationPolicyId: byId('PNOTHERE') }, 'Escalation Policy'],
])('names %s', async (_, fields, label) => {
	const { error } = await on.run(reassign(seeded(on, 'triggered').id, fields));
	expect(error?.message).toContain("PagerDuty refused 'Reassign incident' (item 0)");
	expect(error?.description).toContain(`Choose another '${label}'`);
});

it('does not open a resolved incident', async () => {
	const { id } = seeded(on, 'resolved');
	const policy = idsOf(on).policies['Shop On-Call'];
	const { error } = await on.run(reassign(id, { escalationPolicyId: byId(policy) }));
	expect(error?.message).toContain('Already Resolved');
	expect(error?.description).toContain("Use the operation 'Reopen' first");
});
