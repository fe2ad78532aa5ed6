import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import { textOf } from '../support/files';
import { openDemo } from './demo-session';
import { fillIn } from './examples';
import { until } from './rest-session';

type Demo = Awaited<ReturnType<typeof openDemo>>;

interface Node {
	name: string;
	parameters: IDataObject;
}

interface Published {
	id: string;
	nodes: Node[];
	connections: object;
}

let demo: Demo;
let sandbox: Sandbox;
let published: Published[] = [];

beforeAll(async () => {
	demo = await openDemo({ example: 'first-incidents.json', log: () => undefined });
	sandbox = demo.sandbox as unknown as Sandbox;
}, 600_000);
afterAll(async () => await demo?.stop(), 60_000);
beforeEach(() => sandbox.reset());
afterEach(async () => {
	for (const { id } of published) await demo.host.rest.deactivate(id);
	published = [];
});

/** Imports an example with the sandbox's credentials, and publishes it. */
async function publish(file: string, amend: (trigger: Node) => void = () => undefined) {
	const example = JSON.parse(textOf(`examples/${file}.json`)) as Published;
	amend(example.nodes[0]);
	await fillIn(demo.host.rest, example, { ...sandbox.credentials });
	const workflow = (await demo.host.rest.createWorkflow(example)) as Published;
	published.push(workflow);
	await demo.host.rest.activate(workflow.id);
	return workflow;
}

/** Waits for so many runs, of which none may have failed. */
async function finished({ id }: Published, count: number) {
	const runs = await demo.host.rest.finishedExecutions(id, count, { timeoutMs: 90_000 });
	for (const { status, nodes } of runs) {
		expect(Object.values(nodes).map(({ error }) => error)).toEqual(
			Object.values(nodes).map(() => undefined),
		);
		expect(status).toBe('success');
	}
	return runs;
}

/** Somebody does something at a vendor, past n8n. */
const http = axios.create({ proxy: false });
async function atPagerDuty(method: 'POST' | 'PUT', path: string, data: object) {
	const { baseUrl, apiToken, from } = sandbox.credentials.pagerDutyIncidentsApi;
	const headers = { Authorization: `Token token=${String(apiToken)}`, From: String(from) };
	return (await http.request({ method, url: `${String(baseUrl)}${path}`, headers, data })).data;
}
async function atDevHelm(path: string, data: object) {
	const { baseUrl, apiKey } = sandbox.credentials.devHelmApi;
	const headers = { Authorization: `Bearer ${String(apiKey)}` };
	return (await http.post(`${String(baseUrl)}/api/v1${path}`, data, { headers })).data;
}
async function atDevRev(call: string, data: object) {
	const { baseUrl, accessToken } = sandbox.credentials.devRevApi;
	const headers = { Authorization: `Bearer ${String(accessToken)}`, 'X-Devrev-Scope': 'beta' };
	return (await http.post(`${String(baseUrl)}/${call}`, data, { headers })).data;
}
async function atBleemeo(list: string, data: object) {
	const { baseUrl, email, password, clientId } = sandbox.credentials.bleemeoApi;
	const asked = { grant_type: 'password', username: email, password, client_id: clientId };
	const form = new URLSearchParams(asked as { [name: string]: string });
	const { access_token } = (await http.post(`${String(baseUrl)}/o/token/`, form)).data;
	const headers = { Authorization: `Bearer ${String(access_token)}` };
	return (await http.post(`${String(baseUrl)}/v1/${list}/`, data, { headers })).data;
}

const newPagerDutyIncident = async (title: string) =>
	(
		await atPagerDuty('POST', '/incidents', {
			incident: {
				type: 'incident',
				title,
				service: { id: 'PH38B7P', type: 'service_reference' },
			},
		})
	).incident as { id: string };

const copiesOf = (key: string) =>
	[...sandbox.state('pagerDuty').incidents.values()].filter(
		({ incident_key }) => incident_key === key,
	);

it('PagerDuty: who is on call is noted on a new incident', async () => {
	const workflow = await publish('trigger-pagerduty');
	const { id } = await newPagerDutyIncident('Checkout answers with 502');
	await finished(workflow, 1);
	const notes = sandbox.state('pagerDuty').details.notes.get(id) ?? [];
	expect(notes.map(({ content }) => content)).toEqual([
		expect.stringMatching(/^On call now: \S.* \(\S+@\S+\)\. Assigned to: \S.*$/),
	]);
}, 120_000);

it('DevHelm: an outage becomes a DevRev incident, a degradation does not', async () => {
	const workflow = await publish('trigger-devhelm');
	await atDevHelm('/incidents', { title: 'Slow', severity: 'DEGRADED' });
	await atDevHelm('/incidents', { title: 'Shop is down', severity: 'DOWN' });
	await finished(workflow, 1);
	await sandbox.api('devHelm').deliveries.idle();
	const titles = [...sandbox.state('devRev').incidents.values()].map(({ title }) => title);
	expect(titles.filter((title) => ['Slow', 'Shop is down'].includes(title))).toEqual([
		'Shop is down',
	]);
}, 120_000);

it('DevRev: a resolved incident asks for its post-mortem', async () => {
	const workflow = await publish('trigger-devrev');
	const { stages, incidents } = sandbox.state('devRev');
	const incident = [...incidents.values()].find(({ title }) => title === 'Search is slow');
	const resolved = [...stages.values()].find(({ name }) => name === 'resolved');
	await atDevRev('incidents.update', { id: incident?.id, stage: { stage: resolved?.id } });
	await finished(workflow, 1);
	const { timeline_entries: entries } = await atDevRev('timeline-entries.list', {
		object: incident?.id,
	});
	expect((entries as Array<{ body?: string }>).map(({ body }) => body)).toContain(
		'Resolved: **Search is slow**. Please add the post-mortem within five days.',
	);
}, 120_000);

it('Bleemeo: an alarm pages, and its end resolves the alert', async () => {
	const webhookToken = crypto.randomUUID();
	const workflow = await publish('trigger-bleemeo', ({ parameters }) => {
		parameters.webhookToken = webhookToken;
		// n8n is on this machine, and Bleemeo's trigger has no credential that would tell a test system.
		parameters.options = { allowPrivateAddress: true };
	});
	const url = demo.host.rest.webhookUrl(workflow, 'Bleemeo Trigger', `token/${webhookToken}`);
	sandbox.state('bleemeo').webhookUrls.add(url);
	const [event] = sandbox.state('bleemeo').events.values();
	const alarm = { ...event, metric: crypto.randomUUID(), status: 2, title: 'Disk is full' };
	sandbox.api('bleemeo').announce(alarm);
	await finished(workflow, 1);
	sandbox.api('bleemeo').announce({ ...alarm, id: crypto.randomUUID(), status: 0 });
	await finished(workflow, 2);
	expect(
		sandbox.state('pagerDuty').events.accepted.map(({ action, effect, key }) => ({
			action,
			effect,
			key,
		})),
	).toEqual([
		{ action: 'trigger', effect: 'opened', key: `bleemeo-${alarm.metric}` },
		{ action: 'resolve', effect: 'changed', key: `bleemeo-${alarm.metric}` },
	]);
}, 120_000);

it('Bleemeo, polled: a critical event becomes a PagerDuty incident, a warning does not', async () => {
	const workflow = await publish('trigger-bleemeo-polling');
	for (const [title, status] of [
		['Disk is filling', 1],
		['Disk is full', 2],
	]) {
		await atBleemeo('event', { title, status });
	}
	// n8n polls once a minute at most.
	await finished(workflow, 1);
	const titles = [...sandbox.state('pagerDuty').incidents.values()].map(({ title }) => title);
	expect(titles.filter((title) => title.startsWith('Disk'))).toEqual(['Disk is full']);
}, 180_000);

it('PagerDuty, polled: who goes on call is noted on the open incidents', async () => {
	const workflow = await publish('trigger-pagerduty-on-call');
	const { details, users, incidents } = sandbox.state('pagerDuty');
	const [schedule] = details.schedules.values();
	const anna = [...users.values()].find(({ name }) => name === 'Anna Schmidt');
	const [start, end] = [0, 3_600_000].map((ms) => new Date(Date.now() + ms).toISOString());
	const user = { id: anna?.id, type: 'user_reference' };
	await atPagerDuty('POST', `/schedules/${schedule.id}/overrides`, {
		overrides: [{ start, end, user }],
	});
	// n8n polls once a minute at most.
	await finished(workflow, 1);
	const open = [...incidents.values()].filter(({ status }) => status !== 'resolved');
	const notes = open.map(({ id }) => (details.notes.get(id) ?? []).map(({ content }) => content));
	expect(notes).toEqual(open.map(() => ['On call now: Anna Schmidt']));
}, 180_000);

it('mirror: what opens at DevHelm opens at PagerDuty, and closing either closes both', async () => {
	const workflow = await publish('mirror-incidents');
	const open = async (title: string) => {
		const { data } = await atDevHelm('/incidents', { title, severity: 'DOWN' });
		const { id } = data.incident as { id: string };
		const copy = await until('the copy', async () => copiesOf(id)[0]);
		expect(copy).toMatchObject({ title, status: 'triggered', service: { id: 'PH38B7P' } });
		return { id, copy };
	};
	const statuses = () => ({
		devHelm: [first, second].map(({ id }) => sandbox.state('devHelm').incidents.get(id)?.status),
		pagerDuty: [first, second].map(({ copy }) => copy.status),
	});
	const first = await open('Closed at DevHelm');
	const second = await open('Closed at PagerDuty');
	await finished(workflow, 2);

	await atDevHelm(`/incidents/${first.id}/resolve`, {});
	await until('the copy is resolved', async () => first.copy.status === 'resolved' || undefined);
	expect(statuses()).toMatchObject({ pagerDuty: ['resolved', 'triggered'] });

	await atPagerDuty('PUT', `/incidents/${second.copy.id}`, {
		incident: { type: 'incident_reference', status: 'resolved' },
	});
	await until(
		'the original is resolved',
		async () => statuses().devHelm.every((status) => status === 'RESOLVED') || undefined,
	);
	expect(statuses()).toEqual({
		devHelm: ['RESOLVED', 'RESOLVED'],
		pagerDuty: ['resolved', 'resolved'],
	});
	// Two opened; for each, one end tells the workflow and the other echoes.
	await finished(workflow, 6);
	expect([...sandbox.state('devHelm').incidents.values()].filter(isOurs)).toHaveLength(2);
	expect([first, second].map(({ id }) => copiesOf(id).length)).toEqual([1, 1]);
}, 180_000);

const isOurs = ({ title }: { title?: string | null }) => /^Closed at/.test(title ?? '');
