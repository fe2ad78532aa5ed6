import { post } from '../../core/router';
import type { Route } from '../../core/router';
import { formatted, list, object, oneOf, required, text } from '../../core/shape';
import type { Shape } from '../../core/shape';
import { read, readBody } from '../body';
import { notPermitted, refuse } from '../errors';
import { don, id, resolve } from '../ids';
import type { DevRevContext, DevRevStore } from '../types';
import { eventTypes } from './eventTypes';
import { newSecret } from './types';
import type { Webhook } from './types';

const types = list(oneOf(...eventTypes));
const header = object({ name: required(text), value: required(text) });
/** Base64; empty makes DevRev choose. */
const secret: Shape = formatted({
	name: 'byte',
	test: (value) => Buffer.from(value, 'base64').toString('base64') === value,
});

const createShape = object({
	url: required(text),
	event_types: types,
	headers: list(header),
	secret,
});

const updateShape = object({
	id: required(id),
	action: oneOf('activate', 'deactivate'),
	event_types: object({ add: types, remove: types, set: types }),
	headers: object({ add: list(header), remove: list(text), set: list(header) }),
	secret,
	url: text,
});

interface CreateRequest {
	url: string;
	event_types?: string[];
	headers?: Webhook['headers'];
	secret?: string;
}

interface UpdateRequest {
	id: string;
	action?: 'activate' | 'deactivate';
	event_types?: { add?: string[]; remove?: string[]; set?: string[] };
	secret?: string;
	url?: string;
}

export const webhookRoutes: Array<Route<DevRevContext>> = [
	...read('/webhooks.list', ({ store }, request) => {
		readBody(request, object({}));
		return { status: 200, body: { webhooks: [...store.webhooks.all.values()] } };
	}),
	...read('/webhooks.get', ({ store }, request) => {
		const { id: wanted } = readBody<{ id: string }>(request, object({ id: required(id) }));
		return { status: 200, body: { webhook: find(store, wanted) } };
	}),
	post('/webhooks.create', ({ store, user }, request) => {
		const wanted = readBody<CreateRequest>(request, createShape);
		const { webhooks } = store;
		const now = new Date(store.clock.now()).toISOString();
		const made: Webhook = {
			id: don('webhook', `wh-${webhooks.nextNumber}`),
			display_id: `webhook-${webhooks.nextNumber}`,
			created_by: user,
			created_date: now,
			modified_by: user,
			modified_date: now,
			url: readUrl(wanted.url),
			event_types: [...new Set(wanted.event_types ?? [])],
			headers: wanted.headers ?? [],
			secret: readSecret(wanted.secret ?? ''),
			status: 'unverified',
		};
		webhooks.nextNumber += 1;
		webhooks.all.set(made.id, made);
		webhooks.unverified.push(made);
		return { status: 201, body: { webhook: { ...made } } };
	}),
	post('/webhooks.update', ({ store }, request) => {
		const wanted = readBody<UpdateRequest>(request, updateShape);
		const one = find(store, wanted.id);
		const { url, action } = wanted;
		const changes = {
			event_types: changedTypes(one, wanted.event_types),
			url: url === undefined ? one.url : readUrl(url),
			secret: wanted.secret === undefined ? one.secret : readSecret(wanted.secret),
		};
		const isOther = changes.url !== one.url || changes.secret !== one.secret;
		Object.assign(one, changes, { modified_date: new Date(store.clock.now()).toISOString() });
		if (action === 'deactivate') one.status = 'inactive';
		const isOn = one.status === 'inactive' ? action === 'activate' : isOther;
		if (isOn) {
			one.status = 'unverified';
			store.webhooks.unverified.push(one);
		}
		return { status: 200, body: { webhook: { ...one } } };
	}),
	post('/webhooks.delete', ({ store }, request) => {
		const { id: wanted } = readBody<{ id: string }>(request, object({ id: required(id) }));
		store.webhooks.all.delete(find(store, wanted).id);
		return { status: 200, body: {} };
	}),
];

const find = ({ webhooks }: DevRevStore, wanted: string): Webhook =>
	resolve('id', webhooks.all, ['webhook'], wanted);

function readUrl(url: string): string {
	if (/^https?:\/\/[^/]/.test(url)) return url;
	throw notPermitted('url', 'not an http(s) address');
}

function readSecret(given: string): string {
	if (given === '') return newSecret();
	const { length } = Buffer.from(given, 'base64');
	if (length >= 8 && length <= 32) return given;
	throw notPermitted('secret', 'must be between 8 and 32 bytes');
}

function changedTypes(
	{ event_types: before }: Webhook,
	{ add = [], remove = [], set }: NonNullable<UpdateRequest['event_types']> = {},
): string[] {
	if (set && (add.length || remove.length)) {
		throw refuse(400, 'bad_request', 'event_types: set goes with neither add nor remove');
	}
	return [...new Set(set ?? [...before, ...add])].filter((type) => !remove.includes(type));
}
