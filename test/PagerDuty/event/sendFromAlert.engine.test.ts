import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import {
	firing,
	GENERIC_FIRING,
	groupOf,
	over,
	SHOWN,
	SHOWN_OVER,
	UNKNOWN,
} from '../../shared/alerts/group';
import { alertsOf, effects, EVENT_HEADERS, record, routingKey } from './events';

const on = suite('pagerDuty', 'pagerDutyEventsApi', new PagerDutyIncidents());

const send = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'sendFromAlert',
	...fields,
});

const KEY = 'alertmanager:5ef77f1f8a3ecfad';

const sentFor = (changes: IDataObject = {}) => ({
	routing_key: routingKey(on),
	event_action: 'trigger',
	dedup_key: KEY,
	payload: {
		summary: SHOWN.title,
		source: SHOWN.source,
		severity: 'critical',
		timestamp: SHOWN.startedAt,
		custom_details: {
			text: SHOWN.text,
			severity: 'critical',
			service: 'checkout',
			labels: SHOWN.labels,
		},
	},
	client: 'Alertmanager',
	client_url: 'https://wiki.shop.example/runbooks/checkout',
	links: SHOWN.links,
	...changes,
});

it('triggers what fires, as it came from a Webhook node', async () => {
	const { items } = await on.run(send(), { items: [{ body: groupOf(firing()), headers: {} }] });
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/v2/enqueue',
		query: {},
		headers: EVENT_HEADERS,
		body: sentFor(),
	});
	expect(items).toEqual([
		{
			json: {
				action: 'triggered',
				alert: SHOWN,
				incident: record({
					id: KEY,
					title: SHOWN.title,
					status: 'triggered',
					severity: 'critical',
					vendorSeverity: 'critical',
				}),
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('resolves what is over, and what is not open stays as it is', async () => {
	await on.run(send(), { items: [groupOf(firing())] });
	on.sandbox.clearRequests();
	const { items } = await on.run(send({ options: { requestsAtOnce: 1 } }), {
		items: [groupOf(over(), over({ fingerprint: 'another' }))],
	});
	expect(on.requests().map(({ body }) => body)).toEqual([
		{ routing_key: routingKey(on), event_action: 'resolve', dedup_key: KEY },
		{
			routing_key: routingKey(on),
			event_action: 'resolve',
			dedup_key: 'alertmanager:another',
		},
	]);
	expect(items[0].json).toEqual({
		action: 'resolved',
		alert: SHOWN_OVER,
		incident: record({ id: KEY, status: 'resolved' }),
	});
	expect(effects(on)).toEqual(['trigger opened', 'resolve changed', 'resolve dropped']);
});

it('makes one event of each alert of a group, linked to its item and in its order', async () => {
	const alerts = (item: number) =>
		[0, 1, 2].map((index) => firing({ fingerprint: `${item}-${index}` }));
	const { items } = await on.run(send(), {
		items: [groupOf(...alerts(0)), groupOf(...alerts(1))],
	});
	expect(items.map(({ json, pairedItem }) => [json.incident, pairedItem])).toEqual(
		['0-0', '0-1', '0-2', '1-0', '1-1', '1-2'].map((id) => [
			expect.objectContaining({ id: `alertmanager:${id}` }),
			{ item: Number(id[0]) },
		]),
	);
	expect(on.sandbox.state('pagerDuty').details.alerts.size).toBeGreaterThanOrEqual(6);
});

it('keeps the order of the alerts about one problem', async () => {
	await on.run(send(), { items: [groupOf(firing(), over(), firing(), over())] });
	expect(effects(on)).toEqual([
		'trigger opened',
		'resolve changed',
		'trigger opened',
		'resolve changed',
	]);
});

it('carries the further fields of Trigger', async () => {
	await on.run(
		send({
			additionalFields: {
				class: 'http errors',
				component: 'payment gateway',
				group: 'shop',
				images: { values: [{ src: 'https://grafana.example.com/a.png', alt: '', href: '' }] },
				extraFields: '{ "flag": false }',
			},
		}),
		{ items: [groupOf(firing())] },
	);
	const plain = sentFor();
	expect(on.theRequest().body).toEqual({
		...plain,
		payload: {
			...plain.payload,
			class: 'http errors',
			component: 'payment gateway',
			group: 'shop',
		},
		images: [{ src: 'https://grafana.example.com/a.png' }],
		flag: false,
	});
});

it('takes templates for title, text, severity and fingerprint', async () => {
	await on.run(
		send({
			options: {
				titleTemplate: '[{severity}] {title} on {source}',
				textTemplate: '{labels.alertname}: {labels.absent}',
				severityTemplate: '{labels.alertname}',
				severityWhenUnknown: 'info',
				fingerprintTemplate: '{labels.job}/{source}',
			},
		}),
		{
			items: [
				groupOf(
					firing({ labels: { alertname: 'Minor', job: 'j', instance: 'i' }, annotations: {} }),
				),
			],
		},
	);
	expect(on.theRequest().body).toMatchObject({
		dedup_key: 'alertmanager:j/i',
		payload: {
			summary: '[warning] Minor on i',
			severity: 'warning',
			custom_details: { text: 'Minor:' },
		},
	});
});

it('sends nothing for what is over when that is switched off', async () => {
	const { items, hints } = await on.run(send({ options: { resolveWhenOver: false } }), {
		items: [groupOf(over())],
	});
	expect(on.requests()).toEqual([]);
	expect(items).toEqual([
		{ json: { action: 'none', alert: SHOWN_OVER, incident: null }, pairedItem: { item: 0 } },
	]);
	expect(hints.map(({ message }) => message)).toEqual([
		"Some alerts were over, and 'Resolve When Over' is off: nothing was sent for them",
	]);
});

it('sends nothing for what calls for nothing, and tells what it was', async () => {
	const ping = { zen: 'Keep it simple', hook_id: 7, hook: { type: 'Repository' } };
	const { items, hints, error } = await on.run(send(), { items: [ping] });
	expect(error).toBeUndefined();
	expect(on.requests()).toEqual([]);
	expect(items).toEqual([
		{
			json: {
				action: 'none',
				alert: expect.objectContaining({
					tool: 'GitHub Actions',
					state: 'none',
					reason: 'the test of a webhook of GitHub',
				}),
				incident: null,
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(hints.map(({ message }) => message)).toEqual([
		'For some alerts nothing was sent: it was the test of a webhook of GitHub',
	]);
});

it('takes the parts of an alert of any other tool', async () => {
	const generic = {
		alertSource: 'generic',
		alertTitle: 'Disk of web-1 is full',
		alertState: '={{ $json.over ? "resolved" : "firing" }}',
		alertFingerprint: 'web-1/disk',
		alertParts: {
			text: '98 %',
			severityWord: 'High',
			affected: 'web-1',
			serviceName: 'web',
			link: 'https://tool.example/1',
			startedAt: '2026-05-04T10:00:00Z',
			labels: '{ "region": "eu" }',
		},
	};
	await on.run(send(generic), { items: [{ over: false }, { over: true }] });
	expect(on.requests().map(({ body }) => body)).toEqual([
		{
			routing_key: routingKey(on),
			event_action: 'trigger',
			dedup_key: 'generic:web-1/disk',
			payload: {
				summary: 'Disk of web-1 is full',
				source: 'web-1',
				severity: 'error',
				timestamp: '2026-05-04T10:00:00Z',
				custom_details: {
					text: '98 %',
					severity: 'High',
					service: 'web',
					labels: { region: 'eu' },
				},
			},
			client: 'n8n',
			client_url: 'https://tool.example/1',
			links: [{ text: 'Alert', href: 'https://tool.example/1' }],
		},
		{ routing_key: routingKey(on), event_action: 'resolve', dedup_key: 'generic:web-1/disk' },
	]);
	expect(alertsOf(on, 'generic:web-1/disk')[0].status).toBe('resolved');
});

describe('refuses before anything is sent', () => {
	const refused = async (fields: IDataObject, item: IDataObject) => {
		const { error } = await on.run(send(fields), { items: [item] });
		expect(on.requests()).toEqual([]);
		return [error?.message, error?.description];
	};

	it('what no tool sends, with what was looked for', async () => {
		const [message, description] = await refused({}, { temperature: 21, host: 'x' });
		expect(message).toBe(
			"'Alert (JSON)' is the message of no monitoring tool that is known here: it has 'temperature', 'host' (item 0)",
		);
		expect(description).toContain("Prometheus Alertmanager: 'alerts', 'groupKey' and 'receiver'");
		expect(description).toContain("set 'Source' to 'Generic'");
	});

	it('what is no message of the tool that was named', async () => {
		const [message] = await refused({ alertSource: 'alertmanager' }, { temperature: 21 });
		expect(message).toContain(
			"'Alert (JSON)' is no message of Prometheus Alertmanager: looked for",
		);
	});

	it('an empty group', async () => {
		const [message, description] = await refused({}, groupOf());
		expect(message).toBe("'Alert (JSON)' holds no alert: its list of alerts is empty (item 0)");
		expect(description).toBe(
			'Look at what the tool has sent for this item. There was nothing to send on.',
		);
	});

	it.each([
		['{ "a": ', 'is not valid JSON'],
		['"text"', 'must be a JSON object, or a list of them, not a string'],
		['[1]', 'must be a JSON object, or a list of them, not a number'],
	])('JSON like %s', async (alert, complaint) => {
		const [message] = await refused({ alert }, {});
		expect(message).toContain(`'Alert (JSON)' ${complaint}`);
	});

	it('a template that names what no alert has', async () => {
		const [message, description] = await refused(
			{ options: { titleTemplate: '{titel} of {labels}' } },
			groupOf(firing()),
		);
		expect(message).toBe("'Title Template' names {titel}, which no alert has (item 0)");
		expect(description).toContain('Use {title}, {text}');
	});

	it('a fingerprint template that gives nothing', async () => {
		const [message] = await refused(
			{ options: { fingerprintTemplate: '{labels.absent}' } },
			groupOf(firing()),
		);
		expect(message).toBe(
			`'Fingerprint Template' gives nothing for the alert "${SHOWN.title}" (item 0)`,
		);
	});
});

it('sends the other alerts when one is refused, and names it', async () => {
	on.sandbox.fault('pagerDuty', { status: 400, body: { message: 'no', errors: ['bad'] } });
	const { items } = await on.run(send({ options: { requestsAtOnce: 1 } }), {
		items: [groupOf(firing(), firing({ fingerprint: 'two' }))],
		onError: 'continueRegularOutput',
	});
	expect(items.map(({ json, pairedItem }) => [json.error ?? json.action, pairedItem])).toEqual([
		[
			expect.stringContaining(
				`'Send event from alert' (item 0, alert 1 of 2 "${SHOWN.title}"): no: bad`,
			),
			{ item: 0 },
		],
		['triggered', { item: 0 }],
	]);
});

it('takes ten thousand alerts in one message', async () => {
	const alerts = Array.from({ length: 10_000 }, (_, index) => over({ fingerprint: `f${index}` }));
	const { items } = await on.run(send({ options: { resolveWhenOver: false } }), {
		items: [groupOf(...alerts)],
	});
	expect(items).toHaveLength(10_000);
});

it('takes an alert of any other tool that says no more than what is wrong', async () => {
	const { items } = await on.run(send(GENERIC_FIRING));
	const known = { title: UNKNOWN.title, status: 'triggered', severity: 'critical' };
	expect(items[0].json).toEqual({
		action: 'triggered',
		alert: UNKNOWN,
		incident: record({ ...known, id: 'generic:web-1/disk', vendorSeverity: 'critical' }),
	});
});
