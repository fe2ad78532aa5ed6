import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import { idsOf } from '../incidents';
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

const SUMMARY = 'Störung: „Zahlung“ fällt aus 🚨';

it('carries every field', async () => {
	await on.run(
		trigger({
			summary: SUMMARY,
			severity: 'warning',
			additionalFields: {
				class: 'http errors',
				client: 'n8n',
				clientUrl: 'https://n8n.example.com/workflow/12',
				component: 'payment gateway',
				customDetails: '{ "rate": 0, "paged": false, "list": [1], "name": "Größe" }',
				dedupKey: 'checkout-502/Zürich',
				extraFields: '{ "payload": { "new_field": 0 }, "flag": false }',
				group: 'shop',
				images: {
					values: [
						{
							src: 'https://grafana.example.com/a.png',
							alt: 'Rate',
							href: 'https://grafana.example.com/d/a',
						},
						{ src: '', alt: '', href: '' },
					],
				},
				links: {
					values: [
						{ href: 'https://wiki.example.com/runbook', text: 'Runbook' },
						{ href: 'https://x.example', text: '' },
					],
				},
				timestamp: '2026-05-04T10:00:00+02:00',
			},
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/v2/enqueue',
		query: {},
		headers: EVENT_HEADERS,
		body: {
			routing_key: routingKey(on),
			event_action: 'trigger',
			dedup_key: 'checkout-502/Zürich',
			payload: {
				summary: SUMMARY,
				source: 'checkout-01.example.com',
				severity: 'warning',
				timestamp: '2026-05-04T08:00:00Z',
				component: 'payment gateway',
				group: 'shop',
				class: 'http errors',
				custom_details: { rate: 0, paged: false, list: [1], name: 'Größe' },
				new_field: 0,
			},
			client: 'n8n',
			client_url: 'https://n8n.example.com/workflow/12',
			links: [
				{ href: 'https://wiki.example.com/runbook', text: 'Runbook' },
				{ href: 'https://x.example' },
			],
			images: [
				{
					src: 'https://grafana.example.com/a.png',
					alt: 'Rate',
					href: 'https://grafana.example.com/d/a',
				},
			],
			flag: false,
		},
	});
	const [alert] = alertsOf(on, 'checkout-502/Zürich');
	expect(alert).toMatchObject({ summary: SUMMARY, severity: 'warning', status: 'triggered' });
});

it('needs three fields, and gives the common record', async () => {
	const { items } = await on.run(trigger({ severity: 'error' }));
	const { dedup_key: key } = on.theRequest().body as { dedup_key: string };
	expect(key).toMatch(/^.{20,255}$/);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/v2/enqueue',
		query: {},
		headers: EVENT_HEADERS,
		body: {
			routing_key: routingKey(on),
			event_action: 'trigger',
			dedup_key: key,
			payload: {
				summary: 'Checkout answers with 502',
				source: 'checkout-01.example.com',
				severity: 'error',
			},
		},
	});
	expect(items).toEqual([
		{
			json: record({
				id: key,
				title: 'Checkout answers with 502',
				status: 'triggered',
				severity: 'error',
				vendorSeverity: 'error',
			}),
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own answer without Simplify", async () => {
	const { items } = await on.run(
		trigger({ simplify: false, additionalFields: { dedupKey: 'own' } }),
	);
	expect(items[0].json).toEqual({
		status: 'success',
		message: 'Event processed',
		dedup_key: 'own',
	});
});

it('opens an incident on the service of the key, which REST can find by the dedup key', async () => {
	await on.run(trigger({ additionalFields: { dedupKey: 'own' } }));
	const incident = incidentOf(on, 'own');
	expect(incident).toMatchObject({
		title: 'Checkout answers with 502',
		status: 'triggered',
		service: { id: idsOf(on).services.Checkout },
		alert_counts: { all: 1, triggered: 1, resolved: 0 },
	});
	const found = await fetch(
		`${on.sandbox.url('pagerDuty')}/incidents?incident_key=own&date_range=all`,
		{ headers: { Authorization: `Token token=${on.sandbox.api('pagerDuty').tokens.user}` } },
	);
	expect(await found.json()).toMatchObject({ incidents: [{ id: incident.id }] });
});

describe('the same key', () => {
	it('adds to the alert while it is open, and opens a new one afterwards', async () => {
		const again = trigger({ additionalFields: { dedupKey: 'own' } });
		await on.run(again);
		await on.run(again);
		expect(alertsOf(on, 'own')).toHaveLength(1);
		await on.run(resolve('own'));
		await on.run(again);
		expect(alertsOf(on, 'own').map(({ status }) => status)).toEqual(['resolved', 'triggered']);
		expect(effects(on)).toEqual([
			'trigger opened',
			'trigger merged',
			'resolve changed',
			'trigger opened',
		]);
	});

	it.each(['after', 'before'] as const)('pages once when the reply is lost %s', async (drop) => {
		on.sandbox.fault('pagerDuty', { drop });
		const { items, error } = await on.run(trigger());
		expect(error).toBeUndefined();
		expect(on.requests()).toHaveLength(2);
		expect(on.requests()[0].body).toEqual(on.requests()[1].body);
		expect(alertsOf(on, String(items[0].json.id))).toHaveLength(1);
	});

	it("pages once when n8n's Retry On Fail runs the node again", async () => {
		on.sandbox.fault('pagerDuty', { skip: 1, status: 400, body: { status: 'invalid event' } });
		const before = on.sandbox.state('pagerDuty').incidents.size;
		const { items, error } = await on.run(trigger({ summary: '={{ $json.title }}' }), {
			items: [{ title: 'First' }, { title: 'Second' }],
			retryOnFail: true,
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.title)).toEqual(['First', 'Second']);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(2);
		expect(effects(on)).toHaveLength(3);
		expect(on.sandbox.state('pagerDuty').incidents.size - before).toBe(2);
	});
});

it('keeps the order of the items of one key', async () => {
	on.sandbox.fault('pagerDuty', { status: 503, body: '' });
	await on.run(trigger({ summary: '={{ $json.title }}', additionalFields: { dedupKey: 'own' } }), {
		items: [{ title: 'First' }, { title: 'Second' }, { title: 'Third' }],
	});
	expect(effects(on)).toEqual(['trigger opened', 'trigger merged', 'trigger merged']);
	expect(incidentOf(on, 'own').title).toBe('First');
});

it('goes on after a limit and after a failure', async () => {
	on.sandbox.fault('pagerDuty', { status: 429, body: { status: 'throttle exceeded' } });
	on.sandbox.fault('pagerDuty', { status: 503, body: '' });
	const { error } = await on.run(trigger());
	expect(error).toBeUndefined();
	expect(on.requests().map(({ status }) => status)).toEqual([429, 503, 202]);
	expect(effects(on)).toEqual(['trigger opened']);
});

it('loses no event to a limit that goes on for a while', async () => {
	on.sandbox.rateLimit('pagerDuty', { perMinute: 2, windowMs: 300 });
	const items = Array.from({ length: 8 }, (_, index) => ({ title: `Event ${index}` }));
	const { items: done } = await on.run(trigger({ summary: '={{ $json.title }}' }), { items });
	expect(done.map(({ json }) => json.title)).toEqual(items.map(({ title }) => title));
	expect(effects(on)).toEqual(items.map(() => 'trigger opened'));
	expect(on.sandbox.stats('pagerDuty').status429).toBeGreaterThan(0);
});

it('takes an answer without a message, and the key that was sent', async () => {
	on.sandbox.fault('pagerDuty', { status: 202, body: { status: 'success' } });
	const { items } = await on.run(trigger({ additionalFields: { dedupKey: 'own' } }));
	expect(items[0].json).toMatchObject({ id: 'own', status: 'triggered' });
});
