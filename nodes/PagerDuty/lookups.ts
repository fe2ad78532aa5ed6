import type { IDataObject } from 'n8n-workflow';

import { optionsFor, searchFor, type Lookup } from '../shared/lookup';
import { asText } from '../shared/values';
import { paging, pagerDuty, rowsOf } from './api';

/** A list with `query` search and classic paging. Sheet pagerduty, section 7. */
function named(noun: string, path: string, query: { [key: string]: string } = {}): Lookup {
	return {
		noun,
		request: (filter) => ({ method: 'GET', path, query: { ...query, query: filter } }),
		rows: rowsOf(path.slice(1)),
		label: (row) => asText(row.name),
		url: (row) => asText(row.html_url),
		paging,
	};
}

/** Disabled services open no incident, so the list says it. */
function serviceLabel({ name, status }: IDataObject): string | undefined {
	return status === 'disabled' || status === 'maintenance'
		? `${String(name)} (${status})`
		: asText(name);
}

export const listSearch = {
	searchServices: searchFor(pagerDuty, {
		...named('services', '/services', { sort_by: 'name' }),
		label: serviceLabel,
	}),
	searchEscalationPolicies: searchFor(
		pagerDuty,
		named('escalation policies', '/escalation_policies', { sort_by: 'name' }),
	),
	searchUsers: searchFor(pagerDuty, {
		...named('users', '/users'),
		label: ({ name, email }) => (email ? `${String(name)} (${String(email)})` : asText(name)),
	}),
	searchTeams: searchFor(pagerDuty, { ...named('teams', '/teams'), emptyOn: [402] }),
	searchIncidents: searchFor(pagerDuty, {
		noun: 'incidents',
		request: () => ({
			method: 'GET',
			path: '/incidents',
			query: { date_range: 'all', sort_by: 'created_at:desc' },
		}),
		rows: rowsOf('incidents'),
		label: (row) => `#${String(row.incident_number)} ${String(row.title)} (${String(row.status)})`,
		url: (row) => asText(row.html_url),
		paging,
		filterHere: true,
	}),
};

export const loadOptions = {
	getPriorities: optionsFor(pagerDuty, {
		noun: 'priorities',
		request: () => ({ method: 'GET', path: '/priorities' }),
		rows: rowsOf('priorities'),
		label: (row) => asText(row.name),
		emptyOn: [402, 404],
	}),
	getIncidentTypes: optionsFor(pagerDuty, {
		noun: 'incident types',
		request: () => ({ method: 'GET', path: '/incidents/types' }),
		rows: rowsOf('incident_types'),
		label: (row) => asText(row.display_name),
		value: (row) => asText(row.name),
		emptyOn: [402, 404],
	}),
};
