import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const checkout = () => {
	const found = on.sandbox.state('pagerDuty').services.get(idsOf(on).services.Checkout);
	if (!found) throw new TypeError('no service Checkout');
	return found;
};
const update = (updateFields: object, fields = {}) => ({
	resource: 'service',
	operation: 'update',
	serviceId: byId(checkout().id),
	updateFields: { ...updateFields },
	...fields,
});
const policyOf = (name: string) => ({
	id: idsOf(on).policies[name],
	type: 'escalation_policy_reference',
});

it('reads the service, and carries every field', async () => {
	const path = `/services/${checkout().id}`;
	const { error } = await on.run(
		update({
			name: 'Till',
			escalationPolicyId: byId(idsOf(on).policies['Platform On-Call']),
			acknowledgementTimeout: 600,
			autoPause: false,
			autoPauseTime: 120,
			autoResolveTimeout: 0,
			description: 'Sells',
			incidentUrgency: 'high',
			raiseUrgencyAt: ['support_hours_end'],
			supportHours: {
				values: { days: [6], start: '00:00', end: '23:59:59', timeZone: 'Europe/Paris' },
			},
			extraFields: { new_field: false },
		}),
	);
	expect(error).toBeUndefined();
	const [read, write] = on.requests().map(comparable);
	expect(read).toEqual({ method: 'GET', path, query: {}, headers: READ_HEADERS, body: undefined });
	expect(write).toEqual({
		method: 'PUT',
		path,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			service: {
				type: 'service',
				name: 'Till',
				escalation_policy: policyOf('Platform On-Call'),
				description: 'Sells',
				auto_resolve_timeout: 0,
				acknowledgement_timeout: 600,
				incident_urgency_rule: { type: 'constant', urgency: 'high' },
				scheduled_actions: [
					{
						type: 'urgency_change',
						at: { type: 'named_time', name: 'support_hours_end' },
						to_urgency: 'high',
					},
				],
				support_hours: {
					type: 'fixed_time_per_day',
					time_zone: 'Europe/Paris',
					days_of_week: [6],
					start_time: '00:00:00',
					end_time: '23:59:59',
				},
				auto_pause_notifications_parameters: { enabled: false, timeout: 120 },
				new_field: false,
			},
		},
	});
});

it('keeps the policy of the service where no other is given, and puts out the changed record', async () => {
	const service = checkout();
	const { items } = await on.run(update({ name: 'Till' }));
	expect(on.requests()[1].body).toEqual({
		service: { type: 'service', escalation_policy: policyOf('Shop On-Call'), name: 'Till' },
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: service.id,
				name: 'Till',
				description: 'What Checkout needs',
				status: 'active',
				escalationPolicyId: policyOf('Shop On-Call').id,
				escalationPolicyName: 'Shop On-Call',
				teams: ['Shop'],
				createdAt: service.created_at,
				url: service.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('is sent again when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { items } = await on.run(update({ description: 'Sells' }));
	expect(items[0].json.description).toBe('Sells');
	expect(on.requests().map(({ method }) => method)).toEqual(['GET', 'PUT', 'PUT']);
});

it("takes urgency by hours where the service has hours already, and gives PagerDuty's own words where not", async () => {
	const fields = { incidentUrgency: 'use_support_hours' };
	const { error } = await on.run(update(fields));
	expect(error?.message).toContain('Support hours cannot be blank');
	Object.assign(checkout(), { support_hours: { type: 'fixed_time_per_day' } });
	on.expectOddReplies();
	const second = await on.run(update(fields));
	expect(second.error).toBeUndefined();
});

it.each([
	[{}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[{ name: '={{ "" }}' }, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[{ incidentUrgency: 'loud' }, `'Incident Urgency' cannot be "loud" (item 0)`],
	[{ raiseUrgencyAt: ['noon'] }, `'Raise Urgency At' cannot be "noon" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(update(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
