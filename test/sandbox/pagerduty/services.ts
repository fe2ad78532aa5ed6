import { wholeSeconds } from '../core/ids';
import { post, put } from '../core/router';
import type { Route } from '../core/router';
import { flag, list, nullable, object, oneOf, required, text } from '../core/shape';
import type { Shape } from '../core/shape';
import type { JsonObject } from '../core/types';
import { requireWriteAccess } from './auth';
import type { PagerDutyContext } from './auth';
import { newId } from './details/seed';
import { invalidInput, notFound, refuse } from './errors';
import { readPolicy } from './incidents/read';
import { links, referTo } from './references';
import { wrapped } from './shapes';
import type { PagerDutyStore, Service } from './types';

const seconds: Shape = { kind: 'number', isWhole: true, min: 0 };
const constant = object({
	type: oneOf('constant'),
	urgency: oneOf('low', 'high', 'severity_based'),
});
const clock: Shape = {
	kind: 'string',
	format: { name: 'time', test: (value) => /^\d{2}:\d{2}:\d{2}$/.test(value) },
};

/** What a service is made of, as the official file has it. */
const shape = object({
	type: required(oneOf('service')),
	name: text,
	description: text,
	auto_resolve_timeout: nullable(seconds),
	acknowledgement_timeout: nullable(seconds),
	status: oneOf('active', 'warning', 'critical', 'maintenance', 'disabled'),
	escalation_policy: required(
		object({ id: required(text), type: required(oneOf('escalation_policy_reference')) }),
	),
	incident_urgency_rule: object({
		type: oneOf('constant', 'use_support_hours'),
		urgency: oneOf('low', 'high', 'severity_based'),
		during_support_hours: constant,
		outside_support_hours: constant,
	}),
	support_hours: object({
		type: oneOf('fixed_time_per_day'),
		time_zone: required(text),
		days_of_week: list({ kind: 'number', isWhole: true, min: 1, max: 7 }),
		start_time: required(clock),
		end_time: required(clock),
	}),
	scheduled_actions: list(
		object({
			type: required(oneOf('urgency_change')),
			at: required(
				object({
					type: required(oneOf('named_time')),
					name: required(oneOf('support_hours_start', 'support_hours_end')),
				}),
			),
			to_urgency: required(oneOf('high')),
		}),
	),
	auto_pause_notifications_parameters: object({
		enabled: flag,
		timeout: {
			kind: 'number',
			isWhole: true,
			min: 0,
			max: 900,
		},
	}),
});

/** Making and changing services. Neither wants a From. */
export const serviceRoutes: Array<Route<PagerDutyContext>> = [
	post('/services', ({ store, caller }, request) => {
		requireWriteAccess(caller);
		const wanted = wrapped(request, 'service', shape);
		const { name, status = 'active' } = wanted;
		if (typeof name !== 'string' || !name) throw invalidInput('Name cannot be empty.');
		if (status !== 'active') throw invalidInput('A service begins active.');
		const id = newId(store.details, 'service');
		const policy = policyOf(store, wanted);
		checkHours(wanted);
		const service: Service = {
			id,
			type: 'service',
			summary: name,
			...links('service', id),
			created_at: wholeSeconds(store.clock.now()),
			teams: policy.teams,
			integrations: [],
			...settingsOf(store, wanted, name),
			name,
			status: 'active',
			description: (wanted.description as string | undefined) ?? '',
			auto_resolve_timeout: offIsNull(wanted.auto_resolve_timeout),
			acknowledgement_timeout: offIsNull(wanted.acknowledgement_timeout),
			escalation_policy: referTo(policy),
			incident_urgency_rule: (wanted.incident_urgency_rule ?? {
				type: 'constant',
				urgency: 'high',
			}) as Service['incident_urgency_rule'],
		};
		store.services.set(id, service);
		policy.services.push(referTo(service));
		return { status: 201, body: { service } };
	}),
	put('/services/{id}', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		const service = store.services.get(id);
		if (!service) throw notFound();
		const wanted = wrapped(request, 'service', shape);
		const { name = service.name } = wanted as { name?: string };
		const changed = settingsOf(store, wanted, name, id);
		checkHours({ ...service, ...wanted });
		Object.assign(service, changed, { summary: name });
		return { status: 200, body: { service } };
	}),
];

const offIsNull = (value: unknown) => (value === undefined || value === 0 ? null : value);

function policyOf(store: PagerDutyStore, wanted: JsonObject) {
	const policy = readPolicy(store, wanted);
	if (!policy) throw refuse(400, 1014, 'Escalation Policy Not Found');
	return policy;
}

/** What was given, as it is kept. No two services have one name. */
function settingsOf(
	store: PagerDutyStore,
	wanted: JsonObject,
	name: string,
	id?: string,
): JsonObject {
	const isTaken = [...store.services.values()].some(
		(one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase(),
	);
	if (isTaken) throw invalidInput('Name has already been taken');
	const known = Object.keys(shape.kind === 'object' ? shape.members : {});
	const given = Object.entries(wanted).filter(([member]) => known.includes(member));
	const changes: JsonObject = Object.fromEntries(given);
	for (const timeout of ['auto_resolve_timeout', 'acknowledgement_timeout']) {
		if (timeout in changes) changes[timeout] = offIsNull(changes[timeout]);
	}
	changes.escalation_policy = referTo(policyOf(store, wanted));
	return changes;
}

/** Urgency by support hours needs support hours. */
function checkHours({ incident_urgency_rule, support_hours }: JsonObject): void {
	const { type } = (incident_urgency_rule ?? {}) as { type?: string };
	if (type === 'use_support_hours' && !support_hours) {
		throw invalidInput('Support hours cannot be blank.');
	}
}
