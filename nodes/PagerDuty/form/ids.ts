import type { AddressBook, IdKind } from '../../shared/form/idKind';

const ID = '[A-Z0-9]{3,32}';

/** Web pages and `self` addresses of the API; most have the same path. */
const page = (noun: string, path: string) => ({
	noun,
	path: new RegExp(`^/${path}[/#](${ID})(?![A-Za-z0-9])`),
});

const addresses: AddressBook = {
	vendor: 'PagerDuty',
	domain: 'pagerduty',
	pages: [
		page('alert', '(?:incidents/[^/]+/)?alerts'),
		page('log entry', '(?:incidents/[^/]+/)?log_entries'),
		page('note', 'incidents/[^/]+/notes'),
		{ noun: 'incident', path: /^\/incidents\/([A-Z0-9]+)(?![A-Za-z0-9])/ },
		page('service', '(?:service-directory|services)'),
		page('escalation policy', 'escalation_policies'),
		page('user', 'users'),
		page('team', 'teams'),
		page('incident workflow', '(?:flex-workflows/workflows|incident_workflows)'),
		page('schedule', 'schedules(?:-new)?'),
		page('priority', 'priorities'),
		page('change event', 'change_events'),
		page('integration', '(?:service-directory|services)/[^/]+/integrations'),
		page('business service', 'business[_-]services'),
		page('maintenance window', '(?:service-directory/maintenance-windows|maintenance_windows)'),
	],
};

/** Kinds of PagerDuty objects that a form refers to: how their IDs and web addresses look. */
function kind(noun: string, search: string, example: string, webPath: string): IdKind {
	return {
		noun,
		search,
		id: { regex: ID, example },
		url: {
			regex: `^https?://[^/]+/${webPath}/(${ID})`,
			example: `https://example.pagerduty.com/${webPath.replace('[^/]+', 'Q1XYZ2ABCDEFGH')}/${example}`,
		},
		addresses,
	};
}

export const SERVICE = kind('service', 'searchServices', 'PWIXJZS', 'service-directory');
const incident = kind('incident', 'searchIncidents', 'Q1XYZ2ABCDEFGH', 'incidents');
/** Paths take an incident's number as well, and the first ones of an account are short. docs/facts/pagerduty.md#reading-one-incident. */
export const INCIDENT: IdKind = { ...incident, id: { ...incident.id, regex: `(?:${ID}|[0-9]+)` } };
export const ESCALATION_POLICY = kind(
	'escalation policy',
	'searchEscalationPolicies',
	'PT20YPA',
	'escalation_policies',
);
export const USER = kind('user', 'searchUsers', 'PXPGF42', 'users');
/** Whoever can act: the list shows users, integrations are named by ID. */
export const ACTOR: IdKind = { ...USER, noun: 'actor' };
export const TEAM = kind('team', 'searchTeams', 'PQ9K7I8', 'teams');
export const WORKFLOW = kind(
	'incident workflow',
	'searchWorkflows',
	'PSFEVL7',
	'flex-workflows/workflows',
);
export const SCHEDULE = kind('schedule', 'searchSchedules', 'PI7DH85', 'schedules');
export const ALERT = kind('alert', 'searchAlerts', 'PT4KHLK', 'alerts');
export const LOG_ENTRY = kind(
	'log entry',
	'searchLogEntries',
	'Q02JTSNZWHSEKV',
	'incidents/[^/]+/log_entries',
);
/** Notes have no page of their own. */
export const NOTE: IdKind = {
	noun: 'note',
	search: 'searchNotes',
	id: { regex: ID, example: 'PWL7QXS' },
	addresses,
};

export const CHANGE_EVENT = kind(
	'change event',
	'searchChangeEvents',
	'01BBYA6PEVW6A852BUO6QYUE7O',
	'change_events',
);
export const INTEGRATION = kind(
	'integration',
	'searchIntegrations',
	'PEYSGVF',
	'services/[^/]+/integrations',
);
export const BUSINESS_SERVICE = kind(
	'business service',
	'searchBusinessServices',
	'P1L1YEE',
	'business_services',
);

/** What belongs to status pages has no address of PagerDuty's that people know. */
const ofPages = (noun: string, search: string, example: string): IdKind => ({
	noun,
	search,
	id: { regex: ID, example },
	addresses,
});

export const STATUS_PAGE = ofPages('status page', 'searchStatusPages', 'PT4KHLK');
export const PAGE_POST = ofPages('post', 'searchPagePosts', 'PIJ90N7');
export const PAGE_STATUS = ofPages('status', 'searchPageStatuses', 'P0400H4');
export const PAGE_SEVERITY = ofPages('severity', 'searchPageSeverities', 'PY5OM08');
export const PAGE_IMPACT = ofPages('impact', 'searchPageImpacts', 'PF9KMXH');
export const PAGE_COMPONENT = ofPages('component', 'searchPageComponents', 'PYHMEI3');
export const MAINTENANCE_WINDOW = kind(
	'maintenance window',
	'searchMaintenanceWindows',
	'PW98YIO',
	'service-directory/maintenance-windows',
);

/** Overrides have no page of their own. */
export const OVERRIDE: IdKind = {
	noun: 'override',
	search: 'searchOverrides',
	id: { regex: ID, example: 'PQ47DCP' },
	addresses,
};

/**
 * How the IDs behind lists of options look; whatever else is given there is a name. Incident types and custom
 * fields have a name of small letters as their ID.
 */
export const OPTION_IDS = {
	getPriorities: /^[PQ][A-Z0-9]{6}(?:[A-Z0-9]{7})?$/,
	getIncidentTypeIds: /^P[A-Z0-9]{6}$/,
	getIncidentTypes: /^[a-z][a-z0-9_]*$|^P[A-Z0-9]{6}$/,
	getCustomFieldNames: /^[a-z][a-z0-9_]*$|^P[A-Z0-9]{6}$/,
};
