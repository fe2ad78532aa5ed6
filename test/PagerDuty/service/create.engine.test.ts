import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const create = (fields = {}) => ({
	resource: 'service',
	operation: 'create',
	name: 'Payments',
	escalationPolicyId: byId(idsOf(on).policies['Shop On-Call']),
	...fields,
});
const named = (name: string) =>
	[...on.sandbox.state('pagerDuty').services.values()].filter((one) => one.name === name);
const policy = () => ({
	id: idsOf(on).policies['Shop On-Call'],
	type: 'escalation_policy_reference',
});

it('carries every field', async () => {
	const { error } = await on.run(
		create({
			name: '  Zahlung „Fahrräder“ ',
			additionalFields: {
				acknowledgementTimeout: 0,
				autoPause: true,
				autoPauseTime: 300,
				autoResolveTimeout: 14400,
				description: 'Takes the payments',
				incidentUrgency: 'use_support_hours',
				raiseUrgencyAt: ['support_hours_start'],
				supportHours: {
					values: { days: [5, 1, 1], start: '9:00', end: '17:30:15', timeZone: 'Europe/Berlin' },
				},
				urgencyInHours: 'severity_based',
				urgencyOutsideHours: 'low',
				extraFields: '{ "new_field": 0 }',
			},
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/services',
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			service: {
				type: 'service',
				name: 'Zahlung „Fahrräder“',
				escalation_policy: policy(),
				description: 'Takes the payments',
				auto_resolve_timeout: 14400,
				acknowledgement_timeout: 0,
				incident_urgency_rule: {
					type: 'use_support_hours',
					during_support_hours: { type: 'constant', urgency: 'severity_based' },
					outside_support_hours: { type: 'constant', urgency: 'low' },
				},
				scheduled_actions: [
					{
						type: 'urgency_change',
						at: { type: 'named_time', name: 'support_hours_start' },
						to_urgency: 'high',
					},
				],
				support_hours: {
					type: 'fixed_time_per_day',
					time_zone: 'Europe/Berlin',
					days_of_week: [1, 5],
					start_time: '09:00:00',
					end_time: '17:30:15',
				},
				auto_pause_notifications_parameters: { enabled: true, timeout: 300 },
				new_field: 0,
			},
		},
	});
});

it('needs name and policy alone, and gives the record of a service', async () => {
	const { items } = await on.run(create());
	expect(on.theRequest().body).toEqual({
		service: { type: 'service', name: 'Payments', escalation_policy: policy() },
	});
	const [stored] = named('Payments');
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: stored.id,
				name: 'Payments',
				description: null,
				status: 'active',
				escalationPolicyId: policy().id,
				escalationPolicyName: 'Shop On-Call',
				teams: ['Shop'],
				createdAt: stored.created_at,
				url: stored.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('switches the pause on by its time alone, and takes high and low for the hours', async () => {
	await on.run(
		create({
			additionalFields: {
				autoPauseTime: 0,
				incidentUrgency: 'use_support_hours',
				supportHours: {
					values: { days: [1], start: '09:00', end: '17:00', timeZone: 'Europe/Paris' },
				},
			},
		}),
	);
	expect(on.theRequest().body).toMatchObject({
		service: {
			auto_pause_notifications_parameters: { enabled: true, timeout: 0 },
			incident_urgency_rule: {
				during_support_hours: { urgency: 'high' },
				outside_support_hours: { urgency: 'low' },
			},
		},
	});
});

it("gives PagerDuty's own object without Simplify", async () => {
	const { items } = await on.run(
		create({ simplify: false, additionalFields: { incidentUrgency: 'low' } }),
	);
	expect(items[0].json).toMatchObject({
		type: 'service',
		incident_urgency_rule: { type: 'constant', urgency: 'low' },
	});
});

it('does not make a second one when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
	const { items, error } = await on.run(
		create({ additionalFields: { autoResolveTimeout: 0, acknowledgementTimeout: 600 } }),
	);
	expect(error).toBeUndefined();
	expect(named('Payments')).toHaveLength(1);
	expect(items[0].json.id).toBe(named('Payments')[0].id);
	expect(on.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
	expect(on.requests()[1].query).toMatchObject({ name: 'Payments', sort_by: 'name' });
});

it('says what to do about a name that is taken', async () => {
	const { error } = await on.run(create({ name: 'Checkout' }));
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.message).toContain('Name has already been taken');
	expect(error?.description).toContain("choose another 'Name'");
	expect(named('Checkout')).toHaveLength(1);
});

const hours = (changes = {}) => ({
	supportHours: {
		values: { days: [1], start: '09:00', end: '17:00', timeZone: 'Europe/Paris', ...changes },
	},
});

it.each([
	[{ name: '={{ "" }}' }, "'Name' is empty (item 0)"],
	[{ escalationPolicyId: byId('={{ "" }}') }, "'Escalation Policy' is empty (item 0)"],
	[{ additionalFields: { autoResolveTimeout: -1 } }, "'Auto-Resolve Timeout' cannot be -1"],
	[{ additionalFields: { incidentUrgency: 'use_support_hours' } }, "needs 'Support Hours'"],
	[{ additionalFields: { urgencyInHours: 'low' } }, "'Urgency Within Hours' has no meaning"],
	[{ additionalFields: hours({ days: [] }) }, "'Days' is empty (item 0)"],
	[{ additionalFields: hours({ timeZone: '' }) }, "'Time Zone' is empty (item 0)"],
	[{ additionalFields: hours({ start: '25:00' }) }, `'Start' is no time of day: "25:00" (item 0)`],
	[{ additionalFields: hours({ end: '' }) }, "'End' is empty (item 0)"],
	[{ additionalFields: { autoPauseTime: 7 } }, `'Auto-Pause Time' cannot be "7" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(create(fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toHaveLength(0);
});
