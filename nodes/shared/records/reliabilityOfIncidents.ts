import type { IDataObject } from 'n8n-workflow';

import { byTime, figuresOf, type Course, type Period } from './reliability';
import { reliabilityRecord } from './reliabilityRecord';
import type { Named } from './incident';

/** What a vendor tells of one incident; milliseconds since the epoch, NaN where it is not known. */
export interface ToldIncident {
	service: Named;
	severity: string | null;
	began: number;
	/** Undefined where nobody has acknowledged it. */
	acknowledged?: number;
	/** Undefined where it is not over. */
	resolved?: number;
}

export interface Wanted {
	provider: string;
	groupBy: string;
	period: Period;
	knowsAcknowledged: boolean;
}

interface Group extends Named {
	courses: Course[];
	withoutTime: number;
	withoutEnd: number;
}

/**
 * The figures of incidents that have one beginning and one end, overall, by service or by severity. Pure.
 * docs/design.md#reliability-figures.
 */
export function reliabilityOfIncidents(incidents: ToldIncident[], wanted: Wanted): IDataObject[] {
	const { groupBy, period } = wanted;
	const groups = new Map<string | null, Group>();
	const groupOf = (named: Named): Group => {
		const key = named.id ?? named.name;
		const group = groups.get(key) ?? { ...named, courses: [], withoutTime: 0, withoutEnd: 0 };
		groups.set(key, group);
		return group;
	};
	if (groupBy === 'overall') groupOf({ id: null, name: null });
	for (const incident of incidents) {
		const { began, resolved } = incident;
		if (began >= period.until) continue;
		// Of what began before only an end in the period counts.
		const end = Number(resolved);
		if (began < period.since && !(end >= period.since && end < period.until)) continue;
		const group = groupOf(groupNameOf(incident, groupBy));
		if (Number.isNaN(began)) group.withoutTime += 1;
		else if (Number.isNaN(resolved)) group.withoutEnd += 1;
		else group.courses.push(courseOf(incident, period));
	}
	return [...groups.values()].map((group) => toRecord(group, wanted));
}

function groupNameOf({ service, severity }: ToldIncident, groupBy: string): Named {
	if (groupBy === 'service') return service;
	return groupBy === 'severity' ? { id: severity, name: severity } : { id: null, name: null };
}

/** What happened at the end of the period or later is not looked at. */
function courseOf({ began, acknowledged, resolved }: ToldIncident, { until }: Period): Course {
	const moments = [{ at: began, isEnd: false }];
	if (resolved !== undefined && resolved < until) {
		moments.push({ at: Math.max(began, resolved), isEnd: true });
	}
	const isAnswered = acknowledged !== undefined && acknowledged < until;
	return { moments: moments.sort(byTime), acknowledged: isAnswered ? acknowledged : undefined };
}

function toRecord(
	{ id, name, courses, withoutTime, withoutEnd }: Group,
	wanted: Wanted,
): IDataObject {
	const figures = figuresOf(courses, wanted.period);
	const reason = (count: number, why: string) => ({ count, noun: 'incident', why });
	return reliabilityRecord({
		...wanted,
		groupId: id,
		groupName: name,
		figures,
		noun: 'incident',
		leftOut: {
			incidentsBegunBefore: reason(figures.begunBefore, 'that began before the period'),
			incidentsWithoutTime: reason(withoutTime, 'without a time'),
			incidentsWithoutEnd: reason(withoutEnd, 'that ended at an unknown time'),
		},
		incidentsLeftOut: figures.begunBefore + withoutTime + withoutEnd,
	});
}
