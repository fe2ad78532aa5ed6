import type { IDataObject } from 'n8n-workflow';

export type IncidentStatus = 'triggered' | 'acknowledged' | 'resolved';

/** The severity words of the Common Event Format, used for every vendor. */
export type IncidentSeverity = 'critical' | 'error' | 'warning' | 'info';

/** Somebody, or something, as the vendor names it. */
export type Named = {
	id: string | null;
	name: string | null;
};

/** Who did something: a user, an integration, a service account. */
export type Actor = Named & {
	/** The vendor's word for what it is. */
	type: string | null;
};

/**
 * What every incident and event operation (and every trigger) returns when "Simplify" is on, so
 * that a workflow runs on another vendor by swapping the node. Times are the vendor's ISO 8601
 * texts. Unknown is null, never absent and never an empty text.
 */
export interface IncidentRecord {
	provider: string;
	id: string | null;
	/** What people say aloud. */
	number: string | number | null;
	title: string | null;
	status: IncidentStatus | null;
	severity: IncidentSeverity | null;
	url: string | null;
	/** The name of the service, monitor or part concerned. */
	service: string | null;
	/** Who is to work on it; empty when the vendor says that nobody is, null when it does not say. */
	assignees: Named[] | null;
	/** Who did what an event tells of; of what is only read, who changed it last. */
	actor: Actor | null;
	createdAt: string | null;
	updatedAt: string | null;
	vendorStatus: string | number | null;
	vendorSeverity: string | number | null;
}

/** All that the common shape has, in its order, when nothing is known. */
export function unknownIncident(provider: string): IncidentRecord {
	return {
		provider,
		id: null,
		number: null,
		title: null,
		status: null,
		severity: null,
		url: null,
		service: null,
		assignees: null,
		actor: null,
		createdAt: null,
		updatedAt: null,
		vendorStatus: null,
		vendorSeverity: null,
	};
}

/** The record as n8n's JSON, with its keys in the fixed order. */
export function incidentRecord(record: IncidentRecord): IDataObject {
	return { ...unknownIncident(record.provider), ...record };
}
