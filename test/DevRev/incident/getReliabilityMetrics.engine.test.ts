import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { APRIL } from '../../shared/records/played';
import { rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { HEADERS } from '../incidents';
import { played } from '../played';

const on = suite('devRev', 'devRevApi', new DevRev());

const metrics = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getReliabilityMetrics',
	...APRIL,
	...fields,
});
const listed = (body: IDataObject = {}) => ({
	method: 'POST',
	path: '/incidents.list',
	query: {},
	headers: HEADERS,
	body: {
		created_date: {
			type: 'range',
			after: '2026-03-25T00:00:00.000Z',
			before: '2026-05-01T00:00:00.000Z',
		},
		sort_by: ['created_date:desc'],
		limit: 100,
		...body,
	},
});

beforeEach(() => played.set(on));

it('asks for the incidents, a week longer than the period', async () => {
	const { items, hints } = await on.run(metrics());
	expect(on.theRequest()).toEqual(listed());
	// The figures are worked out in test/shared/records/reliability.engine.test.ts.
	expect(items).toEqual([
		{
			json: {
				provider: 'devrev',
				groupBy: 'overall',
				groupId: null,
				groupName: null,
				since: '2026-04-01T00:00:00.000Z',
				until: '2026-05-01T00:00:00.000Z',
				mttaSeconds: 2_000,
				mttrSeconds: 3_600,
				mttfSeconds: 288_000,
				mtbfSeconds: 323_800,
				incidentsCounted: 4,
				incidentsAcknowledged: 3,
				incidentsResolved: 2,
				incidentsOpen: 2,
				incidentsLeftOut: 1,
				summary:
					'MTTA 33 min 20 s, MTTR 1 h, MTTF 3 d 8 h, MTBF 3 d 17 h 56 min 40 s. 4 incidents counted: 2 resolved, 2 open at the end of the period. Left out: 1 incident that began before the period.',
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(hints).toEqual([]);
});

it('sends every filter', async () => {
	const { checkout, anna } = company(on);
	await on.run(
		metrics({
			groupBy: 'service',
			filters: {
				appliesToPartIds: rowsOfIds('partId', [checkout]),
				ownedByIds: rowsOfIds('userId', [anna]),
				severity: [1, 2],
				subtype: ['security'],
			},
			options: { lookBackDays: 0 },
		}),
	);
	expect(on.theRequest()).toEqual(
		listed({
			created_date: {
				type: 'range',
				after: '2026-04-01T00:00:00.000Z',
				before: '2026-05-01T00:00:00.000Z',
			},
			applies_to_parts: [checkout],
			owned_by: [anna],
			severity: [1, 2],
			subtype: ['security'],
		}),
	);
});

it('names the parts, and tells all when Simplify is off', async () => {
	const [part] = on.sandbox.state('devRev').parts.values();
	const { items } = await on.run(metrics({ groupBy: 'service', simplify: false }));
	expect(items.find(({ json }) => json.groupId === part.id)?.json).toMatchObject({
		groupName: part.name,
		mtta: '10 min',
		mttr: '30 min',
		leftOut: { incidentsBegunBefore: 1, incidentsWithoutTime: 0, incidentsWithoutEnd: 0 },
	});
});

it('looks up stages that come without what tells open from closed', async () => {
	on.sandbox.state('devRev').stageShape = 'with the IDs alone';
	const { items } = await on.run(metrics());
	expect(items[0].json).toMatchObject({ mttrSeconds: 3_600, incidentsResolved: 2 });
	expect(on.requests().map(({ path }) => path)).toContain('/stages.custom.list');
});

it('leaves out what is closed without a date', async () => {
	for (const incident of on.sandbox.state('devRev').incidents.values()) {
		if (incident.title === 'A') delete incident.actual_close_date;
	}
	const { items } = await on.run(metrics({ simplify: false }));
	expect(items[0].json).toMatchObject({
		incidentsCounted: 3,
		incidentsLeftOut: 2,
		leftOut: { incidentsBegunBefore: 1, incidentsWithoutEnd: 1 },
	});
});

it.each<[string, IDataObject, string]>([
	['no start', { since: '={{ "" }}' }, "'Since' is empty (item 0)"],
	['an empty period', { until: APRIL.since }, "'Until' is not after 'Since' (item 0)"],
	[
		'days that are no number',
		{ options: { lookBackDays: '={{ "a week" }}' } },
		`'Days to Look Back' must be a whole number, not "a week" (item 0)`,
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(metrics(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('passes on what DevRev refuses', async () => {
	on.sandbox.fault('devRev', { status: 403, body: { type: 'forbidden', message: 'Forbidden' } });
	const { error } = await on.run(metrics());
	expect(error?.message).toMatch(
		/^DevRev refused 'Get reliability metrics of incidents' \(item 0\): Forbidden/,
	);
});
