import type { JsonObject } from '../../core/types';

export const pageStatuses = ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'] as const;
export type PageStatus = (typeof pageStatuses)[number];
export const impacts = ['NONE', 'MINOR', 'MAJOR', 'CRITICAL'] as const;
export type Impact = (typeof impacts)[number];
export const componentStatuses = [
	'OPERATIONAL',
	'DEGRADED_PERFORMANCE',
	'PARTIAL_OUTAGE',
	'MAJOR_OUTAGE',
	'UNDER_MAINTENANCE',
] as const;
export type ComponentStatus = (typeof componentStatuses)[number];

export interface PageComponent extends JsonObject {
	id: string;
	statusPageId: string;
	name: string;
	type: 'GROUP' | 'MONITOR' | 'STATIC';
	currentStatus: ComponentStatus;
}

/** As a request names a component. */
export interface ComponentChange {
	componentId: string;
	status: ComponentStatus;
}

/** As a reply names it. */
export interface AffectedComponent extends JsonObject {
	statusPageComponentId: string;
	componentStatus: ComponentStatus;
	componentName: string;
}

export interface PageUpdate extends JsonObject {
	id: string;
	status: PageStatus;
	body: string;
	createdBy: 'SYSTEM' | 'USER' | null;
	createdByUserId: number | null;
	notifySubscribers: boolean;
	createdAt: string;
}

export interface PageIncident extends JsonObject {
	id: string;
	statusPageId: string;
	title: string;
	status: PageStatus;
	impact: Impact;
	scheduled: boolean;
	scheduledFor: string | null;
	scheduledUntil: string | null;
	autoResolve: boolean;
	incidentId: string | null;
	startedAt: string;
	publishedAt: string | null;
	resolvedAt: string | null;
	createdByUserId: number | null;
	postmortemBody: string | null;
	postmortemUrl: string | null;
	affectedComponents: AffectedComponent[];
	/** Oldest first. */
	updates: PageUpdate[];
	createdAt: string;
	updatedAt: string;
}
