import { acknowledge, api, change, resolve, trigger } from '@pagerduty/pdjs';
import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../support/suite';
import { loopbackAgent } from './loopback-agent';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const FROM = 'ops-bot@alpenrad.example';
const BODY = { type: 'incident_body', details: 'Since 03:12, „Kasse“ too' };

interface Call {
	data?: object;
	headers?: Record<string, string>;
	queryParameters?: Record<string, string | string[]>;
}

/** What pdjs passes on to fetch, although its types do not name it. */
const carried = () => ({ agent: loopbackAgent(on.sandbox.url('pagerDuty')) }) as object;

/** PagerDuty's own client, with its own host name. */
function client(token = String(on.sandbox.credentials.pagerDutyIncidentsApi.apiToken)) {
	const call = api({ token, ...carried() });
	return {
		call,
		get: async (path: string, more: Call = {}) => (await call.get(path, more)).data,
		post: async (path: string, data: object) =>
			await call.post(path, { data, headers: { From: FROM } }),
		put: async (path: string, data: object) =>
			(await call.put(path, { data, headers: { From: FROM } })).data,
	};
}

const service = (name: string) => {
	const found = [...on.sandbox.state('pagerDuty').services.values()].find(
		(one) => one.name === name,
	);
	return { id: String(found?.id), type: 'service_reference' };
};

const made = async (title: string, more: object = {}): Promise<IDataObject> => {
	const incident = { type: 'incident', title, service: service('Checkout'), ...more };
	const answer = await client().post('/incidents', { incident });
	expect(answer.response.status).toBe(201);
	return answer.data.incident;
};

it('makes an incident, and the node reads what was made', async () => {
	const { id, incident_key } = await made('Disk full', { incident_key: 'disk-1', body: BODY });
	expect(incident_key).toBe('disk-1');
	const { items } = await on.run({
		resource: 'incident',
		operation: 'get',
		incidentId: byId(String(id)),
	});
	expect(items.map(({ json }) => [json.id, json.title, json.status, json.service])).toEqual([
		[id, 'Disk full', 'triggered', 'Checkout'],
	]);
});

it('reads what the node made', async () => {
	const { items } = await on.run({
		resource: 'incident',
		operation: 'create',
		title: 'Größe „0“',
		serviceId: byId(service('Checkout').id),
		additionalFields: { body: 'Seit 03:12' },
	});
	const id = String(items[0].json.id);
	const { incident } = await client().get(`/incidents/${id}`, { data: { 'include[]': 'body' } });
	expect(incident).toMatchObject({ id, title: 'Größe „0“', body: { details: 'Seit 03:12' } });
});

it('lists by state, page by page, without one twice or missing', async () => {
	on.sandbox.seedMany('pagerDuty', 30);
	const wanted = [...on.sandbox.state('pagerDuty').incidents.values()]
		.filter(({ status }) => status !== 'resolved')
		.map(({ id }) => id);
	const { data, resource } = await client().call.all('/incidents', {
		queryParameters: {
			'statuses[]': ['triggered', 'acknowledged'],
			date_range: 'all',
			limit: '7',
		} as unknown as Record<string, string>,
	});
	expect(data.length).toBe(Math.ceil(wanted.length / 7));
	expect(resource.map(({ id }: { id: string }) => id).sort()).toEqual([...wanted].sort());
});

it('changes, notes and resolves', async () => {
	const { put, post, get } = client();
	const { id } = await made('Disk full');
	const changed = (fields: object) =>
		put(`/incidents/${String(id)}`, { incident: { type: 'incident_reference', ...fields } });
	const { incident } = await changed({ status: 'acknowledged', title: 'Disk full on db-1' });
	expect(incident).toMatchObject({ id, status: 'acknowledged', title: 'Disk full on db-1' });

	const noted = await post(`/incidents/${String(id)}/notes`, { note: { content: 'Cleaned up' } });
	const { notes } = await get(`/incidents/${String(id)}/notes`);
	expect(notes).toEqual([noted.data.note]);

	expect((await changed({ status: 'resolved' })).incident.status).toBe('resolved');
	const read = await get(`/incidents/${String(id)}`);
	expect(read.incident).toMatchObject({ id, status: 'resolved', title: 'Disk full on db-1' });
});

it('changes many at once', async () => {
	const ids = [await made('One'), await made('Two')].map(({ id }) => String(id));
	const incidents = ids.map((id) => ({ id, type: 'incident_reference', status: 'resolved' }));
	const { incidents: rows } = await client().put('/incidents', { incidents });
	expect(rows.map(({ id, status }: IDataObject) => [id, status]).sort()).toEqual(
		ids.map((id) => [id, 'resolved']).sort(),
	);
});

it('looks up what forms offer', async () => {
	const { call, get } = client();
	const { services } = await get('/services', { queryParameters: { query: 'checkout' } });
	expect(services.map(({ name }: IDataObject) => name)).toEqual(['Checkout']);
	const { users } = await get('/users', { data: { query: 'anna' } });
	expect(users.map(({ name }: IDataObject) => name)).toEqual(['Anna Schmidt']);
	expect((await get('/priorities')).priorities.length).toBeGreaterThan(0);
	expect((await get('/abilities')).abilities).toContain('urgencies');
	const asked = ['urgencies', 'teleportation'].map((name) => call.get(`/abilities/${name}`));
	expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([204, 402]);
});

it('subscribes, sees its subscription, and takes it away', async () => {
	const { call, post, get } = client();
	const webhook_subscription = {
		type: 'webhook_subscription',
		delivery_method: { type: 'http_delivery_method', url: 'http://127.0.0.1:9/hook' },
		events: ['incident.triggered'],
		filter: { type: 'account_reference' },
	};
	const { data } = await post('/webhook_subscriptions', { webhook_subscription });
	const { id } = data.webhook_subscription;
	const { webhook_subscriptions } = await get('/webhook_subscriptions');
	expect(webhook_subscriptions.map((one: IDataObject) => one.id)).toEqual([id]);
	const { response } = await call.delete(`/webhook_subscriptions/${id}`);
	expect(response.status).toBe(204);
	expect((await get('/webhook_subscriptions')).webhook_subscriptions).toEqual([]);
});

it('sends events and a change event', async () => {
	const routing_key = String(on.sandbox.credentials.pagerDutyEventsApi.integrationApiKey);
	const payload = { summary: 'Disk full', source: 'db-1', severity: 'error' as const };
	const keyed = { routing_key, dedup_key: 'disk-1' };
	const answers = [
		await trigger({ data: { ...keyed, payload } as never, ...carried() }),
		await acknowledge({ data: keyed as never, ...carried() }),
		await resolve({ data: keyed as never, ...carried() }),
	];
	expect(answers.map(({ status, data }) => [status, data.status, data.dedup_key])).toEqual(
		Array(3).fill([202, 'success', 'disk-1']),
	);
	const changed = { routing_key, payload: { summary: 'Deployed', source: 'ci' } };
	const { status } = await change({ data: changed as never, ...carried() });
	expect(status).toBe(202);
});

it('is told what is wrong', async () => {
	const title = { type: 'incident', title: '', service: service('Checkout') };
	const refused = await client().post('/incidents', { incident: title });
	expect([refused.status, refused.data.error.errors]).toEqual([400, ['Title cannot be empty.']]);
	const unknown = await client('a-wrong-token').call.get('/incidents');
	expect([unknown.status, unknown.data.error.message]).toEqual([401, 'Authentication failed']);
});
