import { queryList, queryValue } from '../core/request';
import { get } from '../core/router';
import type { Route } from '../core/router';
import type { JsonObject, Query } from '../core/types';
import type { PagerDutyContext } from './auth';
import { invalidInput, missingAbility, notFound, refuse } from './errors';
import { anyOf, byName, classicPage, containsText } from './query';
import { shownUser } from './planning/users';
import { expand } from './references';
import type { EscalationPolicy, PagerDutyStore, Reference, Service } from './types';

const ids = (references: Reference[]) => references.map((reference) => reference.id);

/** Of a service. */
const includable = [
	'escalation_policies',
	'teams',
	'integrations',
	'auto_pause_notifications_parameters',
];

/** What the account can do; services, policies, users, teams, priorities and incident types. */
export const lookupRoutes: Array<Route<PagerDutyContext>> = [
	get('/abilities', ({ store }) => ({ status: 200, body: { abilities: [...store.abilities] } })),
	get('/abilities/{id}', ({ store }, _request, { id }) => {
		if (!store.abilities.has(id)) throw missingAbility(id);
		return { status: 204 };
	}),
	get('/services', ({ store }, request) => {
		const { query } = request;
		if (queryList(query, 'team_ids[]').length > 0 && !store.abilities.has('teams')) {
			throw missingAbility('teams');
		}
		const name = queryValue(query, 'name');
		const found = byName(query, store.services.values()).filter(
			(service) =>
				containsText(service.name, query) &&
				(name === undefined || service.name === name) &&
				anyOf(query, 'team_ids[]', ids(service.teams)),
		);
		return classicPage(request, 'services', found, (service) =>
			renderService(store, service, query),
		);
	}),
	get('/services/{id}', ({ store }, request, { id }) => {
		const service = store.services.get(id);
		if (!service) throw notFound();
		return { status: 200, body: { service: renderService(store, service, request.query) } };
	}),
	get('/escalation_policies', ({ store }, request) => {
		const { query } = request;
		const found = byName(query, store.escalationPolicies.values()).filter(
			(policy) =>
				containsText(policy.name, query) &&
				anyOf(query, 'team_ids[]', ids(policy.teams)) &&
				anyOf(query, 'user_ids[]', ids(targets(policy))),
		);
		return classicPage(request, 'escalation_policies', found);
	}),
	get('/users', ({ store }, request) => {
		const { query } = request;
		if (queryList(query, 'team_ids[]').length > 0 && !store.abilities.has('teams')) {
			throw missingAbility('teams');
		}
		const found = [...store.users.values()]
			.filter(
				(user) =>
					containsText(`${user.name} ${user.email}`, query) &&
					anyOf(query, 'team_ids[]', ids(user.teams)),
			)
			.sort((one, other) => one.name.localeCompare(other.name));
		return classicPage(request, 'users', found, (user) => shownUser(store, user, query));
	}),
	get('/teams', ({ store }, request) => {
		if (!store.abilities.has('teams')) throw missingAbility('teams');
		const found = byName({}, store.teams.values()).filter((team) =>
			containsText(team.name, request.query),
		);
		return classicPage(request, 'teams', found);
	}),
	get('/priorities', ({ store }, request) => {
		if (!store.hasPriorities) throw refuse(404, 2100, 'Not Found');
		return classicPage(request, 'priorities', [...store.priorities.values()]);
	}),
	get('/incidents/types', ({ store }, request) => {
		const filter = queryValue(request.query, 'filter') ?? 'enabled';
		if (!['enabled', 'disabled', 'all'].includes(filter)) {
			throw invalidInput('filter must be enabled, disabled or all.');
		}
		const incident_types = [...store.incidentTypes.values()].filter(
			(type) => filter === 'all' || type.enabled === (filter === 'enabled'),
		);
		return { status: 200, body: { incident_types } };
	}),
];

function targets(policy: EscalationPolicy): Reference[] {
	return policy.escalation_rules.flatMap((rule) => rule.targets);
}

function renderService(store: PagerDutyStore, service: Service, query: Query): JsonObject {
	const includes = queryList(query, 'include[]');
	if (includes.some((one) => !includable.includes(one))) throw invalidInput('Unknown include.');
	const whole = (reference: Reference, name: string) =>
		includes.includes(name) ? expand(store, reference) : reference;
	return {
		...service,
		escalation_policy: whole(service.escalation_policy, 'escalation_policies'),
		teams: service.teams.map((team) => whole(team, 'teams')),
		integrations: service.integrations.map((one) => whole(one, 'integrations')),
		...(includes.includes('auto_pause_notifications_parameters')
			? { auto_pause_notifications_parameters: { enabled: false, timeout: 0 } }
			: {}),
	};
}
