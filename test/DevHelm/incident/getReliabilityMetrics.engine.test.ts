import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { APRIL } from '../../shared/records/played';
import { byId, comparable, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { played } from '../played';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const metrics = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getReliabilityMetrics',
	...APRIL,
	...fields,
});
const listed = (query: IDataObject = {}) => ({
	method: 'GET',
	path: '/api/v1/incidents',
	query: {
		startedFrom: '2026-03-25T00:00:00.000Z',
		startedTo: '2026-05-01T00:00:00.000Z',
		page: '0',
		size: '200',
		...query,
	},
	headers: READ_HEADERS,
	body: undefined,
});

beforeEach(() => played.set(on));

it('asks for the incidents, a week longer than the period, and leaves the MTTA empty', async () => {
	const { items, hints } = await on.run(metrics());
	expect(on.theRequest()).toEqual(listed());
	// The figures are worked out in test/shared/records/reliability.engine.test.ts.
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				groupBy: 'overall',
				groupId: null,
				groupName: null,
				since: '2026-04-01T00:00:00.000Z',
				until: '2026-05-01T00:00:00.000Z',
				mttaSeconds: null,
				mttrSeconds: 3_600,
				mttfSeconds: 288_000,
				mtbfSeconds: 323_800,
				incidentsCounted: 4,
				incidentsAcknowledged: null,
				incidentsResolved: 2,
				incidentsOpen: 2,
				incidentsLeftOut: 1,
				summary:
					'MTTA unknown, MTTR 1 h, MTTF 3 d 8 h, MTBF 3 d 17 h 56 min 40 s. 4 incidents counted: 2 resolved, 2 open at the end of the period. Left out: 1 incident that began before the period.',
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(hints).toEqual([]);
});

it('reads the notifications of the incidents of the period when told so', async () => {
	const { items } = await on.run(metrics({ options: { readAcknowledgements: true } }));
	const asked = on.requests().slice(1);
	expect(asked.map(({ path }) => path)).toEqual(Array(4).fill('/api/v1/notification-dispatches'));
	expect(new Set(asked.map(({ query }) => query.incident_id)).size).toBe(4);
	expect(items[0].json).toMatchObject({ mttaSeconds: 2_000, incidentsAcknowledged: 3 });
});

it('sends every filter', async () => {
	const other = 'aaaaaaaa-0000-4000-8000-000000000000';
	await on.run(
		metrics({
			groupBy: 'severity',
			filters: {
				environmentId: byId(NOT_THERE),
				monitorId: byId(NOT_THERE),
				resourceGroupId: byId(other),
				serviceId: byId(other),
				source: 'MANUAL',
				tagId: byId(NOT_THERE),
			},
			options: { lookBackDays: 0 },
		}),
	);
	expect(comparable(on.requests()[0])).toEqual(
		listed({
			startedFrom: '2026-04-01T00:00:00.000Z',
			environmentId: NOT_THERE,
			monitorId: NOT_THERE,
			resourceGroupId: other,
			serviceId: other,
			source: 'MANUAL',
			tagId: NOT_THERE,
		}),
	);
});

it('names the monitors, and tells all when Simplify is off', async () => {
	const [monitor] = on.sandbox.state('devHelm').monitors.values();
	const { items } = await on.run(metrics({ groupBy: 'service', simplify: false }));
	expect(items.find(({ json }) => json.groupId === monitor.id)?.json).toMatchObject({
		groupName: monitor.name,
		mtta: null,
		mttr: '30 min',
		leftOut: { incidentsBegunBefore: 1, incidentsWithoutTime: 0, incidentsWithoutEnd: 0 },
	});
});

it.each<[string, IDataObject, string]>([
	['no end', { until: '={{ "" }}' }, "'Until' is empty (item 0)"],
	['an empty period', { until: APRIL.since }, "'Until' is not after 'Since' (item 0)"],
	[
		'an empty filter',
		{ filters: { monitorId: byId('={{ "" }}') } },
		"'Monitor' is a filter without a value (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(metrics(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('passes on what DevHelm refuses', async () => {
	on.sandbox.fault('devHelm', { status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(metrics());
	expect(error?.message).toBe(
		"DevHelm refused 'Get reliability metrics of incidents' (item 0): Forbidden",
	);
});
