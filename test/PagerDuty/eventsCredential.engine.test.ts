import type { IDataObject } from 'n8n-workflow';

import { PagerDutyEventsApi } from '../../credentials/PagerDutyEventsApi.credentials';
import { pagerDutyEvents, withRoutingKey } from '../../nodes/PagerDuty/api/events';
import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { sendTestRequest } from '../support/credentialTest';
import { comparable, suite } from '../support/suite';
import { alertsOf, effects, EVENT_HEADERS, routingKey } from './event/events';

const on = suite('pagerDuty', 'pagerDutyEventsApi', new PagerDutyIncidents());
const credential = new PagerDutyEventsApi();

const REST_KEY = ['u+abcdefghij', '12345678'].join('');

const send = async (changes: IDataObject) =>
	await sendTestRequest(credential, on.credentials(changes));

it('is tested with an event that changes nothing and pages nobody', async () => {
	const before = on.sandbox.state('pagerDuty').incidents.size;
	const output = await send({});
	expect(output?.[0][0].json).toMatchObject({ status: 'success' });
	expect(comparable(on.requests()[0])).toEqual({
		method: 'POST',
		path: '/v2/enqueue',
		query: {},
		headers: EVENT_HEADERS,
		body: {
			routing_key: routingKey(on),
			event_action: 'resolve',
			dedup_key: 'n8n-nodes-incident-ops credential test',
		},
	});
	expect(effects(on)).toEqual(['resolve dropped']);
	expect(on.sandbox.state('pagerDuty').incidents.size).toBe(before);
	expect(alertsOf(on, 'n8n-nodes-incident-ops credential test')).toEqual([]);
});

it.each(['/', '//', '/v2', '/v2/enqueue/'])('works with %s after the base URL', async (end) => {
	await send({ baseUrl: `${on.sandbox.url('pagerDuty')}${end}` });
	expect(on.requests().map(({ path, status }) => [path, status])).toEqual([['/v2/enqueue', 202]]);
});

it('fails with a key that PagerDuty does not know', async () => {
	await expect(send({ integrationApiKey: 'a'.repeat(32) })).rejects.toMatchObject({
		httpCode: '400',
	});
	const rule = credential.test.rules?.find(
		({ properties }) => 'value' in properties && properties.value === 400,
	);
	expect(rule?.properties.message).toContain('PagerDuty does not know the Integration Key');
});

it('fails with a REST API key, in words and without a request', async () => {
	await expect(send({ integrationApiKey: REST_KEY })).rejects.toThrow(
		'20 characters long, as a REST API key is',
	);
	expect(on.requests()).toEqual([]);
});

it.each([
	['us', 'https://events.pagerduty.com'],
	['eu', 'https://events.eu.pagerduty.com'],
	['custom', 'http://127.0.0.1:4101'],
])('region %s is served by %s', (region, baseUrl) => {
	const connection = pagerDutyEvents.connect({
		integrationApiKey: 'a'.repeat(32),
		region,
		baseUrl: 'http://127.0.0.1:4101/v2/',
	});
	expect(connection.baseUrl).toBe(baseUrl);
});

describe('the key goes into the body', () => {
	const key = 'b'.repeat(32);
	const add = (body: unknown) => withRoutingKey({ integrationApiKey: ` ${key} ` }, body);

	it.each<[string, unknown, unknown]>([
		['that is not there yet', undefined, { routing_key: key }],
		['that is empty', '', { routing_key: key }],
		['that is an object', { a: 0 }, { a: 0, routing_key: key }],
		['that has another key', { routing_key: 'x' }, { routing_key: key }],
		['that is JSON', '{"a":false}', `{"a":false,"routing_key":"${key}"}`],
	])('%s', (_, body, expected) => expect(add(body)).toEqual(expected));

	it.each<[string, unknown]>([
		['a list', [1]],
		['a text', 'plain'],
		['a list in JSON', '[1]'],
		['bytes', Buffer.from('x')],
		['a form', new FormData()],
	])('and %s stays as it is', (_, body) => expect(add(body)).toBe(body));
});
