import { PagerDutyIncidentsTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';
import type { TriggerCase } from '../../host/trigger-cases';
import { webhookIncident } from '../../sandbox/pagerduty/webhooks';

export const triggerCase: TriggerCase = {
	name: 'PagerDuty',
	node: new PagerDutyIncidentsTrigger(),
	limitS: 5,
	real: { region: 'us' },
	refusal: {
		body: { error: { message: 'Authentication failed', code: 2006 } },
		words: 'Authentication failed',
		advice: 'check the API token',
	},
	type: 'pagerDutyIncidentsTrigger',
	credential: 'pagerDutyIncidentsApi',
	vendor: 'pagerDuty',
	parameters: { scope: 'account', events: ['incident.triggered'] },
	emptyFilters: [
		['Priority Names or IDs', { priorityIds: '={{ [] }}' }],
		['Urgencies', { urgencies: [] }],
		['Services', { serviceIds: { values: [{ serviceId: '={{ "" }}' }] } }],
	],
	changed: {
		parameters: { scope: 'account', events: ['incident.triggered', 'incident.resolved'] },
		events: ['incident.resolved', 'incident.triggered'],
	},
	deliveries: (sandbox) => sandbox.api('pagerDuty').deliveries,
	subscribed: (sandbox) =>
		[...sandbox.state('pagerDuty').webhooks.values()].map(
			({ active, events, delivery_method: { url, temporarily_disabled } }) => ({
				url,
				events,
				isOn: active && !temporarily_disabled,
			}),
		),
	disable: (sandbox) => {
		for (const one of sandbox.state('pagerDuty').webhooks.values()) {
			one.delivery_method.temporarily_disabled = true;
		}
	},
	remove: (sandbox) => sandbox.state('pagerDuty').webhooks.clear(),
	happen: (sandbox) => {
		const [incident] = sandbox.state('pagerDuty').incidents.values();
		const data = webhookIncident({ ...incident, status: 'triggered' });
		sandbox.api('pagerDuty').announce({ type: 'incident.triggered', data });
	},
};
