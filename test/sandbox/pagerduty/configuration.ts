import { queryList } from '../core/request';
import { get } from '../core/router';
import type { Route } from '../core/router';
import type { JsonObject } from '../core/types';
import type { PagerDutyContext } from './auth';
import { invalidInput, missingAbility, notFound } from './errors';
import { classicPage } from './query';

/** One policy, one team, and the business services, whose list is not searched. */
export const configurationRoutes: Array<Route<PagerDutyContext>> = [
	get('/escalation_policies/{id}', ({ store }, _request, { id }) => {
		const escalation_policy = store.escalationPolicies.get(id);
		if (!escalation_policy) throw notFound();
		return { status: 200, body: { escalation_policy } };
	}),
	get('/teams/{id}', ({ store }, request, { id }) => {
		if (!store.abilities.has('teams')) throw missingAbility('teams');
		const team = store.teams.get(id);
		if (!team) throw notFound();
		const includes = queryList(request.query, 'include[]');
		if (includes.some((one) => one !== 'privileges')) throw invalidInput('Unknown include.');
		const body: JsonObject = { team };
		return { status: 200, body };
	}),
	get('/business_services', ({ store }, request) =>
		classicPage(request, 'business_services', store.businessServices.values()),
	),
];
