import type { IDataObject } from 'n8n-workflow';

import type { GroupBy, Period, Reliability } from './reliability';

/** One group's figures in full: durations in seconds and as people read them. */
export function reliabilityRecord(
	figures: Reliability,
	groupBy: GroupBy,
	{ since, until }: Period,
): IDataObject {
	const { agentId, metricId, threads, leftOut } = figures;
	const [mttrSeconds, mttfSeconds, mtbfSeconds] = [figures.mttr, figures.mttf, figures.mtbf].map(
		toSeconds,
	);
	return {
		groupBy,
		agentId,
		metricId,
		since: new Date(since).toISOString(),
		until: new Date(until).toISOString(),
		mttrSeconds,
		mttr: readable(mttrSeconds),
		mttfSeconds,
		mttf: readable(mttfSeconds),
		mtbfSeconds,
		mtbf: readable(mtbfSeconds),
		threadsCounted: threads.counted,
		threadsResolved: threads.resolved,
		threadsOpen: threads.open,
		threadsLeftOut: leftOut.threadsBegunBefore + leftOut.threadsWithoutOpening,
		leftOut: { ...leftOut },
		summary: summaryOf(figures),
	};
}

/** The figures that a workflow calculates with, and one text for people. */
export function toShortRecord({
	agentId,
	metricId,
	mttrSeconds,
	mttfSeconds,
	mtbfSeconds,
	threadsCounted,
	threadsResolved,
	threadsOpen,
	threadsLeftOut,
	summary,
}: IDataObject): IDataObject {
	return {
		agentId,
		metricId,
		mttrSeconds,
		mttfSeconds,
		mtbfSeconds,
		threadsCounted,
		threadsResolved,
		threadsOpen,
		threadsLeftOut,
		summary,
	};
}

function toSeconds(mean: number | null): number | null {
	return mean === null ? null : Math.round(mean / 1000);
}

const UNITS: Array<[number, string]> = [
	[86_400, 'd'],
	[3_600, 'h'],
	[60, 'min'],
	[1, 's'],
];

/** `1 d 2 h 5 s`; null stays null. */
export function readable(seconds: number | null): string | null {
	if (seconds === null) return null;
	let left = seconds;
	const parts = UNITS.flatMap(([size, unit]) => {
		const count = Math.floor(left / size);
		left -= count * size;
		return count ? `${count} ${unit}` : [];
	});
	return parts.join(' ') || '0 s';
}

function summaryOf({ mttr, mttf, mtbf, threads, leftOut }: Reliability): string {
	const reasons = [
		several(leftOut.threadsBegunBefore, 'thread', 'that began before the period'),
		several(leftOut.threadsWithoutOpening, 'thread', 'that began with an OK'),
		several(leftOut.infoEvents, 'Info event', ''),
		several(leftOut.eventsWithoutThread, 'event', 'without a thread'),
		several(leftOut.eventsWithoutTime, 'event', 'without a time'),
	].filter(Boolean);
	const counted = `${threads.counted} ${threads.counted === 1 ? 'thread' : 'threads'} counted: ${threads.resolved} resolved, ${threads.open} open at the end of the period`;
	const means = Object.entries({ MTTR: mttr, MTTF: mttf, MTBF: mtbf })
		.map(([name, mean]) => `${name} ${readable(toSeconds(mean)) ?? 'unknown'}`)
		.join(', ');
	return `${means}. ${counted}. Left out: ${reasons.join(', ') || 'nothing'}.`;
}

function several(count: number, noun: string, which: string): string {
	return count ? `${count} ${noun}${count === 1 ? '' : 's'} ${which}`.trim() : '';
}
