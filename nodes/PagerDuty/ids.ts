import type { IdKind } from '../shared/fields';

const ID = '[A-Z0-9]{3,32}';

/** Kinds of PagerDuty objects that a form refers to: how their IDs and web addresses look. */
function kind(noun: string, search: string, example: string, page: string): IdKind {
	return {
		noun,
		search,
		id: { regex: ID, example },
		url: {
			regex: `^https?://[^/]+/${page}/(${ID})`,
			example: `https://example.pagerduty.com/${page.replace('[^/]+', 'Q1XYZ2ABCDEFGH')}/${example}`,
		},
	};
}

export const SERVICE = kind('service', 'searchServices', 'PWIXJZS', 'service-directory');
const incident = kind('incident', 'searchIncidents', 'Q1XYZ2ABCDEFGH', 'incidents');
/** Paths take an incident's number as well, and the first ones of an account are short. Sheet 6.3. */
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
};
