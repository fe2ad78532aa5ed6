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

/** Made from workflow, execution, node, run and item where the user gives no key. */
const DERIVED = expect.stringMatching(/^[0-9a-f]{32}$/);

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

	it('writes details that an expression gives as an object as readable text', async () => {
		const { service } = company();
		await on.run(
			create({
				title: 'Object',
				serviceId: byId(service),
				additionalFields: { body: '={{ $json }}' },
			}),
			{ items: [{ host: 'shop-1', errors: 0 }] },
		);
		expect(on.theRequest().body).toMatchObject({
			incident: {
				body: { type: 'incident_body', details: '{\n  "host": "shop-1",\n  "errors": 0\n}' },
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
				incident_key: DERIVED,
				assignments: [{ assignee: { id: user, type: 'user_reference' } }],
			},
		});
	});

	it('holds nothing that was not filled in, but a key of its own', async () => {
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
					incident_key: DERIVED,
				},
			},
		});
	});

	it('leaves From out for a user key without one', async () => {
		const { service } = company();
		const result = await on.run(create({ title: 'By a user', serviceId: byId(service) }), {
			credentials: on.credentials({
				apiToken: on.sandbox.api('pagerDuty').tokens.user,
				keyType: 'user',
				from: '',
			}),
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
			// The guide, against the schema, wants the details as text. docs/facts/pagerduty.md#details-are-text.
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
					assignees: stored.assignments.map(({ assignee: { id, summary } }) => ({
						id,
						name: summary,
					})),
					actor: {
						id: stored.last_status_change_by.id,
						name: stored.last_status_change_by.summary,
						type: 'user',
					},
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

describe('a key that is taken', () => {
	const twice = (options: IDataObject = {}) =>
		create({
			title: 'Twice',
			serviceId: byId(company().service),
			additionalFields: { incidentKey: 'same' },
			options,
		});
	const state = () => on.sandbox.state('pagerDuty').incidents;

	it('is answered with the incident that has it', async () => {
		const first = await on.run(twice());
		const second = await on.run(twice());
		expect(second.items).toEqual(first.items);
		expect(state().size).toBe(7);
	});

	it('says so when that is an older one', async () => {
		await on.run(twice());
		const [older] = [...state().values()].slice(-1);
		older.created_at = '2026-01-01T00:00:00Z';
		const { items, hints } = await on.run(twice());
		expect(items[0].json.id).toBe(older.id);
		expect(hints.map(({ message }) => message)).toEqual([
			'Some items met an open incident with the same key: it is returned, and nothing was created for them',
		]);
	});

	it('is a failure when the user wants it so', async () => {
		await on.run(twice());
		[...state().values()].slice(-1)[0].created_at = '2026-01-01T00:00:00Z';
		const { error } = await on.run(twice({ onDuplicate: 'fail' }));
		expect(error?.message).toContain('matching dedup key');
		expect(error?.description).toContain("'Incident Key'");
	});

	it('no failure when our own first attempt took it', async () => {
		on.sandbox.fault('pagerDuty', { drop: 'after' });
		const { items, error } = await on.run(twice({ onDuplicate: 'fail' }));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(state().size).toBe(7);
	});

	it('no failure when our own first attempt took it and it is resolved by now', async () => {
		on.sandbox.fault('pagerDuty', { drop: 'after' });
		on.sandbox.fault('pagerDuty', {
			status: 400,
			body: {
				error: {
					message: 'Arguments Caused Error',
					code: 2002,
					errors: ['Open incident with matching dedup key already exists on this service'],
				},
			},
		});
		on.sandbox.fault('pagerDuty', {
			method: 'GET',
			status: 200,
			body: { incidents: [], more: false },
		});
		const { items, error } = await on.run(twice());
		expect(error).toBeUndefined();
		expect(items[0].json.title).toBe('Twice');
	});

	it('does not stop another service from using it', async () => {
		const services = [...on.sandbox.state('pagerDuty').services.keys()];
		for (const service of services.slice(0, 2)) {
			await on.run({ ...twice(), serviceId: byId(service) });
		}
		expect(state().size).toBe(8);
	});
});

describe('without a key of the user', () => {
	const keys = () =>
		on.requests().map(({ body }) => (body as { incident: IDataObject }).incident.incident_key);

	it('each item has its own', async () => {
		await on.run(create({ title: 'Same', serviceId: byId(company().service) }), {
			items: [{}, {}, {}],
		});
		expect(new Set(keys()).size).toBe(3);
	});

	it("n8n's Retry On Fail creates nothing twice", async () => {
		on.sandbox.fault('pagerDuty', { skip: 3, status: 403, body: { error: { message: 'No' } } });
		const { items, error } = await on.run(
			create({
				title: '={{ $json.title }}',
				serviceId: byId(company().service),
				options: { requestsAtOnce: 1 },
			}),
			{ items: ['A', 'B', 'C', 'D', 'E'].map((title) => ({ title })), retryOnFail: true },
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.title)).toEqual(['A', 'B', 'C', 'D', 'E']);
		expect(on.sandbox.state('pagerDuty').incidents.size).toBe(6 + 5);
	});
});
