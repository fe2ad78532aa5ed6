/** Milliseconds since the epoch: from and including the first, up to but without the last. */
export interface Period {
	since: number;
	until: number;
}

/** Something that begins an incident or goes on with it, or ends it. */
export interface Moment {
	at: number;
	isEnd: boolean;
	/** When it was recorded, which orders what happened at one time. */
	recorded?: number;
}

/** What is known of one incident, up to the end of the period. */
export interface Course {
	/** In order of time (`byTime`). */
	moments: Moment[];
	/** When somebody first said to work on it; undefined where nobody did, or it is not known. */
	acknowledged?: number;
}

/** The figures of some incidents, in milliseconds; null where there is nothing to average. */
export interface Figures {
	/** From the beginning of an incident to its first acknowledgement. */
	mtta: number | null;
	/** From its beginning to its last moment, of incidents that are over. */
	mttr: number | null;
	/** Between the beginnings of successive incidents. */
	mttf: number | null;
	/** From an end to the next beginning or end. */
	mtbf: number | null;
	/** Incidents that began in the period; the others are left out. */
	counted: number;
	acknowledged: number;
	resolved: number;
	open: number;
	begunBefore: number;
	withoutOpening: number;
}

/** By time; of moments at one time the one that was recorded first comes first, and an end comes last. */
export function byTime(one: Moment, other: Moment): number {
	const recorded = Number(one.recorded) - Number(other.recorded);
	return one.at - other.at || recorded || Number(one.isEnd) - Number(other.isEnd);
}

/**
 * MTTA, MTTR, MTTF and MTBF, for every vendor by one definition, as things stood at the end of the period. Pure.
 *
 * - An incident belongs to the period in which its first moment lies. One that began before, or begins with an
 *   end (so that its opening is not known), has no length here; its moments in the period still count for the MTBF.
 * - One incident alone has no interval: the mean is null then, not 0.
 *
 * @param courses their moments lie before the end of the period
 */
export function figuresOf(courses: Course[], { since }: Period): Figures {
	const figures = { counted: 0, begunBefore: 0, withoutOpening: 0 };
	const begins: number[] = [];
	const answers: number[] = [];
	const repairs: number[] = [];
	const all: Moment[] = [];
	for (const { moments, acknowledged } of courses) {
		const inPeriod = moments.filter(({ at }) => at >= since);
		if (!inPeriod.length) continue;
		all.push(...inPeriod);
		const [first] = moments;
		const last = moments[moments.length - 1];
		if (first !== inPeriod[0]) figures.begunBefore += 1;
		else if (first.isEnd) figures.withoutOpening += 1;
		else {
			begins.push(first.at);
			if (last.isEnd) repairs.push(last.at - first.at);
			// Clocks differ: nobody answers before there is anything to answer.
			if (acknowledged !== undefined) answers.push(Math.max(0, acknowledged - first.at));
		}
	}
	all.sort(byTime);
	begins.sort((one, other) => one - other);
	return {
		...figures,
		mtta: mean(answers),
		mttr: mean(repairs),
		mttf: mean(begins.slice(1).map((at, index) => at - begins[index])),
		mtbf: mean(
			all.slice(1).flatMap(({ at }, index) => (all[index].isEnd ? at - all[index].at : [])),
		),
		counted: begins.length,
		acknowledged: answers.length,
		resolved: repairs.length,
		open: begins.length - repairs.length,
	};
}

function mean(values: number[]): number | null {
	if (!values.length) return null;
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
