import type { IDataObject } from 'n8n-workflow';

import { collection, locator, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { paging, rowsOf } from '../api/profile';
import { AGENT } from '../form/ids';
import { isOf } from '../form/keep';
import { extraQueryParameters, readQuery } from '../form/query';
import { METRIC_FIELDS, toMetricRecord } from './record';

/** `GET /v1/metric/`. docs/facts/bleemeo.md#metrics. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many metrics',
	description: 'Read many metrics, for example all of one agent',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Active',
				name: 'active',
				type: 'boolean',
				default: true,
				description:
					'Whether the metrics are active ones: on for those still measured, off for those that ended. Without this filter both come.',
			},
			locator(AGENT, {
				displayName: 'Agent',
				name: 'agentId',
				description: 'Only metrics of this server, monitor or device',
			}),
			{
				displayName: 'Item',
				name: 'item',
				type: 'string',
				default: '',
				placeholder: 'e.g. /var',
				description: 'Only metrics of exactly this item, such as a disk or a network interface',
			},
			{
				displayName: 'Label',
				name: 'label',
				type: 'string',
				default: '',
				placeholder: 'e.g. cpu_used',
				description: 'Only metrics of exactly this name',
			},
			{
				displayName: 'Labels Text',
				name: 'labelsText',
				type: 'string',
				default: '',
				placeholder: 'e.g. __name__="disk_used_perc",item="/var"',
				description:
					'Only metrics with exactly these labels: name="value" pairs with commas between them, sorted by name',
			},
		]),
		collection('Options', 'options', [extraQueryParameters]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: '/v1/metric/',
		query: { ...wantedOf(parameters), ...readQuery(parameters, METRIC_FIELDS) },
	}),
	paging,
	rows: rowsOf,
	keep,
	simplify: toMetricRecord,
};

function wantedOf(parameters: Parameters) {
	const filters = parameters.group('filters');
	return {
		active: filters.boolean('active'),
		agent: filters.id('agentId'),
		label: filters.text('label'),
		item: filters.text('item'),
		labels_text: filters.text('labelsText'),
	};
}

/**
 * The filters again, on what each row shows: an unknown filter would be ignored without a word
 * (docs/facts/bleemeo.md#unknown-filters). These are known ones, so a field that a row leaves out is taken on trust.
 */
function keep(parameters: Parameters) {
	const { active, agent, ...texts } = wantedOf(parameters);
	const wanted = Object.entries(texts).filter(([, text]) => text !== undefined);
	if (active === undefined && agent === undefined && !wanted.length) return;
	return (row: IDataObject): boolean => {
		const isTold = (name: string) => row[name] !== undefined;
		if (active !== undefined && isTold('deactivated_at')) {
			if ((row.deactivated_at === null) !== active) return false;
		}
		if (!isOf(agent, row.agent)) return false;
		return wanted.every(([name, text]) => !isTold(name) || row[name] === text);
	};
}
