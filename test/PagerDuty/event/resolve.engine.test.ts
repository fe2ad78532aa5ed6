import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import {
	alertsOf,
	effects,
	EVENT_HEADERS,
	incidentOf,
	record,
	resolve,
	routingKey,
	trigger,
} from './events';

const on = suite('pagerDuty', 'pagerDutyEventsApi', new PagerDutyIncidents());

const opened = async (dedupKey: string) => {
	await on.run(trigger({ additionalFields: { dedupKey } }));
	on.sandbox.clearRequests();
};

it('needs the key alone, closes alert and incident, and gives the common record', async () => {
	await opened('own');
	const { items } = await on.run(resolve('own'));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/v2/enqueue',
		query: {},
		headers: EVENT_HEADERS,
		body: { routing_key: routingKey(on), event_action: 'resolve', dedup_key: 'own' },
	});
	expect(items).toEqual([
		{ json: record({ id: 'own', status: 'resolved' }), pairedItem: { item: 0 } },
	]);
	expect(alertsOf(on, 'own')[0].status).toBe('resolved');
	expect(incidentOf(on, 'own')).toMatchObject({
		status: 'resolved',
		alert_counts: { all: 1, triggered: 0, resolved: 1 },
	});
});

it('carries extra fields', async () => {
	await on.run(resolve('own', { additionalFields: { extraFields: '{ "flag": false }' } }));
	expect(on.theRequest().body).toEqual({
		routing_key: routingKey(on),
		event_action: 'resolve',
		dedup_key: 'own',
		flag: false,
	});
});

it("gives the vendor's own answer without Simplify", async () => {
	const { items } = await on.run(resolve('own', { simplify: false }));
	expect(items[0].json).toEqual({
		status: 'success',
		message: 'Event processed',
		dedup_key: 'own',
	});
});

it('of an alert that is resolved already is success, and reopens nothing', async () => {
	await opened('own');
	await on.run(resolve('own'));
	const { error, items } = await on.run(resolve('own'));
	expect(error).toBeUndefined();
	expect(items[0].json.status).toBe('resolved');
	expect(effects(on)).toEqual(['trigger opened', 'resolve changed', 'resolve dropped']);
	expect(incidentOf(on, 'own').status).toBe('resolved');
});

it('with the key of another service does nothing there', async () => {
	await opened('own');
	const { integrations } = on.sandbox.state('pagerDuty');
	const other = [...integrations.values()].find(({ name }) => name === 'Warehouse API Events');
	await on.run(resolve('own'), {
		credentials: on.credentials({ integrationApiKey: other?.integration_key }),
	});
	expect(effects(on)).toEqual(['trigger opened', 'resolve dropped']);
	expect(incidentOf(on, 'own').status).toBe('triggered');
});

it('is sent again when the reply is lost or only half there', async () => {
	await opened('own');
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	on.sandbox.fault('pagerDuty', { truncate: true });
	const { error } = await on.run(resolve('own'));
	expect(error).toBeUndefined();
	expect(on.requests()).toHaveLength(3);
	expect(incidentOf(on, 'own').status).toBe('resolved');
});
