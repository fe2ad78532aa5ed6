import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const getData = (fields: IDataObject = {}) => ({
	resource: 'metric',
	operation: 'getData',
	metricId: byId(company(on).metric),
	...fields,
});
const run = async (fields: IDataObject = {}) => {
	const { items, error, hints } = await on.run(getData(fields), withToken(on));
	expect(error).toBeUndefined();
	return { points: items.map(({ json }) => json), hints: hints.map(({ message }) => message) };
};
const MORE =
	"Some metrics have more points in the period: the newest were returned. Raise 'Limit' to get more";

/** Points at minutes after 12:00; the value is the minute. */
const point = (minute: number) => ({
	time: `2026-04-15T12:${String(minute).padStart(2, '0')}:00Z`,
	value: minute,
});
function measured(minutes: number[]) {
	on.sandbox.state('bleemeo').points.set(company(on).metric, minutes.map(point));
}

it('asks for all, because no parameter of a period is documented', async () => {
	await run({
		agentId: byId(company(on).web),
		limit: 5,
		filters: { since: '2026-04-15T12:00:00Z', until: '2026-04-15T13:00:00Z' },
	});
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/v1/metric/${company(on).metric}/data/`,
		query: {},
		headers: headersOf(on),
		body: undefined,
	});
});

it('gives one item for each point, in order of time, 0 and fractions included', async () => {
	const values = [
		{ time: '2026-04-15T12:02:00Z', value: 0 },
		{ time: '2026-04-15T12:00:00.250000Z', value: 95.5 },
		{ time: '2026-04-15T14:01:00+02:00', value: -1 },
	];
	on.sandbox.state('bleemeo').points.set(company(on).metric, values);
	const { items, hints } = await on.run(getData(), withToken(on));
	expect(items).toEqual(
		[values[1], values[2], values[0]].map((json) => ({ json, pairedItem: { item: 0 } })),
	);
	expect(hints).toEqual([]);
});

describe('the period, which is cut out here', () => {
	const [since, until] = ['2026-04-15T12:10:00Z', '2026-04-15T12:20:00Z'];
	beforeEach(() => measured([9, 10, 15, 19, 20]));

	it.each([
		['from its begin on', { since }, [10, 15, 19, 20]],
		['up to, but without, its end', { until }, [9, 10, 15, 19]],
		['both', { since, until }, [10, 15, 19]],
		['in another zone', { since: '2026-04-15T14:15:00+02:00' }, [15, 19, 20]],
		['with nothing in it', { since: '2026-05-01T00:00:00Z' }, []],
	])('%s', async (_, filters, minutes) => {
		expect((await run({ filters })).points).toEqual(minutes.map(point));
	});

	it('comes before the limit', async () => {
		const { points, hints } = await run({ filters: { until }, limit: 2 });
		expect(points).toEqual([15, 19].map(point));
		expect(hints).toEqual([MORE]);
	});
});

describe('the limit', () => {
	beforeEach(() => measured([5, 3, 1, 4, 2]));

	it.each([
		[1, [5], [MORE]],
		[4, [2, 3, 4, 5], [MORE]],
		[5, [1, 2, 3, 4, 5], []],
		[100, [1, 2, 3, 4, 5], []],
	])('%d gives the newest, oldest first', async (limit, minutes, told) => {
		const { points, hints } = await run({ limit });
		expect(points).toEqual(minutes.map(point));
		expect(hints).toEqual(told);
	});

	it('is 50 unless told otherwise', async () => {
		measured(Array.from({ length: 60 }, (_, minute) => minute));
		const { points } = await run();
		expect(points).toHaveLength(50);
		expect(points[49]).toEqual(point(59));
	});
});

it('gives the points of each item to that item, and none for a metric without', async () => {
	const [, second] = on.sandbox.state('bleemeo').metrics.values();
	measured([1, 2]);
	on.sandbox.state('bleemeo').points.set(second.id, []);
	const { items, error } = await on.run(getData({ metricId: byId('={{ $json.id }}') }), {
		...withToken(on),
		items: [{ id: second.id }, { id: company(on).metric }],
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json, pairedItem }) => [json.value, pairedItem])).toEqual([
		[1, { item: 1 }],
		[2, { item: 1 }],
	]);
});

describe('what is refused before any request', () => {
	it.each([
		['no metric', { metricId: byId('={{ "" }}') }, "'Metric' is empty (item 0)"],
		[
			'a metric that is no ID',
			{ metricId: byId('={{ "cpu_used" }}') },
			`'Metric' is not an ID: "cpu_used" (item 0)`,
		],
		['a limit of 0', { limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
		['half a limit', { limit: '={{ 1.5 }}' }, `'Limit' must be a whole number, not "1.5" (item 0)`],
		['a begin that is none', { filters: { since: 'x' } }, `'Since' is no date: "x" (item 0)`],
		[
			'an end before the begin',
			{ filters: { since: '2026-04-15T12:00:00Z', until: '2026-04-15T11:00:00Z' } },
			"'Until' is not after 'Since' (item 0)",
		],
	])('%s', async (_, fields, message) => {
		const { error } = await on.run(getData(fields), withToken(on));
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toHaveLength(0);
	});
});

it('names a metric that is not there', async () => {
	const metricId = byId('00000000-0000-4000-8000-000000000000');
	const { error } = await on.run(getData({ metricId }), withToken(on));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "Bleemeo refused 'Get data of metric' (item 0): Not found.",
	});
});

it('does not take a reply without values for a metric without points', async () => {
	on.sandbox.fault('bleemeo', { status: 200, body: { count: 0 }, times: Infinity });
	const { error } = await on.run(getData(), withToken(on));
	expect(error?.message).toBe(
		"Something other than the Bleemeo API answered 'Get data of metric' (item 0): the reply lacks what the API documents",
	);
});

it('is read again after half a reply', async () => {
	measured([1]);
	on.sandbox.fault('bleemeo', { truncate: true });
	expect((await run()).points).toEqual([point(1)]);
	expect(on.requests()).toHaveLength(2);
});
