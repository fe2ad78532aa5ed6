import { byTime, figuresOf, type Course } from '../../../nodes/shared/records/reliability';
import { reliabilityOfIncidents } from '../../../nodes/shared/records/reliabilityOfIncidents';
import { toShortRecord } from '../../../nodes/shared/records/reliabilityRecord';

const MIN = 60_000;
const at = (text: string) => Date.parse(`2026-04-${text}Z`);
const PERIOD = { since: at('01T00:00'), until: Date.parse('2026-05-01T00:00Z') };
const course = (began: number, ended?: number, acknowledged?: number): Course => ({
	moments: [
		{ at: began, isEnd: false },
		...(ended === undefined ? [] : [{ at: ended, isEnd: true }]),
	],
	acknowledged,
});
const NOTHING = {
	mtta: null,
	mttr: null,
	mttf: null,
	mtbf: null,
	counted: 0,
	acknowledged: 0,
	resolved: 0,
	open: 0,
	begunBefore: 0,
	withoutOpening: 0,
};

describe('the figures', () => {
	it('of nothing are unknown', () => expect(figuresOf([], PERIOD)).toEqual(NOTHING));

	it('of one incident have no interval', () =>
		expect(figuresOf([course(at('10T08:00'), at('10T08:30'), at('10T08:10'))], PERIOD)).toEqual({
			...NOTHING,
			mtta: 10 * MIN,
			mttr: 30 * MIN,
			counted: 1,
			acknowledged: 1,
			resolved: 1,
		}));

	it('of incidents that overlap count from an end to whatever comes next', () =>
		// Begins 08:00 and 08:20 (20 min apart). Ends 08:10 and 09:00: from 08:10 to the beginning at 08:20 (10 min).
		expect(
			figuresOf(
				[course(at('10T08:20'), at('10T09:00')), course(at('10T08:00'), at('10T08:10'))],
				PERIOD,
			),
		).toMatchObject({ mttr: 25 * MIN, mttf: 20 * MIN, mtbf: 10 * MIN }));

	it('leave out what began before, or has no opening, but not their ends', () => {
		const before = course(at('01T00:00') - MIN, at('01T01:00'));
		const headless = { moments: [{ at: at('02T00:00'), isEnd: true }] };
		// 01:00 on the 1st to 00:00 on the 2nd: 23 h.
		expect(figuresOf([before, headless], PERIOD)).toEqual({
			...NOTHING,
			mtbf: 23 * 60 * MIN,
			begunBefore: 1,
			withoutOpening: 1,
		});
	});

	it('know nothing of what lies wholly before', () =>
		expect(figuresOf([course(at('01T00:00') - 2 * MIN)], PERIOD)).toEqual(NOTHING));

	it('take an answer before the beginning for one at once', () =>
		expect(figuresOf([course(at('10T08:00'), undefined, at('10T07:59'))], PERIOD)).toMatchObject({
			mtta: 0,
			open: 1,
		}));
});

it('moments of one time: as they were recorded, and an end last', () => {
	const moments = [
		{ at: 1, isEnd: true },
		{ at: 1, isEnd: false },
		{ at: 0, isEnd: true, recorded: 9 },
		{ at: 0, isEnd: false, recorded: 8 },
	];
	expect([...moments].sort(byTime)).toEqual([moments[3], moments[2], moments[1], moments[0]]);
});

describe('incidents', () => {
	const incident = {
		service: { id: 'S1', name: 'Checkout' },
		severity: 'critical',
		began: at('10T08:00'),
	};
	const wanted = { provider: 'x', groupBy: 'overall', period: PERIOD, knowsAcknowledged: true };

	it('make one record with everything, also of none', () =>
		expect(reliabilityOfIncidents([], wanted)).toEqual([
			{
				provider: 'x',
				groupBy: 'overall',
				groupId: null,
				groupName: null,
				since: '2026-04-01T00:00:00.000Z',
				until: '2026-05-01T00:00:00.000Z',
				mttaSeconds: null,
				mtta: null,
				mttrSeconds: null,
				mttr: null,
				mttfSeconds: null,
				mttf: null,
				mtbfSeconds: null,
				mtbf: null,
				incidentsCounted: 0,
				incidentsAcknowledged: 0,
				incidentsResolved: 0,
				incidentsOpen: 0,
				incidentsLeftOut: 0,
				leftOut: { incidentsBegunBefore: 0, incidentsWithoutTime: 0, incidentsWithoutEnd: 0 },
				summary:
					'MTTA unknown, MTTR unknown, MTTF unknown, MTBF unknown. 0 incidents counted: 0 resolved, 0 open at the end of the period. Left out: nothing.',
			},
		]));

	it('say what was left out and why', () => {
		const all = [
			incident,
			{ ...incident, began: NaN },
			{ ...incident, resolved: NaN },
			{ ...incident, began: at('01T00:00') - MIN, resolved: at('01T01:00') },
			// Begun before and over before, or still open at the end; begun after: as if they were not there.
			{ ...incident, began: at('01T00:00') - 2 * MIN, resolved: at('01T00:00') - MIN },
			{ ...incident, began: at('01T00:00') - MIN },
			{ ...incident, began: at('01T00:00') - MIN, resolved: NaN },
			{ ...incident, began: PERIOD.until },
		];
		const [record] = reliabilityOfIncidents(all, wanted);
		expect(record).toMatchObject({
			incidentsCounted: 1,
			incidentsLeftOut: 3,
			leftOut: { incidentsBegunBefore: 1, incidentsWithoutTime: 1, incidentsWithoutEnd: 1 },
			summary: expect.stringMatching(
				/Left out: 1 incident that began before the period, 1 incident without a time, 1 incident that ended at an unknown time\.$/,
			),
		});
	});

	it('look at nothing that happened at the end of the period or later', () => {
		const late = { ...incident, acknowledged: PERIOD.until, resolved: PERIOD.until };
		expect(reliabilityOfIncidents([late], wanted)).toMatchObject([
			{ incidentsOpen: 1, incidentsResolved: 0, incidentsAcknowledged: 0, mttaSeconds: null },
		]);
	});

	it('are grouped by the ID of their service, by its name without one, and by severity', () => {
		const all = [
			incident,
			{ ...incident, service: { id: 'S1', name: 'Renamed' } },
			{ ...incident, service: { id: null, name: 'Search' }, severity: null },
		];
		const groups = (groupBy: string) =>
			reliabilityOfIncidents(all, { ...wanted, groupBy }).map((record) => [
				record.groupId,
				record.groupName,
				record.incidentsCounted,
			]);
		expect(groups('service')).toEqual([
			['S1', 'Checkout', 2],
			[null, 'Search', 1],
		]);
		expect(groups('severity')).toEqual([
			['critical', 'critical', 2],
			[null, null, 1],
		]);
		expect(reliabilityOfIncidents([], { ...wanted, groupBy: 'service' })).toEqual([]);
	});

	it('leave the answers open where the vendor does not show them', () =>
		expect(
			reliabilityOfIncidents([incident], { ...wanted, knowsAcknowledged: false })[0],
		).toMatchObject({ incidentsAcknowledged: null }));

	it('have a short record of always the same keys', () => {
		const [record] = reliabilityOfIncidents([incident], wanted);
		expect(Object.keys(toShortRecord(record))).toHaveLength(16);
		expect(toShortRecord(record)).not.toHaveProperty('leftOut');
	});
});
