import { DevHelmTrigger } from '../../../nodes/DevHelm/DevHelmTrigger.node';
import { receiver } from '../../../nodes/DevHelm/trigger/receiver';
import { signature } from '../../sandbox/devhelm/webhooks';
import { type DeliveryCase, SECRET } from '../../support/deliveryCase';

let number = 0;

export const deliveryCase: DeliveryCase = {
	name: 'DevHelm, which is asked about an unsigned delivery',
	vendor: 'devHelm',
	credential: 'devHelmApi',
	node: new DevHelmTrigger(),
	parameters: { events: ['incident.created'] },
	asked: '/api/v1/incidents/',
	made: (on, { url }) => {
		const [{ id }] = on.sandbox.state('devHelm').incidents.values();
		const event = { id: `evt_${(number += 1)}`, type: 'incident.created', data: { id } };
		return {
			url,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(event),
		};
	},
	replay: {
		receiver,
		parameters: { events: ['incident.created'], simplify: true },
		credential: { webhookSecret: SECRET },
		sign: (raw) => {
			const now = Math.floor(Date.now() / 1000);
			const signed = signature(SECRET, now, raw.toString(), ':');
			return { headers: { 'x-devhelm-signature': signed } };
		},
		events: [
			{ id: 'evt_1', type: 'incident.created', data: { id: 'x' } },
			{ type: 'incident.created', data: { id: 'x' } },
			{ data: { id: 'x' } },
		],
		unsigned: ['x-devhelm-delivery', 'x-devhelm-event', 'x-devhelm-timestamp', 'user-agent'],
	},
};
