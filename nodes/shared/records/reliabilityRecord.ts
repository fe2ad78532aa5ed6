import type { IDataObject } from 'n8n-workflow';

import type { Figures, Period } from './reliability';

/** What the figures are about, and what did not count. */
export interface Told {
	provider: string;
	groupBy: string;
	groupId: string | null;
	groupName: string | null;
	period: Period;
	figures: Figures;
	/** False where the vendor does not show when incidents were acknowledged. */
	knowsAcknowledged: boolean;
	/** What an incident is called. */
	noun: string;
	/** How many did not count, by the reason why: with the noun, and how the reason ends a sentence. */
	leftOut: { [reason: string]: { count: number; noun: string; why: string } };
	/** Of incidents; events that are left out are no incidents. */
	incidentsLeftOut: number;
	/** What only one vendor tells. */
	more?: IDataObject;
}

/** One group's figures in full, the same for every vendor: durations in seconds and as people read them. Pure. */
export function reliabilityRecord(told: Told): IDataObject {
	const { provider, groupBy, groupId, groupName, period, figures, knowsAcknowledged, more } = told;
	const means = [figures.mtta, figures.mttr, figures.mttf, figures.mtbf].map(toSeconds);
	const [mttaSeconds, mttrSeconds, mttfSeconds, mtbfSeconds] = means;
	const leftOut = Object.entries(told.leftOut).map(([reason, { count }]) => [reason, count]);
	return {
		provider,
		groupBy,
		groupId,
		groupName,
		...more,
		since: new Date(period.since).toISOString(),
		until: new Date(period.until).toISOString(),
		mttaSeconds,
		mtta: readable(mttaSeconds),
		mttrSeconds,
		mttr: readable(mttrSeconds),
		mttfSeconds,
		mttf: readable(mttfSeconds),
		mtbfSeconds,
		mtbf: readable(mtbfSeconds),
		incidentsCounted: figures.counted,
		incidentsAcknowledged: knowsAcknowledged ? figures.acknowledged : null,
		incidentsResolved: figures.resolved,
		incidentsOpen: figures.open,
		incidentsLeftOut: told.incidentsLeftOut,
		leftOut: Object.fromEntries(leftOut) as IDataObject,
		summary: summaryOf(told),
	};
}

/** The figures that a workflow calculates with, and one text for people. The keys are those of every vendor. Pure. */
export function toShortRecord(record: IDataObject): IDataObject {
	const kept = [
		'provider',
		'groupBy',
		'groupId',
		'groupName',
		'since',
		'until',
		'mttaSeconds',
		'mttrSeconds',
		'mttfSeconds',
		'mtbfSeconds',
		'incidentsCounted',
		'incidentsAcknowledged',
		'incidentsResolved',
		'incidentsOpen',
		'incidentsLeftOut',
		'summary',
	];
	return Object.fromEntries(kept.map((key) => [key, record[key]]));
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

/** `1 d 2 h 5 s`; null stays null. Pure. */
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

function summaryOf({ figures, noun, leftOut }: Told): string {
	const { mtta, mttr, mttf, mtbf, counted, resolved, open } = figures;
	const reasons = Object.values(leftOut)
		.filter(({ count }) => count > 0)
		.map(({ count, noun: what, why }) => `${several(count, what)} ${why}`.trim());
	const means = Object.entries({ MTTA: mtta, MTTR: mttr, MTTF: mttf, MTBF: mtbf })
		.map(([name, mean]) => `${name} ${readable(toSeconds(mean)) ?? 'unknown'}`)
		.join(', ');
	return `${means}. ${several(counted, noun)} counted: ${resolved} resolved, ${open} open at the end of the period. Left out: ${reasons.join(', ') || 'nothing'}.`;
}

function several(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
