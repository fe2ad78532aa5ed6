import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { HEADERS, READ_HEADERS, idsOf, recordOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const reopen = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'reopen',
	incidentId: byId(id),
	...more,
});
const body = () => on.requests().find(({ method }) => method === 'PUT')?.body;

it('looks at the incident, then sets it to triggered', async () => {
	const { id } = seeded(on, 'resolved');
	const { items } = await on.run(
		reopen(id, {
			additionalFields: { extraFields: '{ "new_field": 0 }' },
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: `/incidents/${id}`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		},
		{
			method: 'PUT',
			path: `/incidents/${id}`,
			query: {},
			headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
			body: { incident: { type: 'incident_reference', new_field: 0, status: 'triggered' } },
		},
	]);
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(items[0].json.status).toBe('triggered');
});

it('notifies several users instead of the policy', async () => {
	const { id } = seeded(on, 'resolved');
	const { users } = idsOf(on);
	const ids = [users['Anna Schmidt'], users['Priya Natarajan']];
	const { items } = await on.run(
		reopen(id, { assigneeIds: rowsOfIds('assigneeId', ids), simplify: false }),
	);
	expect(body()).toEqual({
		incident: {
			type: 'incident_reference',
			assignments: ids.map((user) => ({ assignee: { id: user, type: 'user_reference' } })),
			status: 'triggered',
		},
	});
	expect(items[0].json).toMatchObject({ assigned_via: 'direct_assignment', resolved_at: null });
});

it('notifies another policy', async () => {
	const { id } = seeded(on, 'resolved');
	const policy = idsOf(on).policies['Last Resort'];
	await on.run(reopen(id, { escalationPolicyId: byId(policy) }));
	expect(body()).toEqual({
		incident: {
			type: 'incident_reference',
			escalation_policy: { id: policy, type: 'escalation_policy_reference' },
			status: 'triggered',
		},
	});
});

it.each(['triggered', 'acknowledged'] as const)(
	'leaves a %s incident as it is, and says so',
	async (status) => {
		const { id } = seeded(on, status);
		const { items, hints } = await on.run(reopen(id));
		expect(items[0].json).toMatchObject({ id, status });
		expect(hints.map(({ message }) => message)).toEqual([
			`Some incidents were ${status} already: nothing was changed on them`,
		]);
		expect(on.requests().map(({ method }) => method)).toEqual(['GET']);
	},
);

it('reopens once when the answer to the first attempt is lost', async () => {
	const { id } = seeded(on, 'resolved');
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { items, error } = await on.run(reopen(id));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id, status: 'triggered' });
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[
		'a status',
		{ additionalFields: { extraFields: '{ "status": "triggered" }' } },
		"'Extra Fields (JSON)' cannot set the status (item 0)",
	],
	[
		'users and a policy',
		{ assigneeIds: rowsOfIds('assigneeId', ['PUSER01']), escalationPolicyId: byId('PPOLICY') },
		"'Assignees' and 'Escalation Policy' cannot both be set (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(reopen('QXYZ', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
