import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import type { ListOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { paging, read, rowsOf } from '../api/profile';
import { filterBody, filterFields } from './filters';
import { ORDERS } from './getMany';
import { toGroupRecord } from './groupRecord';
import { optionOf } from './syncFields';

const OTHER = 'other';

/** What incidents have one of a few values of. docs/facts/devrev.md#counting-incidents. */
const FIELDS = [
	'applies_to_parts',
	'created_by',
	'owned_by',
	'reported_by',
	'severity',
	'source',
	'stage',
	'subtype',
];

const groupBy: INodeProperties[] = [
	choice({
		displayName: 'Group By',
		name: 'groupBy',
		default: 'severity',
		description: 'The field whose values are counted: each value is one item',
		options: [
			...FIELDS.map(optionOf),
			{
				name: 'Other Field',
				value: OTHER,
				description: 'A field by its name in the API, such as one of your own',
			},
		].sort((a, b) => (a.name < b.name ? -1 : 1)),
	}),
	{
		displayName: 'Field Name',
		name: 'groupByField',
		type: 'string',
		default: '',
		placeholder: 'e.g. tnt__root_cause',
		description: 'The name of the field in the API',
		displayOptions: { show: { groupBy: [OTHER] } },
	},
];

/** `POST /incidents.group`. docs/facts/devrev.md#counting-incidents. */
export const count: ListOperation = {
	value: 'count',
	name: 'Count',
	action: 'Count incidents',
	description:
		'Count incidents, all or those that match filters, by severity, stage, owner, part or another field: one item for each value',
	retry: 'read',
	properties: [
		...groupBy,
		...returnAllAndLimit,
		simplify,
		// DevRev cannot count by "State", which is decided here.
		collection(
			'Filters',
			'filters',
			filterFields.filter(({ name }) => name !== 'state'),
		),
		collection('Options', 'options', [
			{
				displayName: 'Incidents per Group',
				name: 'limitPerGroup',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description:
					"How many incidents of each group are read along; without 'Simplify' they are put out. The count does not depend on it.",
			},
			choice({
				displayName: 'Sort By',
				name: 'sortBy',
				default: 'created_date:desc',
				description: 'The order of the incidents that are read along',
				options: ORDERS,
			}),
		]),
	],
	request: (parameters) => {
		const options = parameters.group('options');
		const order = options.option<string>('sortBy');
		return read('/incidents.group', {
			group_by: fieldOf(parameters),
			...filterBody(parameters.group('filters')),
			...compact({ sort_by: order === undefined ? [] : [order] }),
			limit_per_group: perGroup(options),
		});
	},
	paging,
	rows: rowsOf('groups'),
	simplify: (group, { body }): IDataObject => toGroupRecord(group, String(body?.group_by)),
};

function fieldOf(parameters: Parameters): string {
	const field = parameters.option<string>('groupBy') ?? 'severity';
	if (field !== OTHER) return field;
	return (
		parameters.text('groupByField') ??
		parameters.refuse('groupByField', 'is empty', "Give a name, or choose another 'Group By'")
	);
}

/** One tells the names of what is counted: an answer names values by their IDs only. */
function perGroup(options: Parameters): number {
	const most = options.integer('limitPerGroup') ?? 1;
	return most >= 1 ? most : options.refuse('limitPerGroup', `cannot be ${most}`, 'Use 1 or more');
}
