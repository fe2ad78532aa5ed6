import type { IDataObject } from 'n8n-workflow';

import { asNumber, asText } from '../../shared/ground/values';
import { timeOf } from './reading';

export type GroupBy = 'overall' | 'agent' | 'metric';

/** Milliseconds since the epoch: from and including the first, up to but without the last. */
export interface Period {
	since: number;
	until: number;
}

/** The figures of one group of threads, in milliseconds; null where there is nothing to average. */
export interface Reliability {
	agentId: string | null;
	metricId: string | null;
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

interface Entry {
	row: IDataObject;
	at: number;
	isOk: boolean;
	thread: string | undefined;
}

interface Group {
	key: string | null;
	/** A metric belongs to one agent. */
	agent: string | null;
	leftOut: LeftOut;
	/** First events of the threads that count. */
	begins: number[];
	repairs: number[];
	/** All events of threads in the period. */
	entries: Entry[];
}

const OK = 0;
const INFO = 10;

/**
 * MTTR, MTTF and MTBF as Bleemeo's "Create an event" page defines them
 * (docs/facts/bleemeo.md#reliability-figures),
 * as things stood at the end of the period. Pure; the rows may come in any order and more than once.
 *
 * - Info events (status 10) and events without a thread do not count.
 * - A thread belongs to the period in which its first event lies, and to the group of that event. One
 *   that began before, or begins with OK (so that its opening is not known), has no length here; its
 *   events in the period still count for the MTBF.
 * - Of events at one time the one that was recorded first comes first, and an OK comes last.
 * - One thread alone has no interval: the mean is null then, not 0.
 */
export function reliability(rows: IDataObject[], period: Period, groupBy: GroupBy): Reliability[] {
	const groups = new Map<string | null, Group>();
	const groupOf = (row: IDataObject): Group => {
		const key = groupBy === 'overall' ? null : (idOf(row[groupBy]) ?? null);
		const group = groups.get(key) ?? newGroup(key);
		group.agent ??= idOf(row.agent) ?? null;
		groups.set(key, group);
		return group;
	};
	if (groupBy === 'overall') groupOf({});

	const threads = new Map<string, Entry[]>();
	for (const { row, at, isOk, thread } of distinct(rows).map(toEntry)) {
		if (Number.isNaN(at)) groupOf(row).leftOut.eventsWithoutTime += 1;
		if (!(at < period.until)) continue;
		if (asNumber(row.status) === INFO || thread === undefined) {
			const reason = thread === undefined ? 'eventsWithoutThread' : 'infoEvents';
			if (at >= period.since) groupOf(row).leftOut[reason] += 1;
			continue;
		}
		const entries = threads.get(thread) ?? [];
		entries.push({ row, at, isOk, thread });
		threads.set(thread, entries);
	}
	for (const thread of threads.values()) {
		thread.sort(byTime);
		const inPeriod = thread.filter(({ at }) => at >= period.since);
		if (inPeriod.length) addThread(groupOf(ownerOf(thread, groupBy)), thread, inPeriod);
	}
	return [...groups.values()].map((group) => toFigures(group, groupBy));
}

function addThread(group: Group, thread: Entry[], inPeriod: Entry[]): void {
	const [first] = thread;
	const last = thread[thread.length - 1];
	group.entries.push(...inPeriod);
	if (first !== inPeriod[0]) group.leftOut.threadsBegunBefore += 1;
	else if (first.isOk) group.leftOut.threadsWithoutOpening += 1;
	else {
		group.begins.push(first.at);
		if (last.isOk) group.repairs.push(last.at - first.at);
	}
}

function toFigures(group: Group, groupBy: GroupBy): Reliability {
	const { key, agent, begins, repairs, entries, leftOut } = group;
	const events = [...entries].sort(byTime);
	const starts = [...begins].sort((one, other) => one - other);
	return {
		agentId: groupBy === 'overall' ? null : agent,
		metricId: groupBy === 'metric' ? key : null,
		mttr: mean(repairs),
		mttf: mean(starts.slice(1).map((at, index) => at - starts[index])),
		mtbf: mean(
			events.slice(1).flatMap(({ at }, index) => (events[index].isOk ? at - events[index].at : [])),
		),
		threads: {
			counted: begins.length,
			resolved: repairs.length,
			open: begins.length - repairs.length,
		},
		leftOut,
	};
}

function newGroup(key: string | null): Group {
	return {
		key,
		agent: null,
		leftOut: {
			threadsBegunBefore: 0,
			threadsWithoutOpening: 0,
			infoEvents: 0,
			eventsWithoutThread: 0,
			eventsWithoutTime: 0,
		},
		begins: [],
		repairs: [],
		entries: [],
	};
}

/** The first event of a thread that says whose it is. */
function ownerOf(thread: Entry[], groupBy: GroupBy): IDataObject {
	const says = ({ row }: Entry) => groupBy === 'overall' || idOf(row[groupBy]) !== undefined;
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
	const isOk = asNumber(row.status) === OK;
	return { row, at: timeOf(row.happened_at), isOk, thread: idOf(row.thread_id) };
}

function byTime(one: Entry, other: Entry): number {
	const recorded = timeOf(one.row.created_at) - timeOf(other.row.created_at);
	return one.at - other.at || recorded || Number(one.isOk) - Number(other.isOk);
}

function mean(values: number[]): number | null {
	return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

function idOf(value: unknown): string | undefined {
	return asText(value)?.toLowerCase();
}
