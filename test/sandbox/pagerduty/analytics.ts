import { post } from '../core/router';
import type { Route } from '../core/router';
import { dateTime, flag, formatted, list, nullable, object, oneOf, text } from '../core/shape';
import type { Members, Shape } from '../core/shape';
import type { JsonObject } from '../core/types';
import type { PagerDutyContext } from './auth';
import { invalidInput } from './errors';
import { readBody } from './incidents/find';
import { demand } from './shapes';
import type { Incident, PagerDutyStore } from './types';

const time = formatted(dateTime);
const ids = list(text);
const urgency = oneOf('high', 'low');
const count: Shape = { kind: 'number', isWhole: true, min: 0 };
const year = 366 * 86_400_000;

const common: Members = {
	time_zone: text,
	order: oneOf('asc', 'desc'),
};
const many = object({
	...common,
	order_by: text,
	aggregate_unit: nullable(oneOf('day', 'week', 'month')),
	filters: object({
		created_at_start: time,
		created_at_end: time,
		urgency,
		major: flag,
		min_ackowledgements: count,
		min_timeout_escalations: count,
		min_manual_escalations: count,
		team_ids: ids,
		service_ids: ids,
		escalation_policy_ids: ids,
		priority_ids: ids,
		priority_names: ids,
		pd_advance_used: flag,
	}),
});
const responders = object({
	...common,
	order_by: text,
	filters: object({
		date_range_start: time,
		date_range_end: time,
		urgency,
		team_ids: ids,
		responder_ids: ids,
		priority_ids: ids,
		priority_names: ids,
	}),
});
const raw = object({
	...common,
	order_by: oneOf('created_at', 'seconds_to_resolve'),
	starting_after: text,
	ending_before: text,
	limit: { kind: 'number', isWhole: true, min: 1, max: 1000 },
	filters: object({
		created_at_start: time,
		created_at_end: time,
		updated_after: time,
		urgency,
		major: flag,
		team_ids: ids,
		service_ids: ids,
		priority_ids: ids,
		priority_names: ids,
		incident_type_ids: ids,
	}),
});

/** Groups by the last part of the path. */
const GROUPS: { [path: string]: ((incident: Incident) => JsonObject) | undefined } = {
	all: undefined,
	'services/all': undefined,
	'teams/all': undefined,
	'escalation_policies/all': undefined,
	services: ({ service }) => ({ service_id: service.id, service_name: service.summary }),
	teams: ({ teams: [team] }) => ({ team_id: team?.id, team_name: team?.summary }),
	escalation_policies: ({ escalation_policy }) => ({
		escalation_policy_id: escalation_policy.id,
		escalation_policy_name: escalation_policy.summary,
	}),
};

/** Figures; they are asked for by POST and change nothing. */
export const analyticsRoutes: Array<Route<PagerDutyContext>> = [
	...Object.entries(GROUPS).map(([path, group]) =>
		post<PagerDutyContext>(`/analytics/metrics/incidents/${path}`, (context, request) => {
			const body = readBody(request);
			demand(body, many);
			const filters = filtersOf(body);
			needTeamsOrServices(context, filters);
			const found = within(context.store, filters, 'created_at');
			const groups = new Map<string, [JsonObject, Incident[]]>();
			for (const one of found) {
				const about = group?.(one) ?? {};
				const key = JSON.stringify(about);
				groups.set(key, [about, [...(groups.get(key)?.[1] ?? []), one]]);
			}
			const start = body.aggregate_unit ? { range_start: filters.created_at_start } : {};
			const data = [...groups.values()].map(([about, own]) => ({
				...about,
				...start,
				...figuresOf(own),
			}));
			return { status: 200, body: { data, ...echo(body) } };
		}),
	),
	...['all', 'teams'].map((path) =>
		post<PagerDutyContext>(`/analytics/metrics/responders/${path}`, ({ store }, request) => {
			const body = readBody(request);
			demand(body, responders);
			const found = within(store, filtersOf(body), 'date_range');
			const [team] = store.teams.values();
			const about = { responder_name: 'Anna Schmidt', team_id: team.id, team_name: team.name };
			const figures = {
				mean_engaged_seconds: 366,
				mean_time_to_acknowledge_seconds: 61,
				total_incident_count: found.length,
				total_sleep_hour_interruptions: 0,
				total_seconds_on_call: 604_799,
			};
			const data = [{ ...(path === 'teams' ? about : {}), ...figures }];
			return { status: 200, body: { data, ...echo(body) } };
		}),
	),
	post('/analytics/raw/incidents', (context, request) => {
		const body = readBody(request);
		demand(body, raw);
		const filters = filtersOf(body);
		needTeamsOrServices(context, filters);
		const { limit = 20, starting_after, order = 'desc', order_by = 'created_at' } = body;
		const found = within(context.store, filters, 'created_at', false);
		const sorted = order === 'desc' ? found.reverse() : found;
		const begin = sorted.findIndex(({ id }) => id === starting_after) + 1;
		const page = sorted.slice(begin, begin + Number(limit));
		return {
			status: 200,
			body: {
				first: page[0]?.id ?? '',
				last: page[page.length - 1]?.id ?? '',
				limit,
				more: begin + page.length < sorted.length,
				order,
				order_by,
				time_zone: body.time_zone ?? 'Etc/UTC',
				filters,
				data: page.map(rawOf),
			},
		};
	}),
];

const filtersOf = ({ filters }: JsonObject) => (filters ?? {}) as JsonObject;
const echo = ({ filters, time_zone, order, order_by, aggregate_unit }: JsonObject) => ({
	filters,
	time_zone: time_zone ?? 'Etc/UTC',
	order,
	order_by,
	aggregate_unit,
});

/** Keys of users and tokens have to narrow it. */
function needTeamsOrServices({ caller }: PagerDutyContext, filters: JsonObject): void {
	const isOfAccount = ['account', 'readOnlyAccount'].includes(caller.token.kind);
	if (isOfAccount || filters.team_ids || filters.service_ids) return;
	throw invalidInput('A team_ids or service_ids filter is required.');
}

/** Oldest first. */
function within(
	store: PagerDutyStore,
	filters: JsonObject,
	name: string,
	isBounded = true,
): Incident[] {
	const [start, end] = ['start', 'end'].map((one) => Date.parse(String(filters[`${name}_${one}`])));
	if (end - start > year && isBounded)
		throw invalidInput('The time range is longer than one year.');
	const has = (wanted: unknown, ...given: string[]) =>
		!Array.isArray(wanted) || given.some((one) => wanted.includes(one));
	return [...store.incidents.values()].filter((one) => {
		const at = Date.parse(one.created_at);
		return (
			!(at < start) &&
			!(at >= end) &&
			(filters.urgency === undefined || filters.urgency === one.urgency) &&
			has(filters.service_ids, one.service.id) &&
			has(filters.team_ids, ...one.teams.map(({ id }) => id)) &&
			has(filters.escalation_policy_ids, one.escalation_policy.id)
		);
	});
}

function figuresOf(incidents: Incident[]): JsonObject {
	return {
		total_incident_count: incidents.length,
		total_incidents_acknowledged: incidents.filter(({ status }) => status !== 'triggered').length,
		mean_seconds_to_first_ack: 63,
		p50_seconds_to_first_ack: 60,
		mean_seconds_to_resolve: 3591,
		mean_engaged_user_count: 1,
		total_interruptions: 2,
		up_time_pct: 99.92,
	};
}

function rawOf(incident: Incident): JsonObject {
	const [team] = incident.teams;
	return {
		id: incident.id,
		incident_number: incident.incident_number,
		description: incident.title,
		status: incident.status,
		urgency: incident.urgency,
		created_at: incident.created_at.replace('Z', ''),
		updated_at: incident.updated_at.replace('Z', ''),
		service_id: incident.service.id,
		service_name: incident.service.summary,
		team_id: team?.id ?? null,
		team_name: team?.summary ?? null,
		escalation_policy_id: incident.escalation_policy.id,
		escalation_policy_name: incident.escalation_policy.summary,
		incident_type_name: incident.incident_type.name,
		priority_id: null,
		priority_name: null,
		assigned_user_ids: incident.assignments.map(({ assignee }) => assignee.id),
		assigned_user_names: incident.assignments.map(({ assignee }) => assignee.summary),
		major: false,
		auto_resolved: false,
		seconds_to_first_ack: 5,
		seconds_to_resolve: 3305,
		escalation_count: 1,
		total_notifications: 2,
		user_defined_effort_seconds: null,
	};
}
