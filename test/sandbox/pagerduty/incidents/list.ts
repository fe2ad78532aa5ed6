import { queryList, queryValue } from '../../core/request';
import { where } from '../../core/timeline';
import type { Span } from '../../core/timeline';
import type { Query, Reply, SandboxRequest } from '../../core/types';
import { invalidInput, missingAbility, notFound, refuse } from '../errors';
import { anyOf, classicPage, enumList } from '../query';
import type { Incident, PagerDutyStore } from '../types';
import { renderIncident } from './render';

const statuses = ['triggered', 'acknowledged', 'resolved'] as const;
const urgencies = ['high', 'low'] as const;

export function listIncidents(store: PagerDutyStore, request: SandboxRequest): Reply {
	const { query } = request;
	const isWanted = incidentFilter(store, query);
	const span = readWindow(query, store.clock.now());
	const found = where(inOrder(store, query, span), isWanted);
	return classicPage(request, 'incidents', found, (incident) =>
		renderIncident(store, incident, request),
	);
}

export function getIncident(store: PagerDutyStore, id: string, request: SandboxRequest): Reply {
	const incident =
		store.incidents.get(id) ??
		[...store.incidents.values()].find((one) => String(one.incident_number) === id);
	if (!incident) throw notFound();
	return { status: 200, body: { incident: renderIncident(store, incident, request) } };
}

function incidentFilter(store: PagerDutyStore, query: Query): (incident: Incident) => boolean {
	const wantedStatuses = enumList(
		query,
		'statuses',
		statuses,
		'Status must be a list of triggered, acknowledged, or resolved.',
	);
	const wantedUrgencies = enumList(query, 'urgencies', urgencies, 'Urgency must be high or low.');
	if (wantedUrgencies.size > 0 && !store.abilities.has('urgencies')) {
		throw missingAbility('urgencies');
	}
	if (queryList(query, 'team_ids[]').length > 0 && !store.abilities.has('teams')) {
		throw missingAbility('teams');
	}
	const key = queryValue(query, 'incident_key') ?? '';
	const ofAlerts = new Set(withAlertOf(store, key).map(({ id }) => id));
	const ids = (references: Array<{ id: string }>) => references.map((reference) => reference.id);
	return (incident) =>
		(wantedStatuses.size === 0 || wantedStatuses.has(incident.status)) &&
		(wantedUrgencies.size === 0 || wantedUrgencies.has(incident.urgency)) &&
		(key === '' || incident.incident_key === key || ofAlerts.has(incident.id)) &&
		anyOf(query, 'service_ids[]', [incident.service.id]) &&
		anyOf(query, 'team_ids[]', ids(incident.teams)) &&
		anyOf(query, 'priority_ids[]', incident.priority ? [incident.priority.id] : []) &&
		anyOf(query, 'user_ids[]', ids(incident.assignments.map(({ assignee }) => assignee)));
}

/** An incident with alerts is found by their keys. */
function withAlertOf({ details, incidents }: PagerDutyStore, key: string): Incident[] {
	if (key === '') return [];
	return [...details.alerts.values()].flatMap((alert) =>
		alert.alert_key === key ? (incidents.get(alert.incident.id) ?? []) : [],
	);
}

function monthsFrom(time: number, months: number): number {
	const date = new Date(time);
	date.setUTCMonth(date.getUTCMonth() + months);
	return date.getTime();
}

/** `date_range=all`, or since to until: one month by default, six at the most. */
function readWindow(query: Query, now: number): Span {
	const range = queryValue(query, 'date_range');
	if (range === 'all') return { from: -Infinity, to: Infinity };
	if (range !== undefined && range !== '') throw refuse(400, 2005, 'Invalid Date Range');
	const until = readTime(query, 'until') ?? now;
	const since = readTime(query, 'since') ?? monthsFrom(until, -1);
	if (since > until) throw refuse(400, 2004, 'Invalid Since/Until Parameter');
	if (monthsFrom(since, 6) < until) {
		throw refuse(400, 2005, 'Invalid Date Range', ['The window is longer than six months.']);
	}
	return { from: since, to: until };
}

function readTime(query: Query, name: string): number | undefined {
	const text = queryValue(query, name);
	if (text === undefined || text === '') return undefined;
	const isIso = /^\d{4}-\d{2}-\d{2}/.test(text);
	const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(text.slice(10));
	const time = isIso ? Date.parse(hasZone || text.length === 10 ? text : `${text}Z`) : NaN;
	if (Number.isNaN(time)) throw refuse(400, 2004, 'Invalid Since/Until Parameter');
	return time;
}

const sortKeys = {
	incident_number: (incident: Incident) => incident.incident_number,
	created_at: (incident: Incident) => Date.parse(incident.created_at),
	resolved_at: (incident: Incident) =>
		incident.resolved_at ? Date.parse(incident.resolved_at) : 0,
	urgency: (incident: Incident) => (incident.urgency === 'high' ? 1 : 0),
};

/** The incidents of a time in the wanted order, found by their key where one is wanted. */
function inOrder(store: PagerDutyStore, query: Query, span: Span): Iterable<Incident> {
	const { incidents } = store;
	const compare = incidentOrder(query);
	const key = queryValue(query, 'incident_key');
	if (key) {
		const at = ({ created_at }: Incident) => Date.parse(created_at);
		const found = [...new Set([...incidents.listed(key), ...withAlertOf(store, key)])];
		return found.filter((one) => at(one) >= span.from && at(one) <= span.to).sort(compare);
	}
	const sortBy = queryValue(query, 'sort_by') || 'created_at';
	if (['created_at', 'created_at:asc'].includes(sortBy)) return incidents.oldestFirst(span);
	if (sortBy === 'created_at:desc') return incidents.newestFirst(span);
	return [...incidents.oldestFirst(span)].sort(compare);
}

/** One comma-joined value, each `field:asc` or `field:desc`; by creation when absent. */
function incidentOrder(query: Query): (one: Incident, other: Incident) => number {
	if (query['sort_by[]'] !== undefined || Array.isArray(query.sort_by)) {
		throw invalidInput('sort_by must be one comma-joined value.');
	}
	const parts = (queryValue(query, 'sort_by') || 'created_at:asc').split(',');
	if (parts.length > 2) throw invalidInput('sort_by takes two fields at the most.');
	const keys = parts.map((part) => {
		const [field, direction = 'asc'] = part.split(':');
		const isKnown = field in sortKeys && (direction === 'asc' || direction === 'desc');
		if (!isKnown) throw invalidInput(`sort_by does not know ${part}.`);
		return { read: sortKeys[field as keyof typeof sortKeys], sign: direction === 'asc' ? 1 : -1 };
	});
	return (one, other) => {
		for (const { read, sign } of keys) {
			const difference = (read(one) - read(other)) * sign;
			if (difference !== 0) return difference;
		}
		return one.incident_number - other.incident_number;
	};
}
