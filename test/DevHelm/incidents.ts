import { toIncidentRecord } from '../../nodes/DevHelm/api/record';
import type { Suite } from '../support/suite';

/** Headers of a request that reads. */
export const READ_HEADERS = {
	accept: 'application/json',
	authorization: 'Bearer dh_live_sandbox_key',
};

/** Headers of a request with a body. */
export const HEADERS = { ...READ_HEADERS, 'content-type': 'application/json' };

export const NOT_THERE = '00000000-0000-4000-8000-000000000000';

/** The sandbox's first incident with this status. */
export function seeded(on: Suite, status: 'CONFIRMED' | 'RESOLVED' | 'TRIGGERED' | 'WATCHING') {
	const all = [...on.sandbox.state('devHelm').incidents.values()];
	const found = all.find((incident) => incident.status === status);
	if (!found) throw new TypeError(`no incident is ${status}`);
	return found;
}

export function storedIncident(on: Suite, id: string) {
	const found = on.sandbox.state('devHelm').incidents.get(id);
	if (!found) throw new TypeError(`no incident ${id}`);
	return found;
}

/** The simplified incident as the sandbox has it now; `record.pure.test.ts` holds the mapping. */
export function recordOf(on: Suite, id: string) {
	const single = { ...storedIncident(on, id), updates: updatesOf(on, id) };
	return toIncidentRecord(single as Parameters<typeof toIncidentRecord>[0]);
}

/** The same out of a list or a webhook, which hold no updates. */
export function rowOf(on: Suite, id: string) {
	return { ...recordOf(on, id), actor: null };
}

/** The updates of an incident, oldest first. */
export function updatesOf(on: Suite, id: string) {
	return on.sandbox.state('devHelm').updates.get(id) ?? [];
}

/** What was sent, in short: `POST /resolve`, below the incident. */
export function steps(on: Suite, id: string): string[] {
	return on
		.requests()
		.map(({ method, path }) => `${method} ${path.replace(`/api/v1/incidents/${id}`, '')}`.trim());
}
