import { DevRevTrigger } from '../../../nodes/DevRev/DevRevTrigger.node';
import { receiver } from '../../../nodes/DevRev/trigger/receiver';
import { secretFor } from '../../../nodes/DevRev/trigger/secret';
import { webhookIncident } from '../../sandbox/devrev/webhooks/watch';
import { ADDRESS, type DeliveryCase, caught, hmac } from '../../support/deliveryCase';

export const deliveryCase: DeliveryCase = {
	name: 'DevRev, which is asked for the whole incident',
	vendor: 'devRev',
	credential: 'devRevApi',
	node: new DevRevTrigger(),
	parameters: { events: ['incident_created'], options: { fetchIncident: true } },
	asked: '/incidents.get',
	made: async (on) => {
		const api = on.sandbox.api('devRev');
		const [incident] = on.sandbox.state('devRev').incidents.values();
		const data = { incident: webhookIncident(incident) };
		return await caught(
			api.deliveries,
			async () => await api.announce({ type: 'incident_created', data }),
		);
	},
	replay: {
		receiver,
		parameters: { events: ['incident_created'], simplify: true },
		credential: { accessToken: 'token' },
		sign: (raw) => ({
			headers: { 'x-devrev-signature': hmac(secretFor({ accessToken: 'token' }, ADDRESS), raw) },
		}),
		events: [
			{ id: 'don:1', type: 'incident_created', incident_created: { incident: { id: 'i' } } },
			{ type: 'incident_created', incident_created: { incident: { id: 'i' } } },
		],
		unsigned: ['x-devrev-event-id', 'x-webhook-id', 'user-agent', 'x-request-id'],
	},
};
