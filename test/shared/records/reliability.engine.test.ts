import type { IDataObject } from 'n8n-workflow';

import { suite } from '../../support/suite';
import { APRIL, PLAYED } from './played';

const [MIN, HOUR, DAY] = [60, 3_600, 86_400];

/**
 * In April begin A (10th), C (11th), B (12th) and E (20th), all at 08:00; D began before, F after.
 *
 * MTTA: A 10 min, C 30 min, E 60 min, B nobody: 100 min / 3 = 33 min 20 s
 * MTTR: A 30 min, C 90 min; B is open, E was at the end of April: 60 min
 * MTTF: 1 d, 1 d, 8 d: 10 d / 3 = 3 d 8 h
 * MTBF: D's end, 1 April 00:10, to A = 9 d 7 h 50 min; A's end, 10 April 08:30, to C = 23 h 30 min; C's end, 11 April
 * 09:30, to B = 22 h 30 min: 11 d 5 h 50 min / 3 = 971,400 s / 3 = 323,800 s
 */
const OVERALL = {
	mttaSeconds: 33 * MIN + 20,
	mttrSeconds: HOUR,
	mttfSeconds: 3 * DAY + 8 * HOUR,
	mtbfSeconds: 323_800,
	incidentsCounted: 4,
	incidentsAcknowledged: 3,
	incidentsResolved: 2,
	incidentsOpen: 2,
	incidentsLeftOut: 1,
};

/**
 * Of the first service: A and B, and D's end. MTTF 10 to 12 April. MTBF: D's end to A = 9 d 7 h 50 min, A's end to
 * B = 1 d 23 h 30 min: 976,800 s / 2. Of the second: C and E, 9 days apart, and from C's end, 11 April 09:30, to E
 * 8 d 22 h 30 min.
 */
const SERVICES = [
	{
		mttaSeconds: 10 * MIN,
		mttrSeconds: 30 * MIN,
		mttfSeconds: 2 * DAY,
		mtbfSeconds: 488_400,
		incidentsCounted: 2,
		incidentsAcknowledged: 1,
		incidentsResolved: 1,
		incidentsOpen: 1,
		incidentsLeftOut: 1,
	},
	{
		mttaSeconds: 45 * MIN,
		mttrSeconds: 90 * MIN,
		mttfSeconds: 9 * DAY,
		mtbfSeconds: 8 * DAY + 22 * HOUR + 30 * MIN,
		incidentsCounted: 2,
		incidentsAcknowledged: 2,
		incidentsResolved: 1,
		incidentsOpen: 1,
		incidentsLeftOut: 0,
	},
];

/**
 * Critical are A, C, E and D's end. MTTF: 1 d and 9 d. MTBF: D's end to A 805,800 s, A's end to C 84,600 s, C's end
 * to E 772,200 s: 1,662,600 s / 3. B alone is a warning.
 */
const SEVERITIES = {
	critical: {
		...OVERALL,
		mttfSeconds: 5 * DAY,
		mtbfSeconds: 554_200,
		incidentsCounted: 3,
		incidentsOpen: 1,
	},
	warning: {
		mttaSeconds: null,
		mttrSeconds: null,
		mttfSeconds: null,
		mtbfSeconds: null,
		incidentsCounted: 1,
		incidentsAcknowledged: 0,
		incidentsResolved: 0,
		incidentsOpen: 1,
		incidentsLeftOut: 0,
	},
};

const keys = new Set<string>();
afterAll(() => expect(keys.size).toBe(1));

describe.each(PLAYED.map((one) => [one.own.name, one] as const))(
	'%s',
	(_, { own, set, metrics: form = {} }) => {
		const { vendor, credential, node, signedIn } = own;
		const on = suite(vendor, credential, node);
		const { resource = 'incident', service = 'service', options = {}, isAnswerUnknown } = form;
		const asShown = (figures: IDataObject) =>
			isAnswerUnknown ? { ...figures, mttaSeconds: null, incidentsAcknowledged: null } : figures;

		/** The records, without what names the vendor and its objects. */
		async function metrics(groupBy: string) {
			set(on);
			const { items, error } = await on.run(
				{ resource, operation: 'getReliabilityMetrics', ...APRIL, groupBy, options },
				{ credentials: on.credentials(signedIn?.(on.sandbox) ?? {}) },
			);
			expect(error).toBeUndefined();
			for (const { json } of items) keys.add(Object.keys(json).join(' '));
			return items.map(({ json }) => {
				expect(json).toMatchObject({
					provider: vendor.toLowerCase(),
					groupBy,
					since: '2026-04-01T00:00:00.000Z',
					until: '2026-05-01T00:00:00.000Z',
					summary: expect.stringMatching(/^MTTA .* counted: .* Left out: /),
				});
				const named = ['provider', 'groupBy', 'groupName', 'since', 'until', 'summary'];
				const figures = Object.entries(json).filter(([name]) => !named.includes(name));
				return Object.fromEntries(figures);
			});
		}

		it('computes the same of the same incidents', async () =>
			expect(await metrics('overall')).toEqual([{ groupId: null, ...asShown(OVERALL) }]));

		it('computes the same for each service', async () => {
			const found = await metrics(service);
			const sorted = [...found].sort(
				(one, other) => Number(one.mttrSeconds) - Number(other.mttrSeconds),
			);
			expect(sorted).toEqual(
				SERVICES.map((figures) => ({
					groupId: expect.any(String),
					...asShown(figures),
				})),
			);
		});

		it('computes the same for each severity', async () => {
			const found = await metrics('severity');
			const sorted = [...found].sort((one, other) =>
				String(one.groupId) < String(other.groupId) ? -1 : 1,
			);
			expect(sorted).toEqual(
				Object.entries(SEVERITIES).map(([groupId, figures]) => ({
					groupId,
					...asShown(figures),
				})),
			);
		});
	},
);
