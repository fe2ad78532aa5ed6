import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const checkout = () => {
	const found = on.sandbox.state('pagerDuty').services.get(idsOf(on).services.Checkout);
	if (!found) throw new TypeError('no service Checkout');
	return found;
};
const enable = () =>
	on.run({ resource: 'service', operation: 'enable', serviceId: byId(checkout().id) });

it('reads the service and sets its status, its policy along with it', async () => {
	const service = checkout();
	Object.assign(service, { status: 'disabled' });
	const { items, hints } = await enable();
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
					status: 'active',
					escalation_policy: {
						id: idsOf(on).policies['Shop On-Call'],
						type: 'escalation_policy_reference',
					},
				},
			},
		},
	]);
	expect(service.status).toBe('active');
	expect(hints).toEqual([]);
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: service.id,
				name: 'Checkout',
				description: 'What Checkout needs',
				status: 'active',
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

it.each(['active', 'warning', 'critical'] as const)(
	'leaves one that is %s alone, and says so',
	async (status) => {
		Object.assign(checkout(), { status });
		const { items, hints } = await enable();
		expect(items[0].json.status).toBe(status);
		expect(hints.map(({ message }) => message)).toEqual([
			'Some services were enabled already: nothing was changed on them',
		]);
		expect(on.requests()).toHaveLength(1);
	},
);

it('says that one is silent because of a maintenance window', async () => {
	Object.assign(checkout(), { status: 'maintenance' });
	const { hints } = await enable();
	expect(hints.map(({ message }) => message)).toEqual([
		'Some services are enabled, and silent because of a maintenance window: nothing was changed on them. End the window to get incidents again',
	]);
	expect(on.requests()).toHaveLength(1);
});

it('refuses an empty service before any request', async () => {
	const { error } = await on.run({
		resource: 'service',
		operation: 'enable',
		serviceId: byId('={{ "" }}'),
	});
	expect(error?.message).toBe("'Service' is empty (item 0)");
	expect(on.requests()).toHaveLength(0);
});
