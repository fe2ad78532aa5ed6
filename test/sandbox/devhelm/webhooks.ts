import { createHmac, randomUUID } from 'node:crypto';

import { Deliveries } from '../core/deliveries';
import type { Delivery } from '../core/deliveries';
import { hexOf, uuidOf } from '../core/ids';
import { get, post, put } from '../core/router';
import type { Params, Route } from '../core/router';
import { flag, nullable, object, oneOf, required, uuid } from '../core/shape';
import type { Shape } from '../core/shape';
import type { JsonObject, Reply, SandboxRequest } from '../core/types';
import { readBody } from './body';
import { invalid, invalidQuery, notFound } from './errors';
import { numberedPage } from './paging';
import type { DevHelmStore, Incident } from './types';

/** What each event is about, and when it happens. */
const catalogue: Record<string, string> = {
	'monitor.created': 'A monitor was created',
	'monitor.updated': 'A monitor was changed',
	'monitor.deleted': 'A monitor was deleted',
	'incident.created': 'An incident was opened',
	'incident.resolved': 'An incident was resolved',
	'incident.reopened': 'A resolved incident was opened again',
	'service.status_changed': 'The status of a tracked service changed',
	'service.component_changed': 'A component of a tracked service changed',
	'service.incident_created': 'A tracked service published an incident',
	'service.incident_updated': 'A tracked service updated an incident',
	'service.incident_resolved': 'A tracked service resolved an incident',
};

/** After so many deliveries in a row that were given up a webhook is switched off. */
const mostFailures = 10;

export interface Webhook extends JsonObject {
	id: string;
	url: string;
	description: string | null;
	subscribedEvents: string[];
	enabled: boolean;
	consecutiveFailures: number;
	disabledReason: string | null;
	disabledAt: string | null;
	createdAt: string;
	updatedAt: string;
}

/** Something that subscribers are told of. */
export interface Happened {
	type: string;
	data: JsonObject;
}

/** The waits that DevHelm's command line speaks of; 4xx is not repeated. How long it waits is not known. */
export function devHelmDeliveries(): Deliveries {
	return new Deliveries({
		timeoutMs: 10_000,
		pausesMs: [1_000, 5_000, 30_000, 120_000, 600_000],
		isRetried: (status) => status === 0 || status === 429 || status >= 500,
	});
}

/** The shape of `data` is not published: this is one that it may have. */
export function webhookIncident(incident: Incident): JsonObject {
	return { incident: { ...incident } };
}

/** Delivers an event to every webhook that asks for it, signed when the organization has a secret. */
export function announce(store: DevHelmStore, deliveries: Deliveries, happened: Happened): void {
	const { type, data } = happened;
	const createdAt = timeOf(store);
	const id = `evt_${randomUUID().replaceAll('-', '')}`;
	const body = JSON.stringify({ id, type, apiVersion: '2026-01', createdAt, data });
	for (const webhook of store.webhooks.values()) {
		if (!webhook.enabled || !webhook.subscribedEvents.includes(type)) continue;
		const headers = {
			'content-type': 'application/json',
			'x-devhelm-event': type,
			'x-devhelm-delivery': randomUUID(),
			...signatureHeader(store, body),
		};
		void deliveries
			.send({ url: webhook.url, headers, body })
			.then((delivery) => note(store, webhook, delivery));
	}
}

function signatureHeader(store: DevHelmStore, body: string): { [name: string]: string } {
	const { signingSecret, signatureSeparator, clock } = store;
	if (signingSecret === null) return {};
	const time = Math.floor(clock.now() / 1000);
	if (signatureSeparator === 'timestamp') {
		const [, hex] = signature(signingSecret, time, body, '.').split('v1=');
		return { 'x-devhelm-timestamp': String(time), 'x-devhelm-signature': hex };
	}
	return { 'x-devhelm-signature': signature(signingSecret, time, body, signatureSeparator) };
}

/** The value of `X-DevHelm-Signature`. */
export function signature(secret: string, time: number, body: string, separator = ':'): string {
	const signed = createHmac('sha256', secret).update(`${time}${separator}${body}`).digest('hex');
	return `t=${time};v1=${signed}`;
}

function note(store: DevHelmStore, webhook: Webhook, { statuses }: Delivery): void {
	const last = statuses[statuses.length - 1];
	const isDelivered = last >= 200 && last < 300;
	webhook.consecutiveFailures = isDelivered ? 0 : webhook.consecutiveFailures + 1;
	if (webhook.consecutiveFailures < mostFailures) return;
	webhook.enabled = false;
	webhook.disabledReason = 'Too many failed deliveries';
	webhook.disabledAt = timeOf(store);
}

const events: Shape = { kind: 'list', min: 1, items: oneOf(...Object.keys(catalogue)) };
const createShape = object({
	url: required({ kind: 'string', max: 2048 }),
	description: nullable({ kind: 'string', max: 255 }),
	subscribedEvents: required(events),
});
const updateShape = object({
	url: nullable({ kind: 'string', max: 2048 }),
	description: nullable({ kind: 'string', max: 255 }),
	subscribedEvents: nullable(events),
	enabled: nullable(flag),
});

type Wanted = Partial<Pick<Webhook, 'description' | 'enabled' | 'subscribedEvents' | 'url'>>;

export const webhookRoutes: Array<Route<DevHelmStore>> = [
	get('/api/v1/webhooks/events', () => ({
		status: 200,
		body: {
			data: Object.entries(catalogue).map(([type, description]) => ({
				type,
				surface: type.startsWith('service.') ? 'status_data' : 'monitoring',
				description,
			})),
		},
	})),
	get('/api/v1/webhooks/signing-secret', ({ signingSecret }) => ({
		status: 200,
		body: {
			data: {
				configured: signingSecret !== null,
				maskedSecret: signingSecret && `****${signingSecret.slice(-4)}`,
			},
		},
	})),
	post('/api/v1/webhooks/signing-secret/rotate', (store) => {
		store.signingSecret = `whsec_${hexOf(`signing secret ${randomUUID()}`, 40)}`;
		return { status: 200, body: { data: store.signingSecret } };
	}),
	get('/api/v1/webhooks', ({ webhooks }, request) =>
		numberedPage(request, [...webhooks.values()], 20),
	),
	post('/api/v1/webhooks', create),
	get('/api/v1/webhooks/{id}', (store, _request, { id }) => answer(find(store, id))),
	put('/api/v1/webhooks/{id}', update),
	{
		method: 'DELETE',
		path: '/api/v1/webhooks/{id}',
		handle: (store, _request, { id }) => {
			store.webhooks.delete(find(store, id).id);
			return { status: 204 };
		},
	},
];

function create(store: DevHelmStore, request: SandboxRequest): Reply {
	const wanted = readBody<Wanted & { url: string; subscribedEvents: string[] }>(
		request,
		createShape,
	);
	checkUrl(store, wanted.url);
	const createdAt = timeOf(store);
	const webhook: Webhook = {
		id: uuidOf(`webhook ${store.nextWebhook++}`),
		url: wanted.url,
		description: wanted.description ?? null,
		subscribedEvents: wanted.subscribedEvents,
		enabled: true,
		consecutiveFailures: 0,
		disabledReason: null,
		disabledAt: null,
		createdAt,
		updatedAt: createdAt,
	};
	store.webhooks.set(webhook.id, webhook);
	return { status: 201, body: { data: webhook } };
}

/** Null keeps what is there. */
function update(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	const webhook = find(store, id);
	const { url, description, subscribedEvents, enabled } = readBody<Wanted>(request, updateShape);
	if (url) checkUrl(store, url);
	webhook.url = url ?? webhook.url;
	webhook.description = description ?? webhook.description;
	webhook.subscribedEvents = subscribedEvents ?? webhook.subscribedEvents;
	webhook.enabled = enabled ?? webhook.enabled;
	if (enabled) {
		Object.assign(webhook, { consecutiveFailures: 0, disabledReason: null, disabledAt: null });
	}
	webhook.updatedAt = timeOf(store);
	return answer(webhook);
}

/** The vendor takes https alone; a test receives on loopback, without it. */
function checkUrl({ isHttpsOnly }: DevHelmStore, url: string): void {
	const isLoopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\//.test(url);
	if (url.startsWith('https://') || (isLoopback && !isHttpsOnly)) return;
	throw invalid({ code: 'INVALID_VALUE', field: '/url', message: 'url must use HTTPS' });
}

function find({ webhooks }: DevHelmStore, id: string): Webhook {
	if (!uuid.test(id)) throw invalidQuery('id', 'must be a UUID');
	const found = webhooks.get(id.toLowerCase());
	if (!found) throw notFound('Webhook');
	return found;
}

function answer(webhook: Webhook): Reply {
	return { status: 200, body: { data: webhook } };
}

function timeOf({ clock }: DevHelmStore): string {
	return new Date(clock.now()).toISOString();
}
