import type { INodeProperties } from 'n8n-workflow';

import { choice, collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { withStages } from '../api/stageNames';
import { optionOf } from '../incident/syncFields';
import { worksOf } from './call';
import { DATES, filterBody, filterFields } from './filters';
import type { WorkKind } from './kind';
import { toWorkRecord } from './record';

const ORDERS = [...Object.keys(DATES), 'title'].sort().flatMap((field) => {
	const { name } = optionOf(field);
	return [
		{ name: `${name} (Ascending)`, value: `${field}:asc` },
		{ name: `${name} (Descending)`, value: `${field}:desc` },
	];
});

/** DevRev does not document the order of its list, so it is always asked for one. */
const NEWEST_FIRST = 'created_date:desc';

export const listForm = (kind: WorkKind): INodeProperties[] => [
	...returnAllAndLimit,
	simplify,
	collection('Filters', 'filters', filterFields(kind)),
	collection('Options', 'options', [
		choice({
			displayName: 'Sort By',
			name: 'sortBy',
			default: NEWEST_FIRST,
			description: `The order of the ${kind.plural}`,
			options: ORDERS,
		}),
	]),
];

/** `POST /works.list`. docs/facts/devrev.md#filters-of-the-list-of-issues-and-tickets. */
export const listing = (
	kind: WorkKind,
): Omit<ListOperation, 'value' | 'name' | 'action' | 'description' | 'properties'> => ({
	retry: 'read',
	request: (parameters) =>
		worksOf({
			type: [kind.type],
			...filterBody(kind, parameters.group('filters')),
			sort_by: [parameters.group('options').option<string>('sortBy') ?? NEWEST_FIRST],
		}),
	paging,
	rows: rowsOf('works'),
	complete: async (reader, works) => await withStages(reader, works, kind.plural),
	simplify: toWorkRecord(kind),
});
