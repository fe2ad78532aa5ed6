import { choice, collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { paging, rowsOf } from '../api/profile';
import { pathOf, thePage } from './fields';
import { statuses } from './options';
import { isPublished, toIncidentRecord } from './record';

/** DevHelm does not document by which fields it sorts: these are some that every incident has. */
const ORDERS = ['Created At', 'Started At', 'Title', 'Updated At'].flatMap((name) => {
	const field = name.charAt(0).toLowerCase() + name.slice(1).replace(' ', '');
	return [
		{ name: `${name} (Ascending)`, value: `${field},asc` },
		{ name: `${name} (Descending)`, value: `${field},desc` },
	];
});

/** `GET /api/v1/status-pages/{id}/incidents`. docs/facts/devhelm.md#writing-status-page-incidents. */
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
			choice({
				displayName: 'Sort By',
				name: 'sort',
				default: 'startedAt,desc',
				description: 'The order of the incidents. Without this option it is that of DevHelm.',
				options: ORDERS,
			}),
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: pathOf(parameters, false),
		query: {
			status: statusesOf(parameters.group('filters')),
			sort: parameters.group('options').option<string>('sort'),
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
