import { choice, collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { paging, read, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { withStages } from '../api/stageNames';
import { DATES, filterBody, filterFields, stateFilter } from './filters';
import { optionOf } from './syncFields';

export const ORDERS = [...Object.keys(DATES), 'severity', 'title'].sort().flatMap((field) => {
	const { name } = optionOf(field);
	return [
		{ name: `${name} (Ascending)`, value: `${field}:asc` },
		{ name: `${name} (Descending)`, value: `${field}:desc` },
	];
});

/** DevRev does not document the order of its list, so it is always asked for one. */
const NEWEST_FIRST = ['created_date:desc'];

/** `POST /incidents.list`. docs/facts/devrev.md#filters-of-the-list-of-incidents. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many incidents',
	description:
		'Read many incidents, all or those that match filters, the newest first unless sorted otherwise',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', filterFields),
		collection('Options', 'options', [
			choice({
				displayName: 'Sort By',
				name: 'sortBy',
				default: 'created_date:desc',
				description: 'The order of the incidents',
				options: ORDERS,
			}),
			choice({
				displayName: 'Then By',
				name: 'thenBy',
				default: 'created_date:desc',
				description: 'The order among incidents that are equal in the first order',
				options: ORDERS,
			}),
		]),
	],
	request: (parameters) => {
		const options = parameters.group('options');
		const orders = [options.option<string>('sortBy'), options.option<string>('thenBy')];
		const sort_by = orders.filter((order) => order !== undefined);
		return read('/incidents.list', {
			...filterBody(parameters.group('filters')),
			sort_by: sort_by.length ? sort_by : NEWEST_FIRST,
		});
	},
	keep: (parameters) => stateFilter(parameters.group('filters')),
	paging,
	rows: rowsOf('incidents'),
	complete: withStages,
	simplify: toIncidentRecord,
};
