import { DateTime } from 'luxon';

import { lettersOf } from '../core/ids';
import { queryList, queryValue } from '../core/request';
import { get } from '../core/router';
import type { Route } from '../core/router';
import type { JsonObject, Query, Reply, SandboxRequest } from '../core/types';
import type { PagerDutyContext } from './auth';
import { invalidInput, missingAbility, notFound, refuse } from './errors';
import { findIncident } from './incidents/find';
import { anyOf, classicPage } from './query';
import { expand, links, referTo, triggerChannel, triggerLogEntry } from './references';
import type { Incident, PagerDutyStore, Reference } from './types';

/** Left out of the overview. */
const minor = ['annotate_log_entry', 'notify_log_entry'];
const includable = ['incidents', 'services', 'channels', 'teams'];

interface Entry extends JsonObject {
	id: string;
	created_at: string;
	type: string;
	incident: Reference;
	service: Reference;
	teams: Reference[];
}

/** The log of an incident, worked out from what became of it. */
function entriesOf({ details, planning }: PagerDutyStore, incident: Incident): Entry[] {
	const common = {
		incident: referTo(incident),
		service: incident.service,
		teams: incident.teams,
		contexts: [],
	};
	const entry = (kind: string, created_at: string, agent: Reference, more: JsonObject): Entry => {
		const known = typeof more.id === 'string' ? more.id : undefined;
		const id = known ?? `R${lettersOf(`${kind} ${incident.id} ${created_at}`, 13)}`;
		return {
			id,
			type: `${kind}_log_entry`,
			self: links('log_entries', id).self,
			html_url: `${incident.html_url}/log_entries/${id}`,
			created_at,
			agent,
			...common,
			...more,
		};
	};
	const { id, self, html_url, summary } = triggerLogEntry(incident.id);
	const trigger = entry('trigger', incident.created_at, incident.service, {
		...{ id, self, html_url, summary },
		channel: triggerChannel(incident),
	});
	const acknowledged = incident.acknowledgements.map(({ at, acknowledger }) =>
		entry('acknowledge', at, acknowledger, {
			summary: `Acknowledged by ${acknowledger.summary}`,
			channel: { type: 'website' },
		}),
	);
	const annotated = (details.notes.get(incident.id) ?? []).map((note) =>
		entry('annotate', note.created_at, note.user, {
			id: `R${lettersOf(`annotate ${note.id}`, 13)}`,
			summary: `Note added by ${note.user.summary}`,
			note: note.content,
			channel: { type: 'note' },
		}),
	);
	const resolution = planning.resolutions.get(incident.id);
	const resolved = incident.resolved_at
		? [
				entry('resolve', incident.resolved_at, incident.last_status_change_by, {
					summary: 'Resolved',
					...(resolution === undefined ? {} : { note: resolution }),
					channel: { type: 'website' },
				}),
			]
		: [];
	return [trigger, ...acknowledged, ...annotated, ...resolved];
}

function readTime(query: Query, name: string, fallback: number): number {
	const text = queryValue(query, name);
	if (text === undefined || text === '') return fallback;
	const time = Date.parse(text);
	if (Number.isNaN(time)) throw refuse(400, 2004, 'Invalid Since/Until Parameter');
	return time;
}

function readFlag(query: Query, name: string): boolean {
	const text = queryValue(query, name) ?? 'false';
	if (text !== 'true' && text !== 'false') throw invalidInput(`${name} must be true or false.`);
	return text === 'true';
}

/** The time as `time_zone` wants it, in whole seconds; without it as it is. */
function inZone(at: string, query: Query): string {
	const zone = queryValue(query, 'time_zone');
	if (zone === undefined) return at;
	const time = DateTime.fromISO(at, { zone });
	if (!time.isValid) throw invalidInput('time_zone is unknown.');
	return time.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

function render(store: PagerDutyStore, entry: Entry, query: Query): JsonObject {
	const includes = queryList(query, 'include[]');
	if (includes.some((one) => !includable.includes(one))) throw invalidInput('Unknown include.');
	const channel = entry.channel as { type: string };
	return {
		...entry,
		created_at: inZone(entry.created_at, query),
		channel: includes.includes('channels') ? channel : { type: channel.type },
		incident: includes.includes('incidents')
			? store.incidents.get(entry.incident.id)
			: entry.incident,
		service: includes.includes('services') ? expand(store, entry.service) : entry.service,
		teams: includes.includes('teams')
			? entry.teams.map((team) => expand(store, team))
			: entry.teams,
	};
}

/** Newest first. */
function page(
	store: PagerDutyStore,
	request: SandboxRequest,
	incidents: Iterable<Incident>,
): Reply {
	const { query } = request;
	const from = readTime(query, 'since', -Infinity);
	const to = readTime(query, 'until', Infinity);
	if (from > to) throw refuse(400, 2004, 'Invalid Since/Until Parameter');
	const isOverview = readFlag(query, 'is_overview');
	const timeOf = ({ created_at }: Entry) => Date.parse(created_at);
	const found = [...incidents]
		.flatMap((incident) => entriesOf(store, incident))
		.filter((entry) => timeOf(entry) >= from && timeOf(entry) <= to)
		.filter(({ type }) => !isOverview || !minor.includes(type))
		.sort((one, other) => timeOf(other) - timeOf(one));
	return classicPage(request, 'log_entries', found, (entry) => render(store, entry, query));
}

export const logEntryRoutes: Array<Route<PagerDutyContext>> = [
	get('/incidents/{id}/log_entries', ({ store }, request, { id }) => {
		if (request.query['team_ids[]'] !== undefined) throw invalidInput('team_ids is unknown here.');
		return page(store, request, [findIncident(store, id)]);
	}),
	get('/log_entries', ({ store }, request) => {
		const { query } = request;
		if (queryList(query, 'team_ids[]').length > 0 && !store.abilities.has('teams')) {
			throw missingAbility('teams');
		}
		const found = [...store.incidents.values()].filter(({ teams }) =>
			anyOf(
				query,
				'team_ids[]',
				teams.map((team) => team.id),
			),
		);
		return page(store, request, found);
	}),
	get('/log_entries/{id}', ({ store }, { query }, { id }) => {
		for (const incident of store.incidents.values()) {
			const entry = entriesOf(store, incident).find((one) => one.id === id);
			if (entry) return { status: 200, body: { log_entry: render(store, entry, query) } };
		}
		throw notFound();
	}),
];
