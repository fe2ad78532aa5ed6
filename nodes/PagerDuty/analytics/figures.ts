import type { IDataObject } from 'n8n-workflow';

import { asNumber, asText } from '../../shared/ground/values';

/** `mean_seconds_to_resolve` as `meanSecondsToResolve`. */
const camel = (name: string) =>
	name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());

/** The named figures of a row, each a number or null. */
export function numbers(row: IDataObject, names: string[]): IDataObject {
	return Object.fromEntries(names.map((name) => [camel(name), asNumber(row[name]) ?? null]));
}

/** The named texts of a row, each a text or null. */
export function texts(row: IDataObject, names: string[]): IDataObject {
	return Object.fromEntries(names.map((name) => [camel(name), asText(row[name]) ?? null]));
}

const spread = (what: string) =>
	['mean', 'p50', 'p75', 'p90', 'p95'].map((one) => `${one}_${what}`);

/** What PagerDuty works out about many incidents. docs/facts/pagerduty.md#analytics. */
export const INCIDENT_FIGURES = [
	'total_incident_count',
	'total_incidents_acknowledged',
	'total_incidents_auto_resolved',
	'total_incidents_manual_escalated',
	'total_incidents_timeout_escalated',
	'total_incidents_reassigned',
	'total_escalation_count',
	...spread('seconds_to_first_ack'),
	...spread('seconds_to_resolve'),
	'mean_seconds_to_engage',
	'mean_seconds_to_mobilize',
	'mean_engaged_seconds',
	'mean_user_defined_engaged_seconds',
	'mean_engaged_user_count',
	'mean_assignment_count',
	'total_engaged_seconds',
	'total_user_defined_engaged_seconds',
	'total_snoozed_seconds',
	'total_interruptions',
	'total_business_hour_interruptions',
	'total_off_hour_interruptions',
	'total_sleep_hour_interruptions',
	'total_notifications',
	'up_time_pct',
];

/** What it works out about those who respond. */
export const RESPONDER_FIGURES = [
	'total_incident_count',
	'total_incidents_acknowledged',
	'mean_time_to_acknowledge_seconds',
	'mean_engaged_seconds',
	'total_engaged_seconds',
	'total_incidents_manual_escalated_from',
	'total_incidents_manual_escalated_to',
	'total_incidents_reassigned_from',
	'total_incidents_reassigned_to',
	'total_incidents_timeout_escalated_from',
	'total_incidents_timeout_escalated_to',
	'total_interruptions',
	'total_business_hour_interruptions',
	'total_off_hour_interruptions',
	'total_sleep_hour_interruptions',
	'total_notifications',
	'total_seconds_on_call',
	'total_seconds_on_call_level_1',
	'total_seconds_on_call_level_2_plus',
];

/** What it works out about one incident. */
export const ONE_INCIDENT_FIGURES = [
	'seconds_to_first_ack',
	'seconds_to_resolve',
	'seconds_to_engage',
	'seconds_to_mobilize',
	'engaged_seconds',
	'snoozed_seconds',
	'user_defined_effort_seconds',
	'acknowledgement_count',
	'assignment_count',
	'reassignment_count',
	'escalation_count',
	'manual_escalation_count',
	'timeout_escalation_count',
	'engaged_user_count',
	'active_user_count',
	'total_interruptions',
	'business_hour_interruptions',
	'off_hour_interruptions',
	'sleep_hour_interruptions',
	'total_notifications',
];
