import type { IDataObject } from 'n8n-workflow';

import { refuseExpression, wantedState, type Wants } from '../../shared/form/dependent';
import {
	fieldsFor,
	optionsFor,
	searchFor,
	type FieldLookup,
	type Lookup,
	type LoadOptions,
} from '../../shared/form/lookup';
import { asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { pagerDutyWays } from '../api/ways';
import { BASE_TYPE, customField } from './customField';
import { configurationListSearch } from './configurationLookups';
import { incidentListSearch } from './incidentLookups';
import { statusPageListSearch } from './statusPageLookups';
import { planListSearch } from './planLookups';

/** What can be done to a resolved incident is to reopen it, and to write about it. */
const WANTS: Wants = {
	acknowledge: 'open',
	escalate: 'open',
	reassign: 'open',
	reopen: 'resolved',
	resolve: 'open',
	snooze: 'open',
};
const STATUSES = { any: [], open: ['triggered', 'acknowledged'], resolved: ['resolved'] };

/** A list with `query` search and classic paging. docs/facts/pagerduty.md#lists-in-the-form. */
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
	...incidentListSearch,
	...configurationListSearch,
	...statusPageListSearch,
	...planListSearch,
	searchServices: searchFor(pagerDutyWays, {
		...named('services', '/services', { sort_by: 'name' }),
		label: serviceLabel,
	}),
	searchEscalationPolicies: searchFor(
		pagerDutyWays,
		named('escalation policies', '/escalation_policies', { sort_by: 'name' }),
	),
	searchUsers: searchFor(pagerDutyWays, {
		...named('users', '/users'),
		label: ({ name, email }) => (email ? `${String(name)} (${String(email)})` : asText(name)),
	}),
	searchSchedules: searchFor(pagerDutyWays, named('schedules', '/schedules')),
	searchTeams: searchFor(pagerDutyWays, { ...named('teams', '/teams'), emptyOn: [402] }),
	searchIncidents: searchFor(pagerDutyWays, {
		noun: 'incidents',
		request: (_, context) => ({
			method: 'GET',
			path: '/incidents',
			query: {
				date_range: 'all',
				sort_by: 'created_at:desc',
				'statuses[]': STATUSES[wantedState(context, WANTS) ?? 'any'],
			},
		}),
		rows: rowsOf('incidents'),
		label: (row) => `#${String(row.incident_number)} ${String(row.title)} (${String(row.status)})`,
		url: (row) => asText(row.html_url),
		paging,
		filterHere: true,
	}),
	searchWorkflows: searchFor(pagerDutyWays, {
		...named('incident workflows', '/incident_workflows'),
		emptyOn: [402],
	}),
};

/** The custom fields of the incident type chosen in the form, else of the base type. docs/facts/pagerduty.md#custom-fields. */
const customFields: Pick<FieldLookup, 'noun' | 'request' | 'rows' | 'emptyOn'> = {
	noun: 'custom fields',
	request: (_, context) => {
		const type = asText(context.getCurrentNodeParameter('incidentType')) ?? BASE_TYPE;
		refuseExpression(type, 'Incident Type Name or ID');
		return {
			method: 'GET',
			path: `/incidents/types/${encodeURIComponent(type)}/custom_fields`,
			query: { 'include[]': ['field_options'] },
		};
	},
	rows: rowsOf('fields'),
	emptyOn: [402, 404],
};

const incidentTypes = optionsFor(pagerDutyWays, {
	noun: 'incident types',
	request: () => ({ method: 'GET', path: '/incidents/types' }),
	rows: rowsOf('incident_types'),
	label: (row) => asText(row.display_name),
	value: (row) => asText(row.name),
	emptyOn: [402, 404],
});

/** The base type is there on every plan, so a form may preselect it. */
const getIncidentTypes: LoadOptions = async function () {
	const types = await incidentTypes.call(this);
	const hasBase = types.some(({ value }) => value === BASE_TYPE);
	return hasBase ? types : [{ name: 'Base Incident', value: BASE_TYPE }, ...types];
};

export const loadOptions = {
	getPriorities: optionsFor(pagerDutyWays, {
		noun: 'priorities',
		request: () => ({ method: 'GET', path: '/priorities' }),
		rows: rowsOf('priorities'),
		label: (row) => asText(row.name),
		emptyOn: [402, 404],
	}),
	getIncidentTypes,
	getIncidentTypeIds: optionsFor(pagerDutyWays, {
		noun: 'incident types',
		request: () => ({ method: 'GET', path: '/incidents/types' }),
		rows: rowsOf('incident_types'),
		label: (row) => asText(row.display_name),
		emptyOn: [402, 404],
	}),
	getCustomFieldNames: optionsFor(pagerDutyWays, {
		...customFields,
		label: (row) => asText(row.display_name),
		value: (row) => asText(row.name),
	}),
};

export const resourceMapping = {
	getCustomFields: fieldsFor(pagerDutyWays, { ...customFields, field: customField }),
};
