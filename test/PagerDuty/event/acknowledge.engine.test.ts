import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import {
	acknowledge,
	effects,
	EVENT_HEADERS,
	incidentOf,
	record,
	routingKey,
	trigger,
} from './events';

const on = suite('pagerDuty', 'pagerDutyEventsApi', new PagerDutyIncidents());

const PAYLOAD = { summary: 'Seen', source: 'n8n', severity: 'info' };

const opened = async (dedupKey: string) => {
	await on.run(trigger({ additionalFields: { dedupKey } }));
	on.sandbox.clearRequests();
};

it('needs the key alone, and gives the common record', async () => {
	await opened('Zürich 502');
	const { items } = await on.run(acknowledge('Zürich 502'));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/v2/enqueue',
		query: {},
		headers: EVENT_HEADERS,
		body: {
			routing_key: routingKey(on),
			event_action: 'acknowledge',
			dedup_key: 'Zürich 502',
		},
	});
	expect(items).toEqual([
		{ json: record({ id: 'Zürich 502', status: 'acknowledged' }), pairedItem: { item: 0 } },
	]);
	expect(incidentOf(on, 'Zürich 502').status).toBe('acknowledged');
});

it('carries extra fields', async () => {
	await on.run(
		acknowledge('own', {
			additionalFields: {
				extraFields: JSON.stringify({ payload: { ...PAYLOAD, custom_details: { by: 0 } } }),
			},
		}),
	);
	expect(on.theRequest().body).toEqual({
		routing_key: routingKey(on),
		event_action: 'acknowledge',
		dedup_key: 'own',
		payload: { ...PAYLOAD, custom_details: { by: 0 } },
	});
});

it("gives the vendor's own answer without Simplify", async () => {
	const { items } = await on.run(acknowledge('own', { simplify: false }));
	expect(items[0].json).toEqual({
		status: 'success',
		message: 'Event processed',
		dedup_key: 'own',
	});
});

it('of a key that no open alert has is taken all the same, and does nothing', async () => {
	const { items, error } = await on.run(acknowledge('nobody'));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id: 'nobody', status: 'acknowledged' });
	expect(effects(on)).toEqual(['acknowledge dropped']);
});

it('is sent again when the reply is lost', async () => {
	await opened('own');
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { error } = await on.run(acknowledge('own'));
	expect(error).toBeUndefined();
	expect(on.requests()).toHaveLength(2);
	expect(incidentOf(on, 'own').status).toBe('acknowledged');
});
