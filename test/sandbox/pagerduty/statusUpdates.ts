import { wholeSeconds } from '../core/ids';
import { get, post } from '../core/router';
import type { Route } from '../core/router';
import type { SandboxRequest } from '../core/types';
import { isObject } from '../core/values';
import { requireActor, requireWriteAccess } from './auth';
import type { PagerDutyContext } from './auth';
import { newId } from './details/seed';
import type { Subscription } from './details/types';
import { invalidInput, refuse } from './errors';
import { findIncident, readBody } from './incidents/find';
import { readText } from './incidents/read';
import { classicPage } from './query';
import { referTo } from './references';
import type { PagerDutyStore } from './types';

const account = 'PACCT01';

type Subscriber = Pick<Subscription, 'subscriber_id' | 'subscriber_type'>;

function readSubscribers(request: SandboxRequest): Subscriber[] {
	const { subscribers } = readBody(request);
	const isList = Array.isArray(subscribers) && subscribers.length > 0;
	if (!isList) throw refuse(422, 2001, 'Invalid Input Provided', ['Subscribers cannot be empty.']);
	return subscribers.map((one: unknown) => {
		const { subscriber_id, subscriber_type } = isObject(one) ? one : {};
		const isType = subscriber_type === 'user' || subscriber_type === 'team';
		if (!isType || typeof subscriber_id !== 'string') {
			throw refuse(422, 2001, 'Invalid Input Provided', ['A subscriber has an ID and a type.']);
		}
		return { subscriber_id, subscriber_type };
	});
}

function isKnown(store: PagerDutyStore, { subscriber_id: id, subscriber_type }: Subscriber) {
	return (subscriber_type === 'user' ? store.users : store.teams).has(id);
}

function find({ details }: PagerDutyStore, incidentId: string, wanted: Subscriber) {
	return details.subscriptions.find(
		(one) =>
			one.incidentId === incidentId &&
			one.subscriber_id === wanted.subscriber_id &&
			one.subscriber_type === wanted.subscriber_type,
	);
}

/** Status updates, whose bodies are not wrapped, and who is told. */
export const statusUpdateRoutes: Array<Route<PagerDutyContext>> = [
	post('/incidents/{id}/status_updates', (context, request, { id }) => {
		const { store } = context;
		const actor = requireActor(context, request);
		const incident = findIncident(store, id);
		const body = readBody(request);
		const message = readText(body, 'message');
		const subject = readText(body, 'subject');
		const html_message = readText(body, 'html_message');
		if (message === undefined) throw invalidInput('Message cannot be empty.');
		if ((subject === undefined) !== (html_message === undefined)) {
			throw invalidInput('Subject and html_message go together.');
		}
		const status_update = {
			id: newId(store.details, 'status update'),
			message,
			sender: referTo(actor ?? incident.service),
			created_at: wholeSeconds(store.clock.now()),
			...(subject === undefined ? {} : { subject, html_message }),
		};
		store.details.statusUpdates.push(status_update);
		return { status: 200, body: { status_update } };
	}),
	get('/incidents/{id}/status_updates/subscribers', ({ store }, request, { id }) => {
		const incident = findIncident(store, id);
		const own = store.details.subscriptions.filter((one) => one.incidentId === incident.id);
		const reply = classicPage(request, 'subscribers', own, (one) => ({
			subscriber_id: one.subscriber_id,
			subscriber_type: one.subscriber_type,
			has_indirect_subscription: false,
			subscribed_via: null,
		}));
		return { ...reply, body: { ...(reply.body as object), account_id: account } };
	}),
	post('/incidents/{id}/status_updates/subscribers', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		const incident = findIncident(store, id);
		const subscriptions = readSubscribers(request).map((wanted) => {
			const isThere = find(store, incident.id, wanted) !== undefined;
			const isAllowed = isKnown(store, wanted);
			if (isAllowed && !isThere) {
				store.details.subscriptions.push({ ...wanted, incidentId: incident.id });
			}
			const result = isThere ? 'duplicate' : 'success';
			return {
				...wanted,
				subscribable_id: incident.id,
				subscribable_type: 'incident',
				account_id: account,
				result: isAllowed ? result : 'unauthorized',
			};
		});
		return { status: 200, body: { subscriptions } };
	}),
	post('/incidents/{id}/status_updates/unsubscribe', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		const incident = findIncident(store, id);
		const counts = { deleted_count: 0, unauthorized_count: 0, non_existent_count: 0 };
		const { subscriptions } = store.details;
		for (const wanted of readSubscribers(request)) {
			const found = find(store, incident.id, wanted);
			if (found) subscriptions.splice(subscriptions.indexOf(found), 1);
			counts[found ? 'deleted_count' : 'non_existent_count'] += 1;
		}
		return { status: 200, body: counts };
	}),
];
