import type { IDataObject } from 'n8n-workflow';

import { reliability } from '../../../nodes/Bleemeo/event/reliability';
import { at, CRITICAL, DAY, event, HOUR, INFO, MINUTE, OK, PERIOD, UNKNOWN, WARNING } from './day';

const overall = (rows: IDataObject[], period = PERIOD) => {
	const groups = reliability(rows, period, 'overall');
	expect(groups).toHaveLength(1);
	return groups[0];
};
const NOTHING_LEFT_OUT = {
	threadsBegunBefore: 0,
	threadsWithoutOpening: 0,
	infoEvents: 0,
	eventsWithoutThread: 0,
	eventsWithoutTime: 0,
};

describe('three threads of a day', () => {
	// Thread a: 08:00 Critical, 08:10 Warning, 08:30 OK     lasts 30 min
	// Thread b: 12:00 Critical, 12:10 OK                    lasts 10 min
	// Thread c: 18:00 Unknown,  18:20 OK                    lasts 20 min
	const rows = [
		event('a', CRITICAL, '08:00'),
		event('a', WARNING, '08:10'),
		event('a', OK, '08:30'),
		event('b', CRITICAL, '12:00'),
		event('b', OK, '12:10'),
		event('c', UNKNOWN, '18:00'),
		event('c', OK, '18:20'),
	];
	const expected = {
		agentId: null,
		metricId: null,
		// (30 + 10 + 20) / 3 = 20 min
		mttr: 20 * MINUTE,
		// First events at 08:00, 12:00, 18:00: (4 h + 6 h) / 2 = 5 h
		mttf: 5 * HOUR,
		// OK 08:30 to 12:00 = 3 h 30; OK 12:10 to 18:00 = 5 h 50; nothing follows the OK of 18:20.
		// (210 + 350) / 2 = 280 min
		mtbf: 280 * MINUTE,
		threads: { counted: 3, resolved: 3, open: 0 },
		leftOut: NOTHING_LEFT_OUT,
	};

	it('has these figures', () => expect(overall(rows)).toEqual(expected));

	it('has them in whatever order the events come', () => {
		expect(overall([...rows].reverse())).toEqual(expected);
		expect(overall([3, 6, 0, 5, 2, 4, 1].map((place) => rows[place]))).toEqual(expected);
	});

	it('has them when events come twice, because the list shifted', () =>
		expect(overall([...rows, ...rows.slice(2, 5)])).toEqual(expected));

	it('has them with IDs in upper case, numbers as text and times of other zones', () =>
		expect(
			overall([
				{ ...rows[0], thread_id: 'A', happened_at: `${DAY}T10:00:00+02:00` },
				{ ...rows[1], status: '1' },
				{ ...rows[2], status: '0', happened_at: `${DAY}T08:30:00.000123Z` },
				...rows.slice(3),
			]),
		).toEqual(expected));
});

it('leaves an open thread out of the MTTR, but not out of the MTTF', () => {
	// Thread a: 08:00 to 08:30 OK; thread b: open since 10:00, worse at 11:00.
	const figures = overall([
		event('a', CRITICAL, '08:00'),
		event('a', OK, '08:30'),
		event('b', WARNING, '10:00'),
		event('b', CRITICAL, '11:00'),
	]);
	expect(figures).toMatchObject({
		// 30 min of the one that is over
		mttr: 30 * MINUTE,
		// 08:00 to 10:00
		mttf: 2 * HOUR,
		// OK 08:30 to 10:00
		mtbf: 90 * MINUTE,
		threads: { counted: 2, resolved: 1, open: 1 },
	});
});

it('ignores Info events, at the begin, in between and at the end of a thread', () => {
	// What counts: 08:00 Critical to 08:30 OK. With the Info events it would be 07:00 to 09:00 or
	// open, and the MTBF would be 30 min (08:30 to 09:00).
	const figures = overall([
		event('a', INFO, '07:00'),
		event('a', CRITICAL, '08:00'),
		event('a', INFO, '08:10'),
		event('a', OK, '08:30'),
		event('a', INFO, '09:00'),
	]);
	expect(figures).toMatchObject({
		mttr: 30 * MINUTE,
		mttf: null,
		mtbf: null,
		threads: { counted: 1, resolved: 1, open: 0 },
		leftOut: { ...NOTHING_LEFT_OUT, infoEvents: 3 },
	});
});

it('counts no thread that has nothing but Info events', () =>
	expect(overall([event('a', INFO, '07:00'), event('a', INFO, '08:00')])).toMatchObject({
		threads: { counted: 0, resolved: 0, open: 0 },
		leftOut: { ...NOTHING_LEFT_OUT, infoEvents: 2 },
	}));

it('leaves out events without a thread, and says how many', () => {
	// Without them: one thread of 15 min. The events of no thread are not one thread together, and
	// the OK of 06:10 opens no interval.
	const figures = overall([
		event(null, CRITICAL, '06:00'),
		event(null, OK, '06:10'),
		event('', INFO, '06:20'),
		event('a', CRITICAL, '08:00'),
		event('a', OK, '08:15'),
	]);
	expect(figures).toMatchObject({
		mttr: 15 * MINUTE,
		mttf: null,
		mtbf: null,
		threads: { counted: 1, resolved: 1, open: 0 },
		leftOut: { ...NOTHING_LEFT_OUT, eventsWithoutThread: 3 },
	});
});

it('leaves out events without a time, and says how many', () =>
	expect(
		overall([
			event('a', CRITICAL, '08:00'),
			event('a', OK, '08:30'),
			event('a', OK, '00:00', { happened_at: null }),
			event('a', OK, '00:00', { happened_at: 'soon' }),
		]),
	).toMatchObject({
		mttr: 30 * MINUTE,
		leftOut: { ...NOTHING_LEFT_OUT, eventsWithoutTime: 2 },
	}));

it('a thread of a single event is open, and has no length', () =>
	expect(overall([event('a', CRITICAL, '08:00')])).toMatchObject({
		mttr: null,
		mttf: null,
		mtbf: null,
		threads: { counted: 1, resolved: 0, open: 1 },
	}));

it('a thread of a single OK has no opening: it would drag the MTTR down to nothing', () => {
	// Thread a: OK at 07:00 alone, left out. Thread b: 08:00 to 08:30.
	const figures = overall([
		event('a', OK, '07:00'),
		event('b', CRITICAL, '08:00'),
		event('b', OK, '08:30'),
	]);
	expect(figures).toMatchObject({
		// 30 min, not (0 + 30) / 2
		mttr: 30 * MINUTE,
		// One thread that counts: no interval.
		mttf: null,
		// The OK of 07:00 is an OK all the same: 07:00 to 08:00.
		mtbf: HOUR,
		threads: { counted: 1, resolved: 1, open: 0 },
		leftOut: { ...NOTHING_LEFT_OUT, threadsWithoutOpening: 1 },
	});
});

describe('a thread that was opened again', () => {
	// 08:00 Critical, 08:30 OK, 09:00 Critical again
	const again = [
		event('a', CRITICAL, '08:00'),
		event('a', OK, '08:30'),
		event('a', CRITICAL, '09:00'),
	];

	it('is open until its next OK', () =>
		expect(overall(again)).toMatchObject({
			mttr: null,
			// OK 08:30 to 09:00, within one thread
			mtbf: 30 * MINUTE,
			threads: { counted: 1, resolved: 0, open: 1 },
		}));

	it('lasts from its first event to its last', () =>
		expect(overall([...again, event('a', OK, '09:20')])).toMatchObject({
			// 08:00 to 09:20 = 80 min; not 30 + 20
			mttr: 80 * MINUTE,
			mttf: null,
			mtbf: 30 * MINUTE,
			threads: { counted: 1, resolved: 1, open: 0 },
		}));
});

it('follows events, not threads, where threads overlap', () => {
	// a: 08:00 Critical ........ 09:00 OK
	// b:        08:20 Critical, 08:40 OK
	const figures = overall([
		event('a', CRITICAL, '08:00'),
		event('a', OK, '09:00'),
		event('b', CRITICAL, '08:20'),
		event('b', OK, '08:40'),
	]);
	expect(figures).toMatchObject({
		// (60 + 20) / 2
		mttr: 40 * MINUTE,
		// 08:00 to 08:20
		mttf: 20 * MINUTE,
		// OK 08:40 to the next event, the OK of 09:00
		mtbf: 20 * MINUTE,
	});
});

describe('events of one time', () => {
	it('end with the OK, wherever that stands', () => {
		// 08:00 Critical and OK at once: over, after no time at all.
		const rows = [event('a', OK, '08:00'), event('a', CRITICAL, '08:00')];
		for (const order of [rows, [...rows].reverse()]) {
			expect(overall(order)).toMatchObject({ mttr: 0, threads: { counted: 1, resolved: 1 } });
		}
	});

	it('keep the order in which they were recorded', () => {
		// The OK of 08:30 was recorded before the Critical of 08:30: the thread is open.
		const figures = overall([
			event('a', CRITICAL, '08:00'),
			event('a', CRITICAL, '08:30', { created_at: `${DAY}T08:30:02Z` }),
			event('a', OK, '08:30', { created_at: `${DAY}T08:30:01Z` }),
		]);
		expect(figures).toMatchObject({ mttr: null, mtbf: 0, threads: { counted: 1, open: 1 } });
	});
});

describe('the edges of the period', () => {
	// From and including 08:00, up to but without 10:00.
	const period = { since: at('08:00:00'), until: at('10:00:00') };

	it('take what happens at the begin, and not what happens at the end', () =>
		expect(
			overall(
				[
					event('a', CRITICAL, '08:00'),
					event('a', OK, '10:00'),
					event('b', CRITICAL, '10:00'),
					event(null, CRITICAL, '10:00'),
					event('b', INFO, '10:00'),
				],
				period,
			),
		).toMatchObject({
			// a began in the period, and is open at its end; nothing else is in it.
			mttr: null,
			mttf: null,
			threads: { counted: 1, resolved: 0, open: 1 },
			leftOut: NOTHING_LEFT_OUT,
		}));

	it('leave out a thread that began before, but for the MTBF', () =>
		expect(
			overall(
				[
					event('a', CRITICAL, '07:59'),
					event('a', OK, '08:30'),
					event('b', CRITICAL, '09:00'),
					event('b', OK, '09:59'),
					event('c', CRITICAL, '06:00'),
					event('c', OK, '07:00'),
				],
				period,
			),
		).toMatchObject({
			// b alone: 09:00 to 09:59
			mttr: 59 * MINUTE,
			mttf: null,
			// OK 08:30 to 09:00
			mtbf: 30 * MINUTE,
			threads: { counted: 1, resolved: 1, open: 0 },
			// a; c has nothing in the period.
			leftOut: { ...NOTHING_LEFT_OUT, threadsBegunBefore: 1 },
		}));
});

describe('no events', () => {
	it('are one group without figures, overall', () =>
		expect(overall([])).toEqual({
			agentId: null,
			metricId: null,
			mttr: null,
			mttf: null,
			mtbf: null,
			threads: { counted: 0, resolved: 0, open: 0 },
			leftOut: NOTHING_LEFT_OUT,
		}));

	it.each(['agent', 'metric'] as const)('are no groups by %s', (groupBy) =>
		expect(reliability([], PERIOD, groupBy)).toEqual([]),
	);
});
