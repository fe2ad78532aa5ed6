import { BleemeoTrigger } from '../../../nodes/Bleemeo/BleemeoTrigger.node';
import { receiver } from '../../../nodes/Bleemeo/trigger/receiver';
import { type DeliveryCase, TOKEN } from '../../support/deliveryCase';

let number = 0;

export const deliveryCase: DeliveryCase = {
	name: 'Bleemeo',
	vendor: 'bleemeo',
	credential: 'bleemeoApi',
	node: new BleemeoTrigger(),
	parameters: { webhookToken: TOKEN },
	made: (_, { url }) => ({
		url: `${url}?token=${TOKEN}`,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ id: `${(number += 1)}`, status: 2 }),
	}),
	replay: {
		receiver,
		parameters: { webhookToken: TOKEN, simplify: true },
		sign: () => ({ query: { token: TOKEN } }),
		events: [
			{
				id: '2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
				status: 2,
				modified_at: '2026-11-24T10:00:00Z',
			},
			{ title: 'x', status: 2 },
		],
		unsigned: ['x-webhook-id', 'user-agent', 'x-request-id', 'x-forwarded-for'],
	},
};
