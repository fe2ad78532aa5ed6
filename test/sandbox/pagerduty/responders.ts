import { wholeSeconds } from '../core/ids';
import { post, put } from '../core/router';
import type { Route } from '../core/router';
import type { JsonObject } from '../core/types';
import { isObject } from '../core/values';
import { requireWriteAccess } from './auth';
import type { PagerDutyContext } from './auth';
import { newId } from './details/seed';
import type { Responder } from './details/types';
import { invalidInput, missingAbility, refuse } from './errors';
import { findIncident, readBody } from './incidents/find';
import { referTo } from './references';
import type { EscalationPolicy, PagerDutyStore, User } from './types';

const kinds = {
	user_reference: 'user',
	escalation_policy_reference: 'escalation_policy',
} as const;

function requireAbility({ abilities }: PagerDutyStore): void {
	if (!abilities.has('coordinated_responding')) throw missingAbility('coordinated_responding');
}

/** An id, never an e-mail. */
function readRequester(store: PagerDutyStore, { requester_id: id }: JsonObject): User {
	if (typeof id !== 'string' || id === '') throw invalidInput('Requester cannot be empty.');
	const user = store.users.get(id);
	if (!user) throw refuse(400, 1008, 'Requester User Not Found');
	return user;
}

function readTarget(value: unknown): Pick<Responder, 'id' | 'type'> {
	const { id, type } = isObject(value) ? value : {};
	const kind = Object.entries(kinds).find(([name]) => name === type)?.[1];
	if (!kind || typeof id !== 'string' || id === '') {
		throw invalidInput('A target must have an id and the type of a user or escalation policy.');
	}
	return { id, type: kind };
}

function readTargets(wanted: JsonObject, unwrap: (one: unknown) => unknown) {
	const { responder_request_targets: targets } = wanted;
	if (!Array.isArray(targets) || targets.length === 0) {
		throw invalidInput('Responder request targets cannot be empty.');
	}
	return targets.map((one: unknown) => readTarget(unwrap(one)));
}

function personOrPolicy(
	store: PagerDutyStore,
	{ id, type }: Pick<Responder, 'id' | 'type'>,
): User | EscalationPolicy {
	const user = type === 'user' ? store.users.get(id) : undefined;
	if (type === 'user' && !user) throw refuse(400, 2013, 'User Not Found');
	const found = user ?? store.escalationPolicies.get(id);
	if (!found) throw refuse(400, 1014, 'Escalation Policy Not Found');
	return found;
}

/** Targets are nested on the way in when asked, and flat when taken back. */
export const responderRoutes: Array<Route<PagerDutyContext>> = [
	post('/incidents/{id}/responder_requests', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		requireAbility(store);
		const incident = findIncident(store, id);
		const body = readBody(request);
		const requester = readRequester(store, body);
		const { message } = body;
		if (typeof message !== 'string' || message === '') throw invalidInput('Message is missing.');
		const targets = readTargets(body, (one) =>
			isObject(one) ? one.responder_request_target : undefined,
		);
		const people = targets.map((target) => personOrPolicy(store, target));
		const requested_at = wholeSeconds(store.clock.now());
		for (const target of targets) {
			store.details.responders.push({ ...target, incidentId: incident.id, state: 'pending' });
		}
		const responder_request = {
			id: newId(store.details, 'responder request'),
			incident: referTo(incident),
			requester: referTo(requester),
			requested_at,
			message,
			responder_request_targets: targets.map(({ type, id: targetId }, index) => ({
				responder_request_target: {
					type,
					id: targetId,
					summary: people[index].name,
					incident_responders:
						type === 'user' ? [{ state: 'pending', user: referTo(people[index]), message }] : [],
				},
			})),
		};
		return { status: 200, body: { responder_request } };
	}),
	put('/incidents/{id}/responder_requests/cancel', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		requireAbility(store);
		const incident = findIncident(store, id);
		const body = readBody(request);
		readRequester(store, body);
		const { details } = store;
		const targets = readTargets(body, (one) => one);
		const responder_request_targets = targets.map((target) => {
			const found = details.responders.find(
				(one) => one.incidentId === incident.id && one.id === target.id && one.type === target.type,
			);
			if (found?.state === 'pending') {
				details.responders.splice(details.responders.indexOf(found), 1);
			}
			const states = { pending: 'cancelled', joined: 'joined', declined: 'declined' };
			return {
				type: `${target.type}_reference`,
				id: target.id,
				result: found ? states[found.state] : 'not_found',
			};
		});
		return { status: 200, body: { responder_request_targets } };
	}),
];
