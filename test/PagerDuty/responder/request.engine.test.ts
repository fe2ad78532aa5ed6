import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, READ_HEADERS, idsOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

/** Without From: the requester stands in the body. */

const request = (fields = {}) => ({
	resource: 'responder',
	operation: 'request',
	incidentId: byId(seeded(on, 'triggered').id),
	message: 'Please help',
	userIds: rowsOfIds('userId', [idsOf(on).users['Anna Schmidt']]),
	...fields,
});
const responders = () => on.sandbox.state('pagerDuty').details.responders;

it('carries every field, each target nested twice', async () => {
	const { users, policies } = idsOf(on);
	const { id } = seeded(on, 'triggered');
	const people = [users['Jürgen Müßig'], users['Anna Schmidt']];
	const { items } = await on.run(
		request({
			message: ' Bitte helfen: „Zahlung“ 🚨 ',
			userIds: rowsOfIds('userId', [people.join(', ')]),
			escalationPolicyIds: rowsOfIds('escalationPolicyId', [policies['Last Resort']]),
			additionalFields: {
				requesterId: byId(users['Priya Natarajan']),
				extraFields: '{ "new_field": 0 }',
			},
		}),
	);
	const user = (userId: string) => ({
		responder_request_target: { id: userId, type: 'user_reference' },
	});
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/incidents/${id}/responder_requests`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			requester_id: users['Priya Natarajan'],
			message: 'Bitte helfen: „Zahlung“ 🚨',
			responder_request_targets: [
				user(people[0]),
				user(people[1]),
				{
					responder_request_target: {
						id: policies['Last Resort'],
						type: 'escalation_policy_reference',
					},
				},
			],
			new_field: 0,
		},
	});
	expect(items).toEqual([
		{
			json: expect.objectContaining({
				message: 'Bitte helfen: „Zahlung“ 🚨',
				requester: expect.objectContaining({ summary: 'Priya Natarajan' }),
				incident: expect.objectContaining({ id }),
			}),
			pairedItem: { item: 0 },
		},
	]);
	expect(items[0].json.responder_request_targets).toHaveLength(3);
	expect(responders()).toHaveLength(3);
});

describe('the requester', () => {
	it('is the user with the From Email of the credential', async () => {
		const { users } = idsOf(on);
		const { id } = seeded(on, 'triggered');
		const { error } = await on.run(request());
		expect(error).toBeUndefined();
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'GET',
				path: '/users',
				query: { query: 'ops-bot@alpenrad.example', limit: '100', offset: '0' },
				headers: READ_HEADERS,
				body: undefined,
			},
			{
				method: 'POST',
				path: `/incidents/${id}/responder_requests`,
				query: {},
				headers: HEADERS_WITHOUT_FROM,
				body: {
					requester_id: users['Ops Bot'],
					message: 'Please help',
					responder_request_targets: [
						{
							responder_request_target: {
								id: users['Anna Schmidt'],
								type: 'user_reference',
							},
						},
					],
				},
			},
		]);
	});

	it('is found by the whole address, whatever its capitals, and not by a part of it', async () => {
		const { users } = on.sandbox.state('pagerDuty');
		const bot = [...users.values()].find(({ name }) => name === 'Ops Bot');
		// Comes first in the list, and matches the search as well.
		const other = { ...users.get(String(bot?.id)), id: 'PAAAAAA', name: 'A Bot' };
		users.set('PAAAAAA', { ...other, email: 'my-ops-bot@alpenrad.example' } as never);
		await on.run(request(), { credentials: on.credentials({ from: 'OPS-Bot@Alpenrad.example' }) });
		expect(on.requests()[1].body).toMatchObject({ requester_id: bot?.id });
	});

	it('is the owner of a user key', async () => {
		const { users } = idsOf(on);
		await on.run(request(), {
			credentials: on.credentials({
				apiToken: on.sandbox.api('pagerDuty').tokens.user,
				keyType: 'user',
				from: '',
			}),
		});
		expect(on.requests().map(({ path }) => path)).toEqual([
			'/users/me',
			`/incidents/${seeded(on, 'triggered').id}/responder_requests`,
		]);
		expect(on.requests()[1].body).toMatchObject({ requester_id: users['Anna Schmidt'] });
	});

	it.each([
		[
			'nobody has the From Email',
			{ from: 'nobody@alpenrad.example' },
			"'Requester' is empty, and no PagerDuty user has the 'From Email' of the credential (item 0)",
		],
		[
			'the credential has no From Email',
			{ from: '', keyType: 'account' },
			"'Requester' is empty, and 'From Email' in the credential too (item 0)",
		],
		[
			'a key that is said to be of a user is not',
			{ from: '', keyType: 'user' },
			"'Requester' is empty, and the credential's key belongs to no user (item 0)",
		],
	])('is asked for when %s', async (_, credential, message) => {
		const { error } = await on.run(request(), { credentials: on.credentials(credential) });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain("Choose the 'Requester' under Additional Fields");
		expect(responders()).toEqual([]);
	});
});

it.each([
	[
		'requester',
		{ additionalFields: { requesterId: byId('PNOTHERE') } },
		"if a 'Requester' is set, check that too",
	],
	['user', { userIds: rowsOfIds('userId', ['PNOTHERE']) }, 'Choose another user'],
	[
		'policy',
		{ escalationPolicyIds: rowsOfIds('escalationPolicyId', ['PNOTHERE']) },
		"Choose another 'Escalation Policy'",
	],
])('names a %s that is not there, and asks nobody', async (_, fields, hint) => {
	const { error } = await on.run(request(fields));
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.description).toContain(hint);
	expect(responders()).toEqual([]);
});

it('is never sent again when nobody can tell what became of it', async () => {
	on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
	const { error } = await on.run(request());
	expect(on.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
	expect(error?.description).toContain('Look at the responders of the incident');
});

it('says that the plan lacks the feature', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('coordinated_responding');
	const { error } = await on.run(request());
	expect(error).toMatchObject({ httpCode: '402' });
	expect(error?.description).toContain('does not include the feature');
});

it.each([
	[
		'nobody is chosen',
		{ userIds: {} },
		"'Users' and 'Escalation Policies' are both empty (item 0)",
	],
	['the message is empty', { message: '={{ " " }}' }, "'Message' is empty (item 0)"],
	[
		'the requester is an address',
		{ additionalFields: { requesterId: byId('={{ "bot@example.com" }}') } },
		`'Requester' is not an ID: "bot@example.com" (item 0)`,
	],
])('sends nothing when %s', async (_, fields, message) => {
	const { error } = await on.run(request(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
