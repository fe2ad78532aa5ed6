import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';
import { toIncidentRecord } from '../api/record';
import { numbers, ONE_INCIDENT_FIGURES, texts } from './figures';

/** The common record of an incident, and the figures that were worked out about it. docs/facts/pagerduty.md#analytics. */
export function toRawRecord(raw: IDataObject): IDataObject {
	return {
		...toIncidentRecord(asIncident(raw)),
		...texts(raw, ['resolved_at', 'service_id', 'team_id', 'team_name']),
		...texts(raw, ['escalation_policy_id', 'escalation_policy_name', 'incident_type_name']),
		isMajor: typeof raw.major === 'boolean' ? raw.major : null,
		isAutoResolved: typeof raw.auto_resolved === 'boolean' ? raw.auto_resolved : null,
		...numbers(raw, ONE_INCIDENT_FIGURES),
	};
}

/** As the incident is when it is read by itself: there the same has other names. */
function asIncident(raw: IDataObject): IDataObject {
	const { service_name, priority_name, resolved_by_user_id, resolved_by_user_name } = raw;
	const names = Array.isArray(raw.assigned_user_names) ? raw.assigned_user_names : [];
	const assignees = Array.isArray(raw.assigned_user_ids)
		? raw.assigned_user_ids.map((id, index) => ({ id, summary: asText(names[index]) }))
		: undefined;
	const resolver = { id: resolved_by_user_id, summary: resolved_by_user_name, type: 'user' };
	return {
		...raw,
		title: raw.description,
		service: { summary: service_name },
		priority: { name: priority_name },
		assignments: assignees?.map((assignee) => ({ assignee })),
		last_status_change_by: resolved_by_user_id ? resolver : null,
	};
}
