import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { openApi } from '../../support/openapi';
import { byId, comparable, suite } from '../../support/suite';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
const contract = openApi('pagerduty-rest.json');

const create = (fields: IDataObject) => ({
	resource: 'incident',
	operation: 'create',
	...fields,
});

/** IDs of the sandbox's company. */
function company() {
	const { services, users, escalationPolicies, priorities } = on.sandbox.state('pagerDuty');
	const named = (all: Map<string, { id: string; name: string }>, name: string) =>
		[...all.values()].find((one) => one.name === name)?.id ?? '';
	return {
		service: named(services, 'Checkout'),
		policy: named(escalationPolicies, 'Platform On-Call'),
		priority: named(priorities, 'P1'),
		user: [...users.values()][1].id,
	};
}

const everyField = ({ policy, priority }: ReturnType<typeof company>) => ({
	body: 'Störung im Warenkorb: 502 seit 03:00 „UTC“ 🚨',
	conferenceNumber: '+1 415-555-1212,,,,1234#',
	conferenceUrl: 'https://meet.example.com/incident',
	escalationPolicyId: byId(policy),
	incidentKey: 'checkout-502',
	incidentType: 'major_incident',
	priorityId: priority,
	urgency: 'low',
	extraFields: '{ "new_field": 0 }',
});

const headers = {
	accept: 'application/vnd.pagerduty+json;version=2',
	authorization: 'Token token=sandbox-pagerduty-token',
	'content-type': 'application/json',
	from: 'ops-bot@alpenrad.example',
};

describe('the request', () => {
	it('carries every field of the form as the vendor documents it', async () => {
		const ids = company();
		const anna = [...on.sandbox.state('pagerDuty').users.values()][2];
		await on.run(
			create({
				title: 'Checkout answers with 502',
				serviceId: byId(ids.service),
				additionalFields: everyField(ids),
				options: { from: anna.email },
			}),
		);
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/incidents',
			query: {},
			headers: { ...headers, from: anna.email },
			body: {
				incident: {
					type: 'incident',
					title: 'Checkout answers with 502',
					service: { id: ids.service, type: 'service_reference' },
					priority: { id: ids.priority, type: 'priority_reference' },
					urgency: 'low',
					body: {
						type: 'incident_body',
						details: 'Störung im Warenkorb: 502 seit 03:00 „UTC“ 🚨',
					},
					incident_key: 'checkout-502',
					escalation_policy: { id: ids.policy, type: 'escalation_policy_reference' },
					incident_type: { name: 'major_incident' },
					conference_bridge: {
						conference_number: '+1 415-555-1212,,,,1234#',
						conference_url: 'https://meet.example.com/incident',
					},
					new_field: 0,
				},
			},
		});
	});

	it('carries an assignee instead of an escalation policy', async () => {
		const { service, user } = company();
		await on.run(
			create({
				title: 'For one person',
				serviceId: byId(service),
				additionalFields: { assigneeId: byId(user) },
			}),
		);
		expect(on.theRequest().body).toEqual({
			incident: {
				type: 'incident',
				title: 'For one person',
				service: { id: service, type: 'service_reference' },
				assignments: [{ assignee: { id: user, type: 'user_reference' } }],
			},
		});
	});

	it('holds nothing that was not filled in', async () => {
		const { service } = company();
		await on.run(create({ title: 'Minimal', serviceId: byId(service) }));
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/incidents',
			query: {},
			headers,
			body: {
				incident: {
					type: 'incident',
					title: 'Minimal',
					service: { id: service, type: 'service_reference' },
				},
			},
		});
	});

	it('leaves From out for a user key without one', async () => {
		const { service } = company();
		const result = await on.run(create({ title: 'By a user', serviceId: byId(service) }), {
			credentials: on.credentials({ apiToken: on.sandbox.userToken, keyType: 'user', from: '' }),
		});
		expect(result.error).toBeUndefined();
		expect(on.theRequest().headers).not.toHaveProperty('from');
	});

	if (contract) {
		it('fits the official schema, with every field and with the required ones only', async () => {
			const ids = company();
			const base = { title: 'Schema', serviceId: byId(ids.service) };
			await on.run(create({ ...base, additionalFields: everyField(ids) }));
			await on.run(create(base));
			const [full, minimal] = on.requests().map(comparable);
			// The guide, against the schema, wants the details as text. Sheet pagerduty, section 6.1.
			expect(contract.bodyIssues('/incidents', full)).toEqual([
				'/incident/body/details must be object',
			]);
			expect(contract.bodyIssues('/incidents', minimal)).toEqual([]);
		});
	}
});

describe('the output', () => {
	it('is the common record', async () => {
		const { service } = company();
		const { items } = await on.run(create({ title: 'Shape', serviceId: byId(service) }));
		const [stored] = [...on.sandbox.state('pagerDuty').incidents.values()].slice(-1);
		expect(items).toEqual([
			{
				json: {
					provider: 'pagerduty',
					id: stored.id,
					number: stored.incident_number,
					title: 'Shape',
					status: 'triggered',
					severity: 'critical',
					url: stored.html_url,
					service: 'Checkout',
					createdAt: stored.created_at,
					updatedAt: stored.updated_at,
					vendorStatus: 'triggered',
					vendorSeverity: 'high',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it("is the vendor's own object when Simplify is off", async () => {
		const { service } = company();
		const { items } = await on.run(
			create({ title: 'Raw', serviceId: byId(service), simplify: false }),
		);
		expect(items[0].json).toMatchObject({ type: 'incident', title: 'Raw', incident_number: 1007 });
	});
});

describe('bad input is refused before any request', () => {
	const refusals: Array<[string, IDataObject, string]> = [
		['an empty title', { title: ' ' }, "'Title' is empty (item 0)"],
		['no service', { serviceId: byId('={{ "" }}') }, "'Service' is empty (item 0)"],
		[
			'an ID that is none',
			{ serviceId: byId('={{ "not an id" }}') },
			`'Service' is not an ID: "not an id" (item 0)`,
		],
		[
			'both assignee and policy',
			{ additionalFields: { assigneeId: byId('PUSER01'), escalationPolicyId: byId('PPOLICY') } },
			"'Assignee' and 'Escalation Policy' cannot both be set (item 0)",
		],
		[
			'malformed JSON',
			{ additionalFields: { extraFields: '{ nope' } },
			"'Extra Fields (JSON)' is not valid JSON",
		],
		[
			'an unknown urgency',
			{ additionalFields: { urgency: 'loud' } },
			`'Urgency' cannot be "loud" (item 0)`,
		],
		[
			'a From that is none',
			{ options: { from: 'bot' } },
			`'From Email' is no e-mail address: "bot"`,
		],
	];

	it.each(refusals)('%s', async (_, fields, message) => {
		const { error } = await on.run(
			create({ title: 'Fine', serviceId: byId('PSERVICE'), ...fields }),
		);
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toEqual([]);
	});

	it('a general access key without From, by name', async () => {
		const { error } = await on.run(create({ title: 'No From', serviceId: byId('PSERVICE') }), {
			credentials: on.credentials({ from: '' }),
		});
		expect(error?.message).toBe(
			"'From Email' is empty, and a general access API key needs it for this operation (item 0)",
		);
		expect(error?.description).toContain('in the credential, or in this node under Options');
		expect(on.requests()).toEqual([]);
	});

	it('in one item, although the others are fine', async () => {
		const { service } = company();
		const { error } = await on.run(create({ title: '={{ $json.t }}', serviceId: byId(service) }), {
			items: [{ t: 'One' }, { t: '' }],
		});
		expect(error?.message).toBe("'Title' is empty (item 1)");
		expect(on.requests()).toEqual([]);
	});
});

describe("the vendor's refusals", () => {
	it('say that the token is wrong, once, and never show it', async () => {
		const { service } = company();
		const { error } = await on.run(create({ title: 'Wrong', serviceId: byId(service) }), {
			credentials: on.credentials({ apiToken: 'wrong-token' }),
		});
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			message: "PagerDuty refused 'Create incident' (item 0): Authentication failed",
		});
		expect(error?.description).toContain('check the API token');
		expect(JSON.stringify(error)).not.toContain('wrong-token');
		expect(on.requests()).toHaveLength(1);
	});

	it('name the duplicate key', async () => {
		const { service } = company();
		const parameters = create({
			title: 'Twice',
			serviceId: byId(service),
			additionalFields: { incidentKey: 'same' },
		});
		await on.run(parameters);
		const { error } = await on.run(parameters);
		expect(error?.message).toContain('matching dedup key');
		expect(error?.description).toContain("'Incident Key'");
	});
});
