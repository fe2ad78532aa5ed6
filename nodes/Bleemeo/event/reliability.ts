import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';
import {
	byTime,
	figuresOf,
	type Course,
	type Figures,
	type Moment,
	type Period,
} from '../../shared/records/reliability';
import { toIncidentRecord } from '../api/record';
import { timeOf } from './reading';
import { isInfo, isOk } from './statuses';

export type { Period };
export type GroupBy = 'overall' | 'agent' | 'metric' | 'severity';

/** The figures of one group of threads, in milliseconds; null where there is nothing to average. */
export interface Reliability {
	agentId: string | null;
	metricId: string | null;
	/** By severity: the common word. */
	severity?: string | null;
	/** From a thread's first event to its last, of threads whose last event is OK. */
	mttr: number | null;
	/** Between the first events of successive threads. */
	mttf: number | null;
	/** From an OK event to the next event. */
	mtbf: number | null;
	/** Threads that began in the period; the others are left out. */
	threads: { counted: number; resolved: number; open: number };
	leftOut: LeftOut;
}

/** What did not count, by the reason why. */
export interface LeftOut {
	threadsBegunBefore: number;
	threadsWithoutOpening: number;
	infoEvents: number;
	eventsWithoutThread: number;
	eventsWithoutTime: number;
}

interface Entry extends Moment {
	row: IDataObject;
	thread: string | undefined;
}

interface Group {
	key: string | null;
	/** A metric belongs to one agent. */
	agent: string | null;
	leftOut: Pick<LeftOut, 'infoEvents' | 'eventsWithoutThread' | 'eventsWithoutTime'>;
	threads: Course[];
}

/**
 * MTTR, MTTF and MTBF as Bleemeo's "Create an event" page defines them
 * (docs/facts/bleemeo.md#reliability-figures),
 * as things stood at the end of the period. Pure; the rows may come in any order and more than once.
 *
 * - Info events (status 10) and events without a thread do not count.
 * - A thread belongs to the group of its first event that names one. What else belongs to which period, and what has
 *   no length, is said in shared/records/reliability.ts.
 */
export function reliability(rows: IDataObject[], period: Period, groupBy: GroupBy): Reliability[] {
	const groups = new Map<string | null, Group>();
	const groupOf = (row: IDataObject): Group => {
		const key = keyOf(row, groupBy) ?? null;
		const group = groups.get(key) ?? newGroup(key);
		group.agent ??= idOf(row.agent) ?? null;
		groups.set(key, group);
		return group;
	};
	if (groupBy === 'overall') groupOf({});

	const threads = new Map<string, Entry[]>();
	for (const { row, at, isEnd, recorded, thread } of distinct(rows).map(toEntry)) {
		if (Number.isNaN(at)) groupOf(row).leftOut.eventsWithoutTime += 1;
		if (!(at < period.until)) continue;
		if (isInfo(row) || thread === undefined) {
			const reason = thread === undefined ? 'eventsWithoutThread' : 'infoEvents';
			if (at >= period.since) groupOf(row).leftOut[reason] += 1;
			continue;
		}
		const entries = threads.get(thread) ?? [];
		entries.push({ row, at, isEnd, recorded, thread });
		threads.set(thread, entries);
	}
	for (const moments of threads.values()) {
		moments.sort(byTime);
		const isIn = moments.some(({ at }) => at >= period.since);
		if (isIn) groupOf(ownerOf(moments, groupBy)).threads.push({ moments });
	}
	// An Info event has a severity of its own, which is no problem's.
	const found = [...groups.values()].filter(
		(group) => groupBy !== 'severity' || group.threads.length,
	);
	return found.map((group) => toResult(group, figuresOf(group.threads, period), groupBy));
}

function toResult({ key, agent, leftOut }: Group, figures: Figures, groupBy: GroupBy): Reliability {
	const isOf = (...wanted: GroupBy[]) => wanted.includes(groupBy);
	return {
		agentId: isOf('agent', 'metric') ? agent : null,
		metricId: isOf('metric') ? key : null,
		severity: isOf('severity') ? key : undefined,
		mttr: figures.mttr,
		mttf: figures.mttf,
		mtbf: figures.mtbf,
		threads: { counted: figures.counted, resolved: figures.resolved, open: figures.open },
		leftOut: {
			threadsBegunBefore: figures.begunBefore,
			threadsWithoutOpening: figures.withoutOpening,
			...leftOut,
		},
	};
}

/** Of what a group is made; undefined for an event that does not say it. An OK has no severity. */
function keyOf(row: IDataObject, groupBy: GroupBy): string | undefined {
	if (groupBy === 'overall') return;
	return groupBy === 'severity' ? asText(toIncidentRecord(row).severity) : idOf(row[groupBy]);
}

function newGroup(key: string | null): Group {
	const leftOut = { infoEvents: 0, eventsWithoutThread: 0, eventsWithoutTime: 0 };
	return { key, agent: null, leftOut, threads: [] };
}

/** The first event of a thread that says whose it is. */
function ownerOf(thread: Entry[], groupBy: GroupBy): IDataObject {
	const says = ({ row }: Entry) => groupBy === 'overall' || keyOf(row, groupBy) !== undefined;
	return (thread.find(says) ?? thread[0]).row;
}

/** Lists shift while they are read, so one event may come twice. */
function distinct(rows: IDataObject[]): IDataObject[] {
	const seen = new Set<string>();
	return rows.filter(({ id }) => {
		const key = idOf(id);
		if (key === undefined) return true;
		const isNew = !seen.has(key);
		seen.add(key);
		return isNew;
	});
}

function toEntry(row: IDataObject): Entry {
	const isEnd = isOk(row);
	const recorded = timeOf(row.created_at);
	return { row, at: timeOf(row.happened_at), isEnd, recorded, thread: idOf(row.thread_id) };
}

function idOf(value: unknown): string | undefined {
	return asText(value)?.toLowerCase();
}
