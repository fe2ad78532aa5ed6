import { queryList, queryValue } from '../core/request';
import { get } from '../core/router';
import type { Route } from '../core/router';
import type { Reply, SandboxRequest } from '../core/types';
import type { PagerDutyContext } from './auth';
import { invalidInput, missingAbility, notFound } from './errors';
import { findIncident } from './incidents/find';
import { anyOf, classicPage } from './query';
import type { ChangeEvent, PagerDutyStore } from './types';

/** What was changed: in the account, on a service, and around an incident. */
export const changeEventRoutes: Array<Route<PagerDutyContext>> = [
	get('/change_events', ({ store }, request) => listed(store, request)),
	get('/change_events/{id}', ({ store }, _request, { id }) => {
		const change_event = store.changeEvents.get(id);
		if (!change_event) throw notFound();
		return { status: 200, body: { change_event } };
	}),
	get('/services/{id}/change_events', ({ store }, request, { id }) => {
		if (!store.services.has(id)) throw notFound();
		return listed(store, request, id);
	}),
	get('/incidents/{id}/related_change_events', ({ store }, request, { id }) => {
		const incident = findIncident(store, id);
		if (!store.abilities.has('event_intelligence')) throw missingAbility('event_intelligence');
		const limit = Number(queryValue(request.query, 'limit') ?? 25);
		if (!Number.isInteger(limit) || limit < 1) throw invalidInput('limit must be positive.');
		const change_events = newest(store)
			.slice(0, limit)
			.map((change) => ({
				...change,
				correlation_reason: {
					reason: isOf(change, incident.service.id) ? 'related_service' : 'most_recent',
				},
			}));
		return { status: 200, body: { change_events } };
	}),
];

function listed(store: PagerDutyStore, request: SandboxRequest, serviceId?: string): Reply {
	const { query } = request;
	if (queryList(query, 'team_ids[]').length > 0 && !store.abilities.has('teams')) {
		throw missingAbility('teams');
	}
	const [since, until] = ['since', 'until'].map((name) => utc(queryValue(query, name), name));
	const found = newest(store).filter((change) => {
		const at = Date.parse(change.timestamp);
		const teams = change.services.flatMap(({ id }) => store.services.get(id)?.teams ?? []);
		return (
			(serviceId === undefined || isOf(change, serviceId)) &&
			at >= (since ?? -Infinity) &&
			at <= (until ?? Infinity) &&
			anyOf(query, 'integration_ids[]', [change.integration.id]) &&
			anyOf(
				query,
				'team_ids[]',
				teams.map(({ id }) => id),
			)
		);
	});
	return classicPage(request, 'change_events', found);
}

const newest = ({ changeEvents }: PagerDutyStore) =>
	[...changeEvents.values()].sort((one, other) => (one.timestamp < other.timestamp ? 1 : -1));

const isOf = ({ services }: ChangeEvent, serviceId: string) =>
	services.some(({ id }) => id === serviceId);

/** Times in UTC, to the second, are all that this list takes. */
function utc(text: string | undefined, name: string): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) {
		throw invalidInput(`${name} must be a time in UTC.`);
	}
	return Date.parse(text);
}
