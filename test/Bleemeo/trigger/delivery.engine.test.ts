import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BleemeoTrigger } from '../../../nodes/Bleemeo/BleemeoTrigger.node';
import { webhookEvent } from '../../sandbox/bleemeo/webhooks';
import { rowsOfIds, suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';
import { company } from '../sandbox';
import { record } from '../threads';

const node = new BleemeoTrigger();
const on = suite('bleemeo', 'bleemeoApi', node);
const TOKEN = 'k3Jx-9_Qw.Zr~7TbMn2LpV4s';
const withForm = (more: { options?: object } | object = {}): INodeParameters => ({
	webhookToken: TOKEN,
	simplify: true,
	...more,
	// n8n is on this machine here.
	options: { allowPrivateAddress: true, ...('options' in more ? more.options : {}) },
});

let host: TriggerHost;
/** Published, and its address entered in the panel as the form says. */
const start = async (more: object = {}) => {
	host = await TriggerHost.start({ node, credentials: {}, parameters: withForm(more) });
	await host.activate();
	on.sandbox.state('bleemeo').webhookUrls.add(`${host.url}?token=${TOKEN}`);
};
afterEach(async () => await host.stop());

const deliveries = () => on.sandbox.api('bleemeo').deliveries;
const problem = (fields: IDataObject = {}) => {
	const { web, metric } = company(on);
	const title = 'web-1 - cpu_used is CRITICAL';
	return record(on, 6, {
		agent: web,
		metric,
		status: 2,
		title,
		text: 'Current value: 98 %',
		...fields,
	});
};
/** Bleemeo notifies, and has its answer. */
async function announce(event: ReturnType<typeof problem>) {
	on.sandbox.api('bleemeo').announce(event);
	await deliveries().idle();
	return deliveries().sent[deliveries().sent.length - 1];
}
const jsons = () => host.runs.map(([{ json }]) => json);

it('starts the workflow with the common record', async () => {
	await start();
	const event = problem();
	const { statuses, answer, body } = await announce(event);
	expect([statuses, answer]).toEqual([[200], '']);
	const sent = JSON.parse(body) as IDataObject;
	expect(jsons()).toEqual([
		{
			provider: 'bleemeo',
			id: event.id,
			number: null,
			title: 'web-1 - cpu_used is CRITICAL',
			status: 'triggered',
			severity: 'critical',
			url: null,
			service: null,
			assignees: null,
			actor: null,
			createdAt: event.created_at,
			updatedAt: sent.modified_at,
			vendorStatus: 'Critical',
			vendorSeverity: 2,
			text: 'Current value: 98 %',
			eventType: 'status.critical',
			eventTime: event.happened_at,
			deliveryId: `${event.id}:2:${String(sent.modified_at)}`,
			agentId: event.agent,
			agentName: null,
			metricId: event.metric,
			metricName: null,
			threadId: null,
		},
	]);
	expect(JSON.stringify(host.runs)).not.toContain(TOKEN);
	expect([host.staticData, on.requests()]).toEqual([{ 'node:Trigger': {} }, []]);
});

it('tells the end of a problem, whose status is 0', async () => {
	await start();
	await announce(problem({ status: 0, title: 'web-1 - cpu_used is OK' }));
	expect(jsons()).toEqual([
		expect.objectContaining({
			status: 'resolved',
			severity: null,
			vendorStatus: 'OK',
			vendorSeverity: 0,
			eventType: 'status.ok',
		}),
	]);
});

it('gives the event as it came without Simplify, and beside the record on request', async () => {
	await start({ simplify: false });
	const event = problem();
	const { body } = await announce(event);
	const sent = JSON.parse(body) as IDataObject;
	expect(jsons()).toEqual([
		{
			eventType: 'status.critical',
			eventTime: event.happened_at,
			deliveryId: `${event.id}:2:${String(sent.modified_at)}`,
			agentId: event.agent,
			agentName: null,
			metricId: event.metric,
			metricName: null,
			threadId: null,
			event: sent,
		},
	]);
	host.change({ parameters: withForm({ options: { includeRawEvent: true } }) });
	const other = problem({ title: 'Größer als gedacht 🚲' });
	const second = await announce(other);
	expect(jsons()[1]).toMatchObject({ title: other.title, event: JSON.parse(second.body) });
});

describe('filters', () => {
	it.each<[string, () => object, () => IDataObject]>([
		['status', () => ({ statuses: [2, 0] }), () => ({ status: 1 })],
		[
			'agent',
			() => ({ agentIds: rowsOfIds('agentId', [company(on).web.toUpperCase()]) }),
			() => ({ agent: company(on).database, metric: null }),
		],
		[
			'metric',
			() => ({ metricIds: rowsOfIds('metricId', [company(on).metric]) }),
			() => ({ metric: null }),
		],
	])('by %s', async (field, filters, unwanted) => {
		await start({ filters: filters() });
		const { statuses, answer } = await announce(problem(unwanted()));
		expect([statuses, answer]).toEqual([
			[200],
			{ message: `Ignored: its ${field} is filtered out` },
		]);
		expect(host.runs).toEqual([]);
		await announce(problem());
		expect(host.runs).toHaveLength(1);
	});

	it('that an expression has spoilt since let everything through', async () => {
		await start();
		host.change({ parameters: withForm({ filters: { statuses: ['purple'] } }) });
		expect((await announce(problem())).statuses).toEqual([200]);
		expect(host.runs).toHaveLength(1);
	});
});

describe('what arrives otherwise', () => {
	beforeEach(async () => await start());

	const post = async (text: string | Buffer, query = `?token=${TOKEN}`, headers: object = {}) => {
		const { status, data } = await axios.post<unknown>(`${host.url}${query}`, text, {
			headers: { 'content-type': 'application/json', ...headers },
			validateStatus: () => true,
			maxBodyLength: Infinity,
			transformRequest: (raw: unknown) => raw,
		});
		return { status, data };
	};
	const body = () => JSON.stringify(webhookEvent(problem()));
	const REFUSED = { status: 401, data: { message: 'the token is missing or wrong' } };

	it.each<[string, string, object]>([
		['none', '', {}],
		['an empty one', '?token=', {}],
		['another one', '?token=another-token-of-24-characters', {}],
		['a part of it', `?token=${TOKEN.slice(0, -1)}`, {}],
		['upper case', `?token=${TOKEN.toUpperCase()}`, {}],
		['twice', `?token=${TOKEN}&token=${TOKEN}`, {}],
		['a right and a wrong one', `?token=${TOKEN}&token=x`, {}],
		['as a list', `?token[]=${TOKEN}&token[]=x`, {}],
		['as an object', `?token[a]=${TOKEN}`, {}],
		['in the body only', '', { 'x-other': TOKEN }],
		['a wrong header', '', { 'x-webhook-token': `${TOKEN}x` }],
		['the right one with a wrong header', `?token=${TOKEN}`, { 'x-webhook-token': 'x' }],
		['two headers', '', { 'x-webhook-token': [TOKEN, TOKEN] }],
	])('with the token: %s: 401 and no run', async (_, query, headers) => {
		expect(await post(body(), query, headers)).toEqual(REFUSED);
		expect(host.runs).toEqual([]);
	});

	it.each<[string, string, object]>([
		['in the header', '', { 'x-webhook-token': TOKEN }],
		['in both', `?token=${TOKEN}`, { 'x-webhook-token': TOKEN }],
		['beside other parameters', `?a=1&token=${TOKEN}&b[]=2`, {}],
	])('with the token %s: a run', async (_, query, headers) => {
		expect((await post(body(), query, headers)).status).toBe(200);
		expect(host.runs).toHaveLength(1);
	});

	it.each([
		['none', ''],
		['a short one', 'short'],
		['an object', { token: TOKEN }],
	])('while the trigger has %s for a token: 401 for everybody', async (_, webhookToken) => {
		host.change({ parameters: withForm({ webhookToken }) });
		for (const query of ['', '?token=', '?token=short', `?token=${TOKEN}`]) {
			expect(await post(body(), query)).toEqual({
				status: 401,
				data: {
					message: "the trigger has no usable 'Webhook Token': open it and publish it again",
				},
			});
		}
		expect(host.runs).toEqual([]);
	});

	it.each([
		['no JSON', '{', 422],
		['a list', '[{"status":2}]', 200],
		['a text', '"x"', 200],
		['a number', '7', 200],
		['null', 'null', 200],
		['nothing', '', 200],
	])('a body that is %s starts nothing', async (_, text, status) => {
		expect((await post(text)).status).toBe(status);
		expect(host.runs).toEqual([]);
	});

	it.each<[string, object]>([
		['an empty object', {}],
		['something else', { hello: 'world', status: { a: 1 }, agent: [1], id: 7, text: { b: 2 } }],
		['only wrong kinds', { id: [], status: 'x', title: 7, happened_at: false, modified_at: {} }],
		['a prototype', JSON.parse('{"__proto__":{"status":2},"constructor":1}') as object],
	])('%s is passed on as it is', async (_, event) => {
		host.change({ parameters: withForm({ options: { includeRawEvent: true } }) });
		const text = JSON.stringify(event);
		expect((await post(text)).status).toBe(200);
		expect(jsons()).toEqual([
			expect.objectContaining({
				provider: 'bleemeo',
				deliveryId: expect.stringMatching(/^[0-9a-f]{64}$/),
				event: JSON.parse(text),
			}),
		]);
	});

	it.each([
		[900_000, 200, 1],
		[1_000_000, 413, 0],
		[15_900_000, 413, 0],
	])('%i bytes and some more are answered with %i', async (length, status, runs) => {
		const text = JSON.stringify({ ...webhookEvent(problem()), text: 'x'.repeat(length) });
		expect((await post(text, '?token=x')).status).toBe(status === 200 ? 401 : 413);
		expect((await post(text)).status).toBe(status);
		expect((await post(`[${text.slice(0, -10)}"}]`)).status).toBe(status);
		expect(host.runs).toHaveLength(runs);
	});
});

describe('repeats', () => {
	it('copies at the same moment start one run', async () => {
		await start();
		await announce(problem());
		const [sent] = deliveries().sent;
		await Promise.all([1, 2, 3].map(async () => await deliveries().send(sent)));
		expect(host.answers).toEqual([200, 200, 200, 200]);
		expect(host.runs).toHaveLength(1);
	});

	it('the same event, notified of again later, is a new delivery', async () => {
		await start();
		const event = problem();
		await announce(event);
		on.sandbox.skew('bleemeo', 60_000);
		await announce(event);
		const ids = jsons().map(({ deliveryId }) => deliveryId);
		expect(new Set(ids).size).toBe(2);
	});

	it('what nothing identifies is known by its body', async () => {
		await start();
		const url = `${host.url}?token=${TOKEN}`;
		const headers = { 'content-type': 'application/json' };
		for (const text of ['a', 'b', 'a']) {
			await deliveries().send({ url, headers, body: JSON.stringify({ text }) });
		}
		expect(jsons().map(({ text }) => text)).toEqual(['a', 'b']);
	});

	it('a test listens beside the published workflow', async () => {
		await start();
		await announce(problem());
		const [{ headers, body }] = deliveries().sent;
		host.change({ isTest: true });
		await deliveries().send({ url: `${host.url}?token=${TOKEN}`, headers, body });
		expect(host.runs).toHaveLength(2);
	});

	it('two workflows stand side by side, each with its own token', async () => {
		await start();
		const token = [...TOKEN].reverse().join('');
		const other = await TriggerHost.start({
			node,
			credentials: {},
			parameters: withForm({ webhookToken: token }),
			workflowId: 'workflow-2',
			webhookId: '5f3c9b1e-0000-4000-8000-000000000002',
		});
		const { webhookUrls } = on.sandbox.state('bleemeo');
		webhookUrls.add(`${other.url}?token=${token}`).add(`${other.url}?token=${TOKEN}`);
		await announce(problem());
		await other.stop();
		expect([host.runs.length, other.runs.length]).toEqual([1, 1]);
		expect([host.answers, [...other.answers].sort()]).toEqual([[200], [200, 401]]);
	});
});
