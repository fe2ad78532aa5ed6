import { createHash } from 'node:crypto';

import axios from 'axios';
import { sleep } from 'n8n-workflow';
import type { INodeParameters } from 'n8n-workflow';

import { DevHelmTrigger } from '../../../nodes/DevHelm/DevHelmTrigger.node';
import { signature, webhookIncident } from '../../sandbox/devhelm/webhooks';
import { comparable, suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';
import { NOT_THERE, READ_HEADERS, recordOf, rowOf, seeded } from '../incidents';
import { monitor } from '../monitors';

const node = new DevHelmTrigger();
const on = suite('devHelm', 'devHelmApi', node);
const SECRET = 'the secret of the organization';
const base = {
	events: ['incident.created', 'incident.resolved', 'incident.reopened', 'monitor.updated'],
	simplify: true,
};

let host: TriggerHost;
const start = async (more: INodeParameters = {}, webhookSecret = '') => {
	host = await TriggerHost.start({
		node,
		credentials: on.credentials({ webhookSecret }),
		parameters: { ...base, ...more },
	});
	await host.activate();
	on.sandbox.clearRequests();
};
/** With the secret in the credential and at the vendor. */
const startSigned = async (more: INodeParameters = {}) => {
	on.sandbox.state('devHelm').signingSecret = SECRET;
	await start(more, ` ${SECRET}\n`);
};
afterEach(async () => await host.stop());

const deliveries = () => on.sandbox.api('devHelm').deliveries;
/** Tells the subscribers, and waits until all have answered. */
async function announce(type: string, data: { [key: string]: unknown }) {
	on.sandbox.api('devHelm').announce({ type, data });
	await deliveries().idle();
	return deliveries().sent[deliveries().sent.length - 1];
}
/** As if the webhook asked for it. */
const subscribeTo = (type: string) =>
	[...on.sandbox.state('devHelm').webhooks.values()][0].subscribedEvents.push(type);
const jsons = () => host.runs.map(([{ json }]) => json);
const confirmed = () => webhookIncident(seeded(on, 'CONFIRMED'));
const sent = () => on.requests().map(({ method, path }) => `${method} ${path}`);

/** Sends a delivery that may not be DevHelm's. */
async function post(text: string, headers: { [name: string]: string } = {}) {
	const { status, data } = await axios.post<unknown>(host.url, text, {
		headers: { 'content-type': 'application/json', ...headers },
		validateStatus: () => true,
		transformRequest: (raw: string) => raw,
	});
	return { status, data };
}
let number = 0;
const bodyOf = (type: string, data: unknown, more: object = {}) =>
	JSON.stringify({
		id: `evt_${(number += 1)}`,
		type,
		createdAt: '2026-11-24T10:00:00Z',
		data,
		...more,
	});
const now = () => Math.floor(Date.now() / 1000);
const signed = (text: string, time = now(), separator = ':') => ({
	'x-devhelm-signature': signature(SECRET, time, text, separator),
});

describe('a signed delivery', () => {
	it.each([
		['colon', ':'],
		['dot', '.'],
		['timestamp', 'timestamp'],
	] as const)('starts the workflow with the common record (%s)', async (variant, separator) => {
		await startSigned();
		on.sandbox.state('devHelm').signatureSeparator = separator;
		const incident = seeded(on, 'CONFIRMED');
		const { body, statuses } = await announce('incident.created', confirmed());
		const { id, createdAt } = JSON.parse(body);
		expect(statuses).toEqual([200]);
		expect(jsons()).toEqual([
			{
				...rowOf(on, incident.id),
				text: null,
				eventType: 'incident.created',
				eventTime: createdAt,
				deliveryId: id,
				signature: variant,
			},
		]);
		expect(id).toMatch(/^evt_/);
		expect(on.requests()).toEqual([]);
	});

	it('is taken by a process that has registered nothing', async () => {
		await startSigned();
		host.staticData = {};
		host.change({ node: new DevHelmTrigger() });
		await announce('incident.created', confirmed());
		expect(host.runs).toHaveLength(1);
	});

	it('gives the event as it came without Simplify, and beside the record on request', async () => {
		await startSigned({ simplify: false });
		const { body } = await announce('incident.created', confirmed());
		const event = JSON.parse(body);
		expect(jsons()).toEqual([
			{
				eventType: 'incident.created',
				eventTime: event.createdAt,
				deliveryId: event.id,
				signature: 'colon',
				event,
			},
		]);
		host.change({ parameters: { ...base, options: { includeRawEvent: true } } });
		const second = await announce('incident.created', confirmed());
		expect(jsons()[1]).toMatchObject({
			id: seeded(on, 'CONFIRMED').id,
			event: JSON.parse(second.body),
		});
	});

	it('is ignored when its event is not chosen', async () => {
		await startSigned();
		subscribeTo('monitor.created');
		const delivery = await announce('monitor.created', {});
		expect(delivery).toMatchObject({
			statuses: [200],
			answer: { message: "Ignored: 'monitor.created' is not chosen" },
		});
		expect(host.runs).toEqual([]);
	});

	it.each<[string, string]>([
		[
			'of an event that DevHelm may add tomorrow',
			'{"id":"evt_a","type":"dream.began","data":{"a":1}}',
		],
		['whose data is a text', '{"id":"evt_b","type":"dream.began","data":"x"}'],
		['without a type', '{"id":"evt_c"}'],
	])('%s is passed on unshaped', async (_, text) => {
		await startSigned();
		expect((await post(text, signed(text))).status).toBe(200);
		const { id: deliveryId, type = null } = JSON.parse(text);
		expect(jsons()).toEqual([
			expect.objectContaining({
				provider: 'devhelm',
				id: null,
				title: null,
				status: null,
				eventType: type,
				eventTime: null,
				deliveryId,
				signature: 'colon',
			}),
		]);
	});

	it.each([
		['no JSON', '{', 422],
		['a list', '[1]', 200],
		['a text', '"x"', 200],
		['nothing', '', 200],
	])('whose body is %s is answered, and lost nowhere', async (_, text, status) => {
		await startSigned();
		expect((await post(text, signed(text))).status).toBe(status);
		expect(host.runs).toHaveLength(status === 200 ? 1 : 0);
	});

	it.each([
		[900_000, 200, 1],
		[1_000_000, 413, 0],
		[15_000_000, 413, 0],
	])('of %i bytes and some more is answered with %i', async (length, status, runs) => {
		await startSigned();
		const text = bodyOf('incident.created', { ...confirmed(), more: 'x'.repeat(length) });
		expect((await post(text, signed(text))).status).toBe(status);
		expect(host.runs).toHaveLength(runs);
	});
});

describe('where a secret is expected', () => {
	const text = bodyOf('incident.created', {});
	const good = () => signed(text)['x-devhelm-signature'];
	const old = (seconds: number) => signed(text, now() - seconds)['x-devhelm-signature'];

	it.each<[string, () => string | undefined, string]>([
		['none', () => undefined, 'the delivery is not signed'],
		['an empty one', () => '', 'the delivery is not signed'],
		['upper case', () => good().toUpperCase(), 'the signature is not right'],
		['cut off', () => good().slice(0, -1), 'the signature is not right'],
		['doubled', () => `${good()}, ${good()}`, 'the signature is not right'],
		['with another secret', () => signature('wrong', now(), text), 'the signature is not right'],
		['with no secret', () => signature('', now(), text), 'the signature is not right'],
		['of other bytes', () => signature(SECRET, now(), `${text} `), 'the signature is not right'],
		['old', () => old(400), 'the signed time is too far from the present one'],
		['of the future', () => old(-400), 'the signed time is too far from the present one'],
	])('%s: 401, no run and no question', async (_, header, message) => {
		await startSigned({ options: { acceptUnsigned: true } });
		const given = header();
		const headers = given === undefined ? undefined : { 'x-devhelm-signature': given };
		expect(await post(text, headers)).toEqual({ status: 401, data: { message } });
		expect([host.runs, on.requests()]).toEqual([[], []]);
	});

	it('an unsigned delivery of DevHelm is refused, too, and not repeated', async () => {
		await startSigned();
		on.sandbox.state('devHelm').signingSecret = null;
		const { statuses } = await announce('incident.created', confirmed());
		expect([statuses, host.runs]).toEqual([[401], []]);
	});

	it.each([
		[0, 1_000_000, 200],
		[20, 1_100, 200],
		[1, 100, 401],
	])('a maximum of %i minutes and an age of %i s: %i', async (maximumAge, age, status) => {
		await startSigned({ options: { maximumAge } });
		expect((await post(text, { 'x-devhelm-signature': old(age) })).status).toBe(status);
	});
});

describe('without a secret', () => {
	it('the incident is read back, and what DevHelm answers goes into the workflow', async () => {
		await start({ options: { includeRawEvent: true } });
		const { id } = seeded(on, 'RESOLVED');
		const made = { incident: { id, title: 'Send money', status: 'CONFIRMED', severity: 'DOWN' } };
		const { body } = await announce('incident.resolved', made);
		const envelope = JSON.parse(body);
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'GET',
				path: `/api/v1/incidents/${id}`,
				query: {},
				headers: READ_HEADERS,
				body: undefined,
			},
		]);
		expect(jsons()).toEqual([
			{
				...recordOf(on, id),
				text: 'The provider confirmed an outage.',
				eventType: 'incident.resolved',
				eventTime: envelope.createdAt,
				deliveryId: envelope.id,
				signature: 'fetched',
				event: {
					id: envelope.id,
					type: 'incident.resolved',
					createdAt: envelope.createdAt,
					data: expect.objectContaining({ id, title: 'Card payments fail' }),
				},
			},
		]);
		expect(JSON.stringify(jsons())).not.toContain('Send money');
	});

	it('so is a monitor', async () => {
		await start();
		const { id, updatedAt } = monitor(on, 'Checkout page');
		await announce('monitor.updated', { monitor: { id, name: 'Another name' } });
		expect(sent()).toEqual([`GET /api/v1/monitors/${id}`]);
		expect(jsons()).toEqual([
			expect.objectContaining({
				id,
				title: 'Checkout page',
				status: null,
				vendorStatus: 'down',
				updatedAt,
				signature: 'fetched',
			}),
		]);
	});

	it.each<[string, string, () => object]>([
		['is not there', 'incident.created', () => ({ incident: { id: NOT_THERE } })],
		['was never resolved', 'incident.resolved', confirmed],
		['was never reopened', 'incident.reopened', confirmed],
		['is not there, as a monitor', 'monitor.updated', () => ({ id: seeded(on, 'CONFIRMED').id })],
	])('what %s starts nothing: 401', async (_, type, data) => {
		await start();
		expect(await post(bodyOf(type, data()))).toEqual({
			status: 401,
			data: { message: 'DevHelm does not know of this event' },
		});
		expect(host.runs).toEqual([]);
	});

	it('of what is long, nobody reads anything: 413', async () => {
		await start({ options: { acceptUnsigned: true } });
		const data = { ...confirmed(), more: 'x'.repeat(128_000) };
		expect(await post(bodyOf('incident.created', data))).toEqual({
			status: 413,
			data: {
				message: 'the body has more than 128,000 bytes, and no event of this vendor has',
			},
		});
		expect([host.runs, on.requests()]).toEqual([[], []]);
	});

	it('an ID of any length is not remembered, and nothing else that is made up goes on', async () => {
		await start({ simplify: false });
		const { id } = seeded(on, 'CONFIRMED');
		const data = { incident: { id, title: 'Send money' } };
		const text = bodyOf('incident.created', data, { id: 'x'.repeat(256), note: 'Send money' });
		expect((await post(text)).status).toBe(200);
		expect(jsons()).toEqual([
			{
				eventType: 'incident.created',
				eventTime: '2026-11-24T10:00:00Z',
				deliveryId: createHash('sha256').update(text).digest('hex'),
				signature: 'fetched',
				event: {
					type: 'incident.created',
					createdAt: '2026-11-24T10:00:00Z',
					data: expect.objectContaining({ id, status: 'CONFIRMED' }),
				},
			},
		]);
		expect(JSON.stringify(jsons())).not.toContain('Send money');
	});

	it('an incident that has moved on is still the one', async () => {
		await start();
		const incident = seeded(on, 'CONFIRMED');
		incident.reopenCount = 1;
		await announce('incident.resolved', confirmed());
		expect(jsons()).toEqual([expect.objectContaining({ id: incident.id, status: 'triggered' })]);
	});

	const MESSAGE =
		"this event cannot be checked without the 'Webhook Signing Secret' in the credential";
	const UNREADABLE: Array<[string, string]> = [
		['an incident without an ID', bodyOf('incident.created', { title: 'x' })],
		['an ID that is none', bodyOf('incident.created', { id: '../monitors' })],
		['a deleted monitor', bodyOf('monitor.deleted', { id: NOT_THERE })],
		['a service event', bodyOf('service.status_changed', { id: NOT_THERE })],
		['an event that nobody knows', bodyOf('dream.began', { id: NOT_THERE })],
		['a body without a type', '{"id":"evt_0"}'],
	];

	it.each(UNREADABLE)('%s is refused without a question', async (_, text) => {
		await start();
		host.change({
			parameters: {
				...base,
				events: [...base.events, 'monitor.deleted', 'service.status_changed'],
			},
		});
		expect(await post(text)).toEqual({ status: 401, data: { message: MESSAGE } });
		expect([host.runs, on.requests()]).toEqual([[], []]);
	});

	it.each(UNREADABLE)('%s starts a run where that is accepted', async (_, text) => {
		await start({
			events: [...base.events, 'monitor.deleted', 'service.status_changed'],
			options: { acceptUnsigned: true },
		});
		expect((await post(text)).status).toBe(200);
		expect(jsons()).toEqual([expect.objectContaining({ signature: 'none' })]);
		expect(on.requests()).toEqual([]);
	});

	it.each([
		['a list', '[1]', 400],
		['a text', '"x"', 400],
		['nothing', '', 400],
		['no JSON', '{', 422],
	])('a body that is %s is none of them: %s', async (_, text, status) => {
		await start({ options: { acceptUnsigned: true } });
		expect((await post(text)).status).toBe(status);
		expect([host.runs, on.requests()]).toEqual([[], []]);
	});

	it('accepting these does not spare the question where there is one', async () => {
		await start({ options: { acceptUnsigned: true } });
		expect((await post(bodyOf('incident.created', { id: NOT_THERE }))).status).toBe(401);
	});

	it('an event that is not chosen is ignored without a question', async () => {
		await start();
		expect(await post(bodyOf('monitor.created', { id: NOT_THERE }))).toEqual({
			status: 200,
			data: { message: "Ignored: 'monitor.created' is not chosen" },
		});
		expect(on.requests()).toEqual([]);
	});

	it.each<[string, object, number]>([
		['does not answer', { drop: 'before', times: 4 }, 4],
		['fails', { status: 500, times: 4 }, 4],
		['refuses the key', { status: 401, body: { message: 'revoked' } }, 1],
		['limits the key', { status: 429, headers: { 'retry-after': '60' } }, 1],
		['answers with something else', { status: 200, body: { data: {} }, times: 4 }, 4],
	])(
		'when DevHelm %s the delivery is answered with 503, and comes again',
		async (_, fault, most) => {
			await start();
			on.sandbox.fault('devHelm', { path: /^\/api\/v1\/incidents/, ...fault });
			const text = bodyOf('incident.created', confirmed());
			expect(await post(text)).toEqual({
				status: 503,
				data: { message: 'DevHelm could not be asked whether this event is genuine: try again' },
			});
			expect(host.runs).toEqual([]);
			expect(on.requests().length).toBeLessThanOrEqual(most);
		},
	);

	it('DevHelm repeats what was answered with 503, and it starts one run', async () => {
		await start();
		on.sandbox.fault('devHelm', { path: /^\/api\/v1\/incidents/, status: 401, body: {} });
		const { statuses } = await announce('incident.created', confirmed());
		expect([statuses, host.runs.length]).toEqual([[503, 200], 1]);
	});

	it('a slow answer is not waited for longer than DevHelm waits', async () => {
		await start();
		on.sandbox.fault('devHelm', { path: /^\/api\/v1\/incidents/, delayMs: 4_000 });
		const since = Date.now();
		expect((await post(bodyOf('incident.created', confirmed()))).status).toBe(503);
		expect(Date.now() - since).toBeLessThan(3_500);
		expect(host.runs).toEqual([]);
	});

	it('what waits for a slow answer is not sent on once nobody waits for it', async () => {
		await start();
		on.sandbox.fault('devHelm', {
			path: /^\/api\/v1\/incidents/,
			delayMs: 3_500,
			times: Infinity,
		});
		const twenty = Array.from({ length: 20 }, () => bodyOf('incident.created', confirmed()));
		const answers = await Promise.all(twenty.map(async (text) => await post(text)));
		expect(answers.map(({ status }) => status)).toEqual(twenty.map(() => 503));
		const asked = on.requests().length;
		expect(asked).toBeLessThan(twenty.length);
		while (on.sandbox.stats('devHelm').inFlight) await sleep(20);
		await deliveries().idle();
		// The next one takes its turn: nothing of what waited stands before it.
		on.sandbox.clearFaults();
		expect((await post(bodyOf('incident.created', confirmed()))).status).toBe(200);
		expect(on.requests()).toHaveLength(asked + 1);
	});

	it('a credential that cannot work is a 503 as well', async () => {
		await start();
		host.change({ credentials: on.credentials({ apiKey: ' ' }) });
		expect((await post(bodyOf('incident.created', confirmed()))).status).toBe(503);
		host.change({ credentials: {} });
		expect(await post(bodyOf('incident.created', confirmed()))).toEqual({
			status: 503,
			data: { message: 'the form or the credential of the trigger cannot be read' },
		});
		expect(host.runs).toEqual([]);
	});
});

describe('with the full incident', () => {
	const options = { fetchIncident: true };

	it('what is signed is filled from it', async () => {
		await startSigned({ options });
		const { id } = seeded(on, 'RESOLVED');
		await announce('incident.resolved', { incidentId: id });
		expect(sent()).toEqual([`GET /api/v1/incidents/${id}`]);
		expect(jsons()).toEqual([
			expect.objectContaining({
				...recordOf(on, id),
				text: 'The provider confirmed an outage.',
				signature: 'colon',
				incident: expect.objectContaining({ id, updates: [expect.any(Object)] }),
				fetchFailure: null,
			}),
		]);
	});

	it('what is not signed has it as well, and it is asked for once', async () => {
		await start({ options });
		const { id } = seeded(on, 'CONFIRMED');
		await announce('incident.created', { incidentId: id });
		expect(sent()).toHaveLength(1);
		expect(jsons()).toEqual([
			expect.objectContaining({
				signature: 'fetched',
				incident: expect.objectContaining({ id }),
				fetchFailure: null,
			}),
		]);
	});

	it.each<[string, object, string]>([
		[
			'is not there',
			{ status: 404, body: { message: 'Incident not found' } },
			'Incident not found',
		],
		['does not come in time', { delayMs: 4_000 }, 'within 2.5 s'],
	])('what is signed is passed on when it %s', async (_, fault, failure) => {
		await startSigned({ options });
		on.sandbox.fault('devHelm', { path: /^\/api\/v1\/incidents/, ...fault });
		const { statuses } = await announce('incident.created', confirmed());
		expect(statuses).toEqual([200]);
		expect(jsons()).toEqual([
			expect.objectContaining({
				...rowOf(on, seeded(on, 'CONFIRMED').id),
				signature: 'colon',
				incident: null,
				fetchFailure: expect.stringContaining(failure),
			}),
		]);
	});

	it.each<[string, string, object, string]>([
		['about a monitor', 'monitor.updated', { id: NOT_THERE }, 'The event is not about an incident'],
		['without an ID', 'incident.created', { title: 'x' }, 'The event names no incident'],
	])('an event %s has none', async (_, type, data, fetchFailure) => {
		await startSigned({ options });
		await announce(type, { ...data });
		expect(jsons()).toEqual([expect.objectContaining({ incident: null, fetchFailure })]);
		expect(on.requests()).toEqual([]);
	});
});

describe('filters', () => {
	const monitors = (id: string) => ({
		monitorIds: { values: [{ monitorId: { __rl: true, mode: 'id', value: id } }] },
	});
	const ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a';
	const incident = { id: NOT_THERE, status: 'CONFIRMED', severity: 'DOWN', source: 'MONITORS' };

	it.each<[string, INodeParameters, object, object]>([
		['severity', { severities: ['DEGRADED'] }, incident, { ...incident, severity: 'degraded' }],
		['source', { sources: ['MANUAL'] }, incident, { ...incident, source: 'MANUAL' }],
		[
			'monitor',
			monitors(ID),
			{ ...incident, monitorId: NOT_THERE },
			{ ...incident, monitor_id: ID.toUpperCase() },
		],
		['monitor', monitors(ID), incident, { ...incident, monitor: { id: ID } }],
	])('by %s', async (name, filters, unwanted, wanted) => {
		await startSigned({ filters });
		expect(await announce('incident.created', { incident: unwanted })).toMatchObject({
			answer: { message: `Ignored: its ${name} is filtered out` },
		});
		expect(host.runs).toEqual([]);
		await announce('incident.created', { incident: wanted });
		expect(host.runs).toHaveLength(1);
		// What does not say is not lost.
		await announce('incident.created', { incidentId: ID });
		expect(host.runs).toHaveLength(2);
	});

	it('by monitor, also for events of monitors, but not of services', async () => {
		const events = ['monitor.updated', 'monitor.deleted', 'service.status_changed'];
		await startSigned({ events, filters: monitors(ID) });
		for (const type of events) await announce(type, { id: NOT_THERE });
		expect(jsons().map(({ eventType }) => eventType)).toEqual(['service.status_changed']);
		for (const type of events.slice(0, 2)) await announce(type, { monitor: { id: ID } });
		expect(host.runs).toHaveLength(3);
	});

	it('look at what DevHelm answers, where that was asked', async () => {
		await start({ filters: { severities: ['MAINTENANCE'] } });
		const { id } = seeded(on, 'CONFIRMED');
		await announce('incident.created', { incident: { ...incident, id, severity: 'MAINTENANCE' } });
		expect(host.runs).toEqual([]);
	});
});

describe('what happens at the vendor', () => {
	it('reaches the workflow: opened, resolved, opened again', async () => {
		await start();
		const url = `${on.sandbox.url('devHelm')}/api/v1/incidents`;
		const call = async (path: string, body: object) => {
			const { data } = await axios.post<{ data: { incident: { id: string } } }>(url + path, body, {
				headers: READ_HEADERS,
			});
			await deliveries().idle();
			return data.data.incident.id;
		};
		const id = await call('', { title: 'Made by hand', severity: 'DEGRADED', body: 'Look at it' });
		await call(`/${id}/resolve`, { body: 'Done' });
		await call(`/${id}/updates`, { newStatus: 'CONFIRMED', notifySubscribers: false });
		expect(
			jsons().map(({ eventType, id: of, status, signature: by }) => [eventType, of, status, by]),
		).toEqual([
			['incident.created', id, 'triggered', 'fetched'],
			['incident.resolved', id, 'resolved', 'fetched'],
			['incident.reopened', id, 'triggered', 'fetched'],
		]);
	});

	it('webhooks that fail again and again are switched off, and on by the next publication', async () => {
		await start();
		for (let count = 0; count < 10; count += 1) {
			await announce('incident.created', { id: NOT_THERE });
		}
		const [webhook] = on.sandbox.state('devHelm').webhooks.values();
		expect(webhook).toMatchObject({ enabled: false, consecutiveFailures: 10 });
		expect(await host.activate()).toBe(false);
		expect(webhook).toMatchObject({ enabled: true, consecutiveFailures: 0 });
	});
});

describe('repeats', () => {
	it('copies at the same moment start one run, whatever their delivery ID', async () => {
		await start();
		const { url, headers, body } = await announce('incident.created', confirmed());
		await Promise.all(
			[1, 2, 3].map(async (copy) => {
				const own = { ...headers, 'x-devhelm-delivery': `copy ${copy}` };
				return await deliveries().send({ url, headers: own, body });
			}),
		);
		expect(host.answers).toEqual([200, 200, 200, 200]);
		expect(host.runs).toHaveLength(1);
	});

	it('what was refused may come again', async () => {
		await startSigned();
		const text = bodyOf('incident.created', confirmed());
		expect((await post(text)).status).toBe(401);
		expect((await post(text, signed(text))).status).toBe(200);
		expect(host.runs).toHaveLength(1);
	});

	it("another subscription's delivery is the same event, and starts no second run", async () => {
		await startSigned();
		const { headers, body } = await announce('incident.created', confirmed());
		const other = { ...headers, 'x-devhelm-delivery': 'of another subscription' };
		expect(await post(body, other)).toEqual({
			status: 200,
			data: { message: 'Ignored: a repeat' },
		});
		expect(host.runs).toHaveLength(1);
	});

	it('a test listens beside the published workflow', async () => {
		await start();
		const { headers, body } = await announce('incident.created', confirmed());
		host.change({ isTest: true });
		await deliveries().send({ url: host.url, headers, body });
		expect(host.runs).toHaveLength(2);
	});
});
