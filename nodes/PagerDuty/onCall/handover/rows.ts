import type { IDataObject } from 'n8n-workflow';

import { asObject, asText } from '../../../shared/ground/values';
import { namedIn, toIncidentRecord } from '../../api/record';
import { toOnCallRecord } from '../record';

/** What a row of the report is about. */
export type Part = 'open' | 'resolved' | 'onCall' | 'next';

/** An incident with what was written about it. */
export interface Told {
	incident: IDataObject;
	notes: IDataObject[];
	/** The log entry of its resolution. */
	resolve?: IDataObject;
}

const NO_INCIDENT = {
	incidentId: null,
	number: null,
	title: null,
	status: null,
	severity: null,
	service: null,
	assignees: null,
	createdAt: null,
	resolvedAt: null,
	resolvedBy: null,
	resolution: null,
	notes: null,
	url: null,
};

const NO_PERSON = {
	userId: null,
	userName: null,
	userEmail: null,
	level: null,
	escalationPolicyName: null,
	scheduleName: null,
	start: null,
	end: null,
};

/** A row about an incident; the keys are those of every row. Pure. */
export function incidentRow(part: Part, { incident, notes, resolve }: Told): IDataObject {
	const { id, number, title, status, severity, service, assignees, createdAt, url } =
		toIncidentRecord(incident);
	return {
		provider: 'pagerduty',
		part,
		...NO_INCIDENT,
		...{ incidentId: id, number, title, status, severity, service, assignees, createdAt },
		resolvedAt: asText(incident.resolved_at) ?? asText(resolve?.created_at) ?? null,
		resolvedBy: namedIn(resolve?.agent)?.name ?? null,
		resolution: asText(resolve?.note) ?? null,
		notes: notes.map((note) => ({
			text: asText(note.content) ?? null,
			author: asText(asObject(note.user).summary) ?? null,
			createdAt: asText(note.created_at) ?? null,
		})),
		url,
		...NO_PERSON,
	};
}

/** A row about who is on call. Pure. */
export function personRow(part: Part, onCall: IDataObject): IDataObject {
	const { userId, userName, userEmail, level, escalationPolicyName, scheduleName, start, end } =
		toOnCallRecord(onCall);
	return {
		provider: 'pagerduty',
		part,
		...NO_INCIDENT,
		...{ userId, userName, userEmail, level, escalationPolicyName, scheduleName, start, end },
	};
}

const timeOf = (value: unknown) => Date.parse(asText(value) ?? '');

/** True for a resolved incident that the shift had to do with: opened in it, or resolved in it. Pure. */
export function isOfShift(incident: IDataObject, since: string, until: string): boolean {
	const [from, to] = [Date.parse(since), Date.parse(until)];
	const resolved = incident.resolved_at ?? incident.last_status_change_at;
	return [incident.created_at, resolved].some((time) => timeOf(time) >= from && timeOf(time) <= to);
}

/**
 * Who is on call at a moment, and on each level of each policy and schedule who takes over next. Pure.
 * @param onCalls the earliest of each user on each level
 */
export function nowAndNext(
	onCalls: IDataObject[],
	now: number,
): { current: IDataObject[]; next: IDataObject[] } {
	const hasBegun = ({ start }: IDataObject) => !(timeOf(start) > now);
	const placeOf = ({ escalation_policy, escalation_level, schedule }: IDataObject) =>
		JSON.stringify([asObject(escalation_policy).id, escalation_level, asObject(schedule).id]);
	const byLevel = (one: IDataObject, other: IDataObject) =>
		Number(one.escalation_level) - Number(other.escalation_level) ||
		timeOf(one.start) - timeOf(other.start);
	const sorted = [...onCalls].sort(byLevel);
	const first = new Map<string, IDataObject>();
	for (const one of sorted) {
		if (!hasBegun(one) && !first.has(placeOf(one))) first.set(placeOf(one), one);
	}
	return { current: sorted.filter(hasBegun), next: [...first.values()] };
}
