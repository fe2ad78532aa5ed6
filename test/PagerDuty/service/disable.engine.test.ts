import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const checkout = () => {
	const found = on.sandbox.state('pagerDuty').services.get(idsOf(on).services.Checkout);
	if (!found) throw new TypeError('no service Checkout');
	return found;
};
const disable = () =>
	on.run({ resource: 'service', operation: 'disable', serviceId: byId(checkout().id) });

it('reads the service and sets its status, its policy along with it', async () => {
	const service = checkout();
	Object.assign(service, { status: 'active' });
	const { items, hints } = await disable();
	const path = `/services/${service.id}`;
	expect(on.requests().map(comparable)).toEqual([
		{ method: 'GET', path, query: {}, headers: READ_HEADERS, body: undefined },
		{
			method: 'PUT',
			path,
			query: {},
			headers: HEADERS_WITHOUT_FROM,
			body: {
				service: {
					type: 'service',
					status: 'disabled',
					escalation_policy: {
						id: idsOf(on).policies['Shop On-Call'],
						type: 'escalation_policy_reference',
					},
				},
			},
		},
	]);
	expect(service.status).toBe('disabled');
	expect(hints).toEqual([]);
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: service.id,
				name: 'Checkout',
				description: 'What Checkout needs',
				status: 'disabled',
				escalationPolicyId: idsOf(on).policies['Shop On-Call'],
				escalationPolicyName: 'Shop On-Call',
				teams: ['Shop'],
				createdAt: service.created_at,
				url: service.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('leaves one that is disabled alone, and says so', async () => {
	Object.assign(checkout(), { status: 'disabled' });
	const { items, hints } = await disable();
	expect(items[0].json.status).toBe('disabled');
	expect(hints.map(({ message }) => message)).toEqual([
		'Some services were disabled already: nothing was changed on them',
	]);
	expect(on.requests()).toHaveLength(1);
});

it.each(['warning', 'critical', 'maintenance'] as const)(
	'switches off one that is %s',
	async (status) => {
		Object.assign(checkout(), { status });
		const { items } = await disable();
		expect(items[0].json.status).toBe('disabled');
	},
);

it('refuses an empty service before any request', async () => {
	const { error } = await on.run({
		resource: 'service',
		operation: 'disable',
		serviceId: byId('={{ "" }}'),
	});
	expect(error?.message).toBe("'Service' is empty (item 0)");
	expect(on.requests()).toHaveLength(0);
});
