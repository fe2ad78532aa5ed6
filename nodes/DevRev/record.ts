import type { IDataObject } from 'n8n-workflow';

import { incidentRecord, type IncidentSeverity, type IncidentStatus } from '../shared/incident';
import { asObject, asRows, asText } from '../shared/values';

/** By enum ID, because organizations rename the labels. Sheet devrev, section 10.1. */
const SEVERITY: { [id: string]: IncidentSeverity } = {
	1: 'critical',
	2: 'error',
	3: 'warning',
	4: 'info',
};

/** Stock stages and states in which somebody works on it, or nobody has to. Sheet section 10.2. */
const WORKED_ON = ['acknowledged', 'fixing', 'mitigated', 'in_progress'];
const OVER = ['resolved', 'canceled', 'duplicate', 'closed'];

/**
 * A DevRev incident in the common shape. Only its ID and title are sure to be there (sheet devrev,
 * section 14). The replies name no web address, so `url` is null unless one comes some day; the
 * service is the first part that the incident applies to.
 */
export function toIncidentRecord(incident: IDataObject): IDataObject {
	const severity = asObject(incident.severity);
	const [part = {}] = asRows(incident.applies_to_parts);
	return incidentRecord({
		provider: 'devrev',
		id: asText(incident.id) ?? '',
		number: asText(incident.display_id) ?? null,
		title: asText(incident.title) ?? null,
		status: statusOf(incident),
		severity: SEVERITY[asText(severity.id) ?? ''] ?? null,
		url: asText(incident.url) ?? null,
		service: asText(part.name) ?? null,
		createdAt: asText(incident.created_date) ?? null,
		updatedAt: asText(incident.modified_date) ?? null,
		vendorStatus: stageOf(incident).stage ?? null,
		vendorSeverity: asText(severity.label) ?? null,
	});
}

/** True in a stage from which nothing more is expected; decides the filter "State" too. */
export function isOver(incident: IDataObject): boolean {
	const { stage = '', state = '', isFinal } = stageOf(incident);
	return isFinal ?? (OVER.includes(state) || OVER.includes(stage));
}

function statusOf(incident: IDataObject): IncidentStatus | null {
	const { stage, state } = stageOf(incident);
	if (isOver(incident)) return 'resolved';
	if (stage === undefined && state === undefined) return null;
	const isWorkedOn = [stage, state].some((word) => word && WORKED_ON.includes(word));
	return isWorkedOn ? 'acknowledged' : 'triggered';
}

function stageOf(incident: IDataObject) {
	const { stage, state } = asObject(incident.stage);
	const { name, is_final: isFinal } = asObject(state);
	return {
		stage: asText(asObject(stage).name),
		state: asText(name),
		isFinal: typeof isFinal === 'boolean' ? isFinal : undefined,
	};
}
