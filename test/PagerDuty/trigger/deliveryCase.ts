import { PagerDutyIncidentsTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';
import { receiver } from '../../../nodes/PagerDuty/trigger/receiver';
import { type DeliveryCase, SECRET, caught, hmac } from '../../support/deliveryCase';

export const deliveryCase: DeliveryCase = {
	name: 'PagerDuty',
	vendor: 'pagerDuty',
	credential: 'pagerDutyIncidentsApi',
	node: new PagerDutyIncidentsTrigger(),
	parameters: { authentication: 'apiToken', scope: 'account', events: ['incident.triggered'] },
	made: async (on) => {
		const api = on.sandbox.api('pagerDuty');
		const [{ id }] = on.sandbox.state('pagerDuty').incidents.values();
		const data = { id, type: 'incident' };
		return await caught(api.deliveries, () => api.announce({ type: 'incident.triggered', data }));
	},
	replay: {
		receiver,
		parameters: { events: ['incident.triggered'], simplify: true },
		sign: (raw) => ({ headers: { 'x-pagerduty-signature': `v1=${hmac(SECRET, raw)}` } }),
		events: [
			{
				event: { id: '01A', event_type: 'incident.triggered', occurred_at: '2020-10-02T18:45:22Z' },
			},
			{ event: { event_type: 'incident.triggered' } },
			{ event: { event_type: 'incident.dreamt_of', data: { type: 'dream' } } },
		],
		unsigned: ['x-webhook-id', 'x-webhook-subscription', 'user-agent', 'x-request-id'],
	},
};
