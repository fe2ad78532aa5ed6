import type { IDataObject } from 'n8n-workflow';

import { eventFilter, eventFilters } from '../../../nodes/Bleemeo/form/eventFilters';
import { Parameters } from '../../../nodes/shared/form/parameters';

const WEB = '2489e9ad-2ee2-4e00-8ec9-32d5f69181c0';
const OTHER = 'b38c1f6e-52a4-4b1e-9d0f-7c6a2e51d90b';
const CPU = '7d1c0f3a-9b5e-4c2d-8f60-1a2b3c4d5e6f';

const filterOf = (filters: IDataObject) =>
	eventFilter(
		new Parameters({
			properties: [eventFilters],
			timezone: 'UTC',
			get: (name) => (name === 'filters' ? filters : undefined),
		}),
	);
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const agents = (...ids: string[]) => ({
	agentIds: { values: ids.map((id) => ({ agentId: byId(id) })) },
});
const metrics = (...ids: string[]) => ({
	metricIds: { values: ids.map((id) => ({ metricId: byId(id) })) },
});

it.each<[string, IDataObject, IDataObject, string]>([
	['a status', { statuses: [2] }, { status: 0 }, 'status'],
	['OK, which is 0', { statuses: [0] }, { status: 1 }, 'status'],
	['a status that is null', { statuses: [0] }, { status: null }, 'status'],
	['a status that is new', { statuses: [0, 1, 2, 3, 10] }, { status: 11 }, 'status'],
	['an agent', agents(WEB), { agent: OTHER }, 'agent'],
	['no agent', agents(WEB), { agent: null }, 'agent'],
	['an agent of a strange kind', agents(WEB), { agent: [WEB] }, 'agent'],
	['a metric', metrics(CPU), { metric: WEB }, 'metric'],
	[
		'the metric of the right agent',
		{ ...agents(WEB), ...metrics(CPU) },
		{ agent: WEB, metric: OTHER },
		'metric',
	],
])('rules out %s that is not chosen', (_, filters, event, field) => {
	expect(filterOf(filters)(event)).toBe(`its ${field} is filtered out`);
});

it.each<[string, IDataObject, IDataObject]>([
	['everything without filters', {}, { status: 2, agent: OTHER, metric: null }],
	['a chosen status', { statuses: [0, 10] }, { status: 10 }],
	['OK', { statuses: [0] }, { status: 0 }],
	['a status as text', { statuses: [2] }, { status: '2' }],
	['a status chosen by its word', { statuses: ['critical'] }, { status: 2 }],
	['one of several agents', agents(OTHER, WEB), { agent: WEB }],
	['several agents in one row', agents(`${OTHER}, ${WEB}`), { agent: WEB }],
	['an ID in other letters', agents(WEB.toUpperCase()), { agent: WEB }],
	['an agent as an object', agents(WEB), { agent: { id: WEB, display_name: 'web-1' } }],
	['what says nothing', { statuses: [2], ...agents(WEB), ...metrics(CPU) }, {}],
])('lets through %s', (_, filters, event) => {
	expect(filterOf(filters)(event)).toBeUndefined();
});

it.each<[IDataObject, string]>([
	[{ statuses: ['purple'] }, `'Statuses' cannot be "purple"`],
	[agents('web-1'), `'Agent' is not an ID: "web-1"`],
	[metrics('cpu'), `'Metric' is not an ID: "cpu"`],
])('refuses %j', (filters, message) => {
	expect(() => filterOf(filters)).toThrow(message);
});

it('the statuses are offered by their names, in order', () => {
	const statuses = eventFilters.options?.find(({ name }) => name === 'statuses');
	expect(statuses).toMatchObject({
		options: [
			{ name: 'Critical', value: 2 },
			{ name: 'Info', value: 10 },
			{ name: 'OK', value: 0 },
			{ name: 'Unknown', value: 3 },
			{ name: 'Warning', value: 1 },
		],
	});
});

it.each([[{ statuses: [] }], [agents()], [metrics('')]])(
	'refuses %j, which would let everything through',
	(filters) => expect(() => filterOf(filters)).toThrow('is a filter without a value'),
);
