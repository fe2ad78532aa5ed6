import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import { PagerDutyIncidentsTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';
import { signature, webhookIncident } from '../../sandbox/pagerduty/webhooks';
import { suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';
import { seeded } from '../incidents';

const node = new PagerDutyIncidentsTrigger();
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);
const base = {
	authentication: 'apiToken',
	scope: 'account',
	events: ['incident.triggered', 'incident.annotated', 'incident.resolved'],
	simplify: true,
};

let host: TriggerHost;
const start = async (more: INodeParameters = {}, isTest = false) => {
	host = await TriggerHost.start({
		node,
		credentials: on.credentials({}),
		parameters: { ...base, ...more },
		isTest,
	});
	await host.activate();
};
afterEach(async () => await host.stop());

const deliveries = () => on.sandbox.api('pagerDuty').deliveries;
/** Tells the subscribers, and waits until all have answered. */
async function announce(type: string, data: { [key: string]: unknown }) {
	on.sandbox.api('pagerDuty').announce({ type, data });
	await deliveries().idle();
	return deliveries().sent[deliveries().sent.length - 1];
}
const triggered = () => webhookIncident(seeded(on, 'triggered'));
const jsons = () => host.runs.map(([{ json }]) => json);

it('starts the workflow with the common record, which names the event', async () => {
	await start();
	const { body, statuses } = await announce('incident.triggered', triggered());
	expect(statuses).toEqual([200]);
	expect(jsons()).toEqual([
		expect.objectContaining({
			provider: 'pagerduty',
			id: seeded(on, 'triggered').id,
			eventType: 'incident.triggered',
			deliveryId: JSON.parse(body).event.id,
		}),
	]);
});

it('gives the event as it came without Simplify, and beside the record on request', async () => {
	await start({ simplify: false });
	const { body } = await announce('incident.triggered', triggered());
	const { event } = JSON.parse(body);
	const delivery = {
		eventType: 'incident.triggered',
		eventTime: event.occurred_at,
		deliveryId: event.id,
	};
	expect(jsons()).toEqual([{ ...delivery, event }]);
	host.change({ parameters: { ...base, options: { includeRawEvent: true } } });
	const second = await announce('incident.triggered', triggered());
	expect(jsons()[1]).toMatchObject({
		title: triggered().title,
		event: JSON.parse(second.body).event,
	});
});

it('tells what was written in a note, and on which incident', async () => {
	await start();
	const { id, title } = seeded(on, 'triggered');
	await announce('incident.annotated', {
		id: 'PNOTE11',
		type: 'incident_note',
		incident: { id, type: 'incident_reference', summary: title, html_url: `https://x/${id}` },
		content: 'Größer als gedacht 🚲',
		trimmed: false,
	});
	expect(jsons()).toEqual([
		expect.objectContaining({
			id,
			title,
			url: `https://x/${id}`,
			text: 'Größer als gedacht 🚲',
			status: null,
		}),
	]);
});

it.each([
	['a ping', 'pagey.ping', { type: 'ping', message: 'Hello' }],
	['an event that is not chosen', 'incident.acknowledged', {}],
])('ignores %s with 200', async (_, type, more) => {
	await start();
	// As if the subscription asked for it.
	[...on.sandbox.state('pagerDuty').webhooks.values()][0].events.push(type);
	const { statuses } = await announce(type, { ...triggered(), ...more });
	expect([statuses, host.runs]).toEqual([[200], []]);
});

it('passes on an event that PagerDuty may add tomorrow', async () => {
	await start();
	[...on.sandbox.state('pagerDuty').webhooks.values()][0].events.push('incident.dreamt_of');
	await announce('incident.dreamt_of', { type: 'dream', colour: 'blue' });
	expect(jsons()).toEqual([expect.objectContaining({ eventType: 'incident.dreamt_of', id: null })]);
});

it.each([
	['urgencies', ['low'], { urgency: 'high' }, { urgency: 'low' }],
	['priorityIds', ['P1'], { priority: null }, { priority: { id: 'P1' } }],
	[
		'serviceIds',
		{ values: [{ serviceId: { __rl: true, mode: 'id', value: 'PSERVICE1' } }] },
		{ service: { id: 'PSERVICE2' } },
		{ service: { id: 'PSERVICE1' } },
	],
])('filters by %s', async (name, value, unwanted, wanted) => {
	await start({ filters: { [name]: value } } as INodeParameters);
	await announce('incident.triggered', { ...triggered(), ...unwanted });
	expect(host.runs).toEqual([]);
	await announce('incident.triggered', { ...triggered(), ...wanted });
	expect(host.runs).toHaveLength(1);
	// A note does not say, and is not lost.
	await announce('incident.annotated', { type: 'incident_note', content: 'x', incident: {} });
	expect(host.runs).toHaveLength(2);
});

describe('what is not genuine', () => {
	const body = () =>
		JSON.stringify({ event: { event_type: 'incident.triggered', data: triggered() } });
	const secret = () => [...on.sandbox.state('pagerDuty').secrets.values()][0];
	const post = async (text: string, header: string | undefined, more = {}) => {
		const { status, data } = await axios.post<unknown>(host.url, text, {
			headers: {
				'content-type': 'application/json',
				'x-webhook-id': 'W1',
				...(header === undefined ? {} : { 'x-pagerduty-signature': header }),
				...more,
			},
			validateStatus: () => true,
			transformRequest: (raw: string) => raw,
		});
		return { status, data };
	};
	const good = () => `v1=${signature(secret(), body())}`;

	beforeEach(async () => await start());

	it('the right signature is taken, also as one of several', async () => {
		expect((await post(body(), good())).status).toBe(200);
		const other = body().replace('{', '{ ');
		const rotated = `v1=${'0'.repeat(64)}, v1=${signature(secret(), other)}`;
		expect((await post(other, rotated)).status).toBe(200);
		expect(host.runs).toHaveLength(2);
	});

	it.each([
		['none', () => undefined],
		['an empty one', () => ''],
		['upper case', () => `v1=${signature(secret(), body()).toUpperCase()}`],
		['cut off', () => good().slice(0, -1)],
		['without its version', () => good().slice(3)],
		['of another version', () => good().replace('v1', 'v2')],
		['with another secret', () => `v1=${signature('wrong', body())}`],
		['of other bytes', () => `v1=${signature(secret(), `${body()} `)}`],
		['with the empty secret', () => `v1=${signature('', body())}`],
	])('%s: 401 and no run', async (_, header) => {
		expect(await post(body(), header())).toEqual({
			status: 401,
			data: { message: 'the signature is not right' },
		});
		expect(host.runs).toEqual([]);
	});

	it('a lost secret closes the door, and says how to open it', async () => {
		const header = good();
		host.staticData = {};
		expect(await post(body(), header)).toEqual({
			status: 401,
			data: { message: 'the signing secret is lost: publish the workflow again' },
		});
	});

	it.each([
		['no JSON', '{', 422],
		['a list', '[1]', 200],
		['a text', '"x"', 200],
		['nothing', '', 200],
	])('a genuine body that is %s is answered, and lost nowhere', async (_, text, status) => {
		expect((await post(text, `v1=${signature(secret(), text)}`)).status).toBe(status);
	});

	it.each([
		[900_000, 200, 1],
		[1_000_000, 413, 0],
		[15_900_000, 413, 0],
	])('%i bytes and some more are answered with %i', async (length, status, runs) => {
		const text = body().replace('{', `{"more":"${'x'.repeat(length)}",`);
		expect((await post(text, 'v1=x')).status).toBe(status === 200 ? 401 : 413);
		expect((await post(text, `v1=${signature(secret(), text)}`)).status).toBe(status);
		expect(host.runs).toHaveLength(runs);
	});

	it('300,000 keys are refused unread, also with the right signature', async () => {
		const keys = Array.from({ length: 300_000 }, (_, number) => `"key${number}":1`);
		const text = `{${keys.join(',')}}`;
		const began = Date.now();
		expect((await post(text, `v1=${signature(secret(), text)}`)).status).toBe(413);
		expect(Date.now() - began).toBeLessThan(10_000);
		expect(host.runs).toEqual([]);
	});

	it('none of 10,000 mutations of a delivery is taken', async () => {
		const { isGenuine } = await import('../../../nodes/PagerDuty/trigger/receiver');
		const raw = Buffer.from(body());
		const header = good();
		let state = 12_345;
		const random = (below: number) => {
			state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
			return state % below;
		};
		let taken = 0;
		for (let round = 0; round < 10_000; round += 1) {
			const mutated = Buffer.from(raw);
			const text = Buffer.from(header);
			const [target, from] = round % 2 ? [mutated, 0] : [text, 'v1='.length];
			const at = from + random(target.length - from);
			target[at] ^= 1 + random(127);
			const given = { 'x-pagerduty-signature': text.toString('latin1') };
			if (isGenuine({ headers: given, raw: mutated }, secret())) taken += 1;
		}
		expect(taken).toBe(0);
		expect(isGenuine({ headers: { 'x-pagerduty-signature': header }, raw }, secret())).toBe(true);
	});
});

describe('repeats', () => {
	it('copies at the same moment start one run', async () => {
		await start();
		on.sandbox.api('pagerDuty').announce({ type: 'incident.triggered', data: triggered() });
		await deliveries().idle();
		const [{ url, headers, body }] = deliveries().sent;
		await Promise.all([1, 2, 3].map(async () => await deliveries().send({ url, headers, body })));
		expect(host.answers).toEqual([200, 200, 200, 200]);
		expect(host.runs).toHaveLength(1);
	});

	it('a genuine delivery sent again under another ID in the header, which nobody signs, starts nothing', async () => {
		await start();
		const { url, headers, body } = await announce('incident.triggered', triggered());
		for (let copy = 0; copy < 20; copy += 1) {
			const own = { ...headers, 'x-webhook-id': `copy-${copy}` };
			const { statuses, answer } = await deliveries().send({ url, headers: own, body });
			expect([statuses, answer]).toEqual([[200], { message: 'Ignored: a repeat' }]);
		}
		expect(host.runs).toHaveLength(1);
	});

	it('a test listens beside the published workflow', async () => {
		await start();
		await announce('incident.triggered', triggered());
		const [{ headers, body }] = deliveries().sent;
		host.change({ isTest: true });
		await deliveries().send({ url: host.url, headers, body });
		expect(host.runs).toHaveLength(2);
	});
});
