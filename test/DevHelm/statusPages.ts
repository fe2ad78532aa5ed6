import type { IDataObject } from 'n8n-workflow';

import type { Suite } from '../support/suite';
import { byId } from '../support/suite';

/** What every request carries; one with a body also says that it is JSON. */
export const HEADERS = {
	accept: 'application/json',
	authorization: 'Bearer dh_live_sandbox_key',
};
export const BODY_HEADERS = { ...HEADERS, 'content-type': 'application/json' };

export const NOT_THERE = '00000000-0000-4000-8000-000000000000';

/** The seeded page, by the beginning of its name. */
export function page(on: Suite, name: 'Alpenrad' | 'Partner' = 'Alpenrad') {
	return found([...on.sandbox.state('devHelm').statusPages.values()], (one) =>
		one.name.startsWith(name),
	);
}

export function incident(on: Suite, title = 'Card payments fail') {
	return found(
		[...on.sandbox.state('devHelm').pageIncidents.values()],
		(one) => one.title === title,
	);
}

/** The draft of the page in review mode. */
export const draft = (on: Suite) => incident(on, 'Partner API unreachable');

export function component(on: Suite, name = 'Website') {
	return found(
		[...on.sandbox.state('devHelm').pageComponents.values()],
		(one) => one.name === name,
	);
}

/** Parameters of an operation on a seeded incident. */
export function about(
	operation: string,
	{ id, statusPageId }: { id: string; statusPageId: string },
	fields: IDataObject = {},
): IDataObject {
	return {
		resource: 'statusPageIncident',
		operation,
		statusPageId: byId(statusPageId),
		statusPageIncidentId: byId(id),
		...fields,
	};
}

/** Rows of "Affected Components". */
export function rows(...components: Array<[{ id: string }, string]>): IDataObject {
	return {
		values: components.map(([{ id }, componentStatus]) => ({
			componentId: byId(id),
			componentStatus,
		})),
	};
}

export function pathTo({ id, statusPageId }: { id: string; statusPageId: string }): string {
	return `/api/v1/status-pages/${statusPageId}/incidents/${id}`;
}

/** The item that the node puts out for an incident that the sandbox holds. */
export function recordOf(on: Suite, id: string): IDataObject {
	const one = found(
		[...on.sandbox.state('devHelm').pageIncidents.values()],
		(each) => each.id === id,
	);
	const status = {
		INVESTIGATING: 'triggered',
		IDENTIFIED: 'acknowledged',
		MONITORING: 'acknowledged',
		RESOLVED: 'resolved',
	};
	const severity = { CRITICAL: 'critical', MAJOR: 'error', MINOR: 'warning', NONE: 'info' };
	return {
		provider: 'devhelm',
		id,
		number: null,
		title: one.title,
		status: status[one.status],
		severity: severity[one.impact],
		url: null,
		service: one.affectedComponents.map(({ componentName }) => componentName).join(', ') || null,
		assignees: null,
		actor: one.updates.length ? { id: '31', name: null, type: 'user' } : null,
		createdAt: one.createdAt,
		updatedAt: one.updatedAt,
		vendorStatus: one.status,
		vendorSeverity: one.impact,
	};
}

/** Methods of the requests so far, without the look at the vendor's clock. */
export const methods = (on: Suite) => on.requests().map(({ method }) => method);

export const posts = (on: Suite) => on.requests().filter(({ method }) => method === 'POST');

function found<T>(all: T[], isWanted: (one: T) => boolean): T {
	const one = all.find(isWanted);
	expect(one).toBeDefined();
	return one as T;
}
