import type { IDataObject } from 'n8n-workflow';

export type IncidentStatus = 'triggered' | 'acknowledged' | 'resolved';

/** The severity words of the Common Event Format, used for every vendor. */
export type IncidentSeverity = 'critical' | 'error' | 'warning' | 'info';

/**
 * What every incident and event operation (and every trigger) returns when "Simplify" is on, so
 * that a workflow runs on another vendor by swapping the node. Times are the vendor's ISO 8601
 * texts. Unknown is null, never absent.
 */
export interface IncidentRecord {
	provider: string;
	id: string;
	/** What people say aloud. */
	number: string | number | null;
	title: string | null;
	status: IncidentStatus | null;
	severity: IncidentSeverity | null;
	url: string | null;
	/** The name of the service, monitor or part concerned. */
	service: string | null;
	createdAt: string | null;
	updatedAt: string | null;
	vendorStatus: string | number | null;
	vendorSeverity: string | number | null;
}

/** The record as n8n's JSON, with its keys in the fixed order. */
export function incidentRecord(record: IncidentRecord): IDataObject {
	const { provider, id, number, title, status, severity, url, service } = record;
	const { createdAt, updatedAt, vendorStatus, vendorSeverity } = record;
	return {
		provider,
		id,
		number,
		title,
		status,
		severity,
		url,
		service,
		createdAt,
		updatedAt,
		vendorStatus,
		vendorSeverity,
	};
}
