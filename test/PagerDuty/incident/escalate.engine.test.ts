import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, idsOf, recordOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const escalate = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'escalate',
	incidentId: byId(id),
	...more,
});

it('carries level and policy', async () => {
	const { id } = seeded(on, 'triggered');
	const { policies, users } = idsOf(on);
	const policy = policies['Shop On-Call'];
	const { items } = await on.run(
		escalate(id, {
			escalationLevel: 2,
			escalationPolicyId: byId(policy),
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
				escalation_level: 2,
				escalation_policy: { id: policy, type: 'escalation_policy_reference' },
				new_field: 0,
			},
		},
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	const { assignments } = on.sandbox.state('pagerDuty').incidents.get(id) ?? {};
	expect(assignments?.map(({ assignee }) => assignee.id)).toEqual([users['Anna Schmidt']]);
});

it('sends the level alone, or the policy alone', async () => {
	const { id } = seeded(on, 'triggered');
	const policy = idsOf(on).policies['Last Resort'];
	await on.run(escalate(id, { escalationLevel: 1 }));
	const { items } = await on.run(
		escalate(id, {
			escalationLevel: '={{ "" }}',
			escalationPolicyId: byId(policy),
			simplify: false,
		}),
	);
	expect(on.requests().map(({ body }) => body)).toEqual([
		{ incident: { type: 'incident_reference', escalation_level: 1 } },
		{
			incident: {
				type: 'incident_reference',
				escalation_policy: { id: policy, type: 'escalation_policy_reference' },
			},
		},
	]);
	expect(items[0].json).toMatchObject({ type: 'incident', escalation_policy: { id: policy } });
});

it('starts with the first level, in another policy too', async () => {
	const { id } = seeded(on, 'triggered');
	const policy = idsOf(on).policies['Last Resort'];
	await on.run(escalate(id, { escalationPolicyId: byId(policy) }));
	expect(on.theRequest().body).toEqual({
		incident: {
			type: 'incident_reference',
			escalation_level: 1,
			escalation_policy: { id: policy, type: 'escalation_policy_reference' },
		},
	});
});

it.each([
	[
		'neither',
		{ escalationLevel: '={{ "" }}' },
		"'Escalation Level' and 'Escalation Policy' are both empty (item 0)",
	],
	[
		'a level of 0 from an expression',
		{ escalationLevel: '={{ 0 }}' },
		"'Escalation Level' cannot be 0 (item 0)",
	],
	['a level below 1', { escalationLevel: -1 }, "'Escalation Level' cannot be -1 (item 0)"],
	[
		'half a level',
		{ escalationLevel: 1.5 },
		`'Escalation Level' must be a whole number, not "1.5" (item 0)`,
	],
	[
		'a status',
		{ escalationLevel: 1, additionalFields: { extraFields: '{ "status": "triggered" }' } },
		"'Extra Fields (JSON)' cannot set the status (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(escalate('QXYZ', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('does not escalate a resolved incident', async () => {
	const { id } = seeded(on, 'resolved');
	const { error } = await on.run(escalate(id, { escalationLevel: 1 }));
	expect(error?.message).toContain('Already Resolved');
	expect(error?.description).toContain("Use the operation 'Reopen' first");
	expect(on.sandbox.state('pagerDuty').incidents.get(id)?.status).toBe('resolved');
});

it('says what to look at when the policy has no such level', async () => {
	const { error } = await on.run(escalate(seeded(on, 'triggered').id, { escalationLevel: 9 }));
	expect(error?.message).toBe("PagerDuty refused 'Escalate incident' (item 0): Cannot Escalate");
	expect(error?.description).toContain("has the 'Escalation Level'");
});
