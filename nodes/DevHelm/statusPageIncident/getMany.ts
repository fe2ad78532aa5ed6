import { choice, collection, returnAllAndLimit, simplify } from '../../shared/fields';
import type { ListOperation } from '../../shared/operation';
import type { Parameters } from '../../shared/parameters';
import { paging, rowsOf } from '../api';
import { pathOf, thePage } from './fields';
import { statuses } from './options';
import { isPublished, toIncidentRecord } from './record';

/** `GET /api/v1/status-pages/{id}/incidents`. Sheet devhelm, section 8. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many status page incidents',
	description: 'Read many incidents of one status page, for example all that are not resolved',
	retry: 'read',
	properties: [
		thePage,
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			choice({
				displayName: 'Publication',
				name: 'publication',
				default: 'draft',
				description:
					'Only drafts, or only what customers can see. DevHelm has no such filter, so it is applied here.',
				options: [
					{ name: 'Draft', value: 'draft', description: 'Waits to be published or dismissed' },
					{ name: 'Published', value: 'published', description: 'Stands on the page' },
				],
			}),
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description:
					'Only incidents in one of these states. For all that are open take every state but Resolved.',
				options: [...statuses].sort((a, b) => (a.name < b.name ? -1 : 1)),
			},
		]),
		collection('Options', 'options', [
			{
				displayName: 'Sort',
				name: 'sort',
				type: 'string',
				default: '',
				placeholder: 'e.g. createdAt,desc',
				description:
					'Field to sort by, then asc or desc after a comma. DevHelm does not say which fields it sorts by; without this the order is its own.',
			},
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: pathOf(parameters, false),
		query: {
			status: statusesOf(parameters.group('filters')),
			sort: sortOf(parameters.group('options')),
		},
	}),
	paging,
	rows: rowsOf,
	keep: (parameters) => {
		const publication = parameters.group('filters').option<string>('publication');
		if (publication === undefined) return;
		return (row) => isPublished(row) === (publication === 'published');
	},
	simplify: toIncidentRecord,
};

function statusesOf(filters: Parameters): string[] | undefined {
	const chosen = filters.options<string>('statuses');
	return chosen.length ? chosen : undefined;
}

function sortOf(options: Parameters): string[] | undefined {
	const sort = options.text('sort')?.replace(/\s+/g, '');
	if (sort === undefined) return;
	if (/^[a-z]\w*(,(asc|desc))?$/i.test(sort)) return [sort];
	return options.refuse(
		'sort',
		`cannot be "${sort}"`,
		'Write the name of one field and the direction, such as createdAt,desc',
	);
}
