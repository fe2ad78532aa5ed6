import type { IDataObject } from 'n8n-workflow';

import { choice, collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { asText } from '../../shared/ground/values';
import type { ListOperation } from '../../shared/run/operation';
import type { Paging } from '../../shared/wire/request';
import { byCursor, rowsOf } from '../api/profile';
import { CATALOG, TRACKED } from './fields';
import { toServiceRecord } from './record';

const ALL = 'catalog';

const cursor = byCursor(100);

/** What is tracked comes whole. docs/facts/devhelm.md#services-of-others. */
const paging: Paging = {
	...cursor,
	sized: (request, size) => (request.path === CATALOG ? cursor.sized(request, size) : request),
};

const inCatalog = { show: { '/scope': [ALL] } };

/** `GET /api/v1/service-subscriptions`, or `GET /api/v1/services`. docs/facts/devhelm.md#services-of-others. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many services',
	description:
		'Read many services of other vendors with the status that each is in: those that you track, or all that DevHelm knows',
	retry: 'read',
	properties: [
		choice({
			displayName: 'Scope',
			name: 'scope',
			required: true,
			default: 'tracked',
			description: 'Which services are read',
			options: [
				{
					name: 'Tracked',
					value: 'tracked',
					description: 'What the organization subscribes to, each component for itself',
				},
				{ name: 'Whole Catalog', value: ALL, description: 'Every service that DevHelm knows' },
			],
		}),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Category',
				name: 'category',
				type: 'string',
				default: '',
				placeholder: 'e.g. infrastructure',
				description: 'Only services of exactly this category',
			},
			{
				displayName: 'Name Contains',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. git',
				description:
					'Only services whose name or short name has this text in it, in capitals or not',
			},
			{
				displayName: 'Published',
				name: 'published',
				type: 'boolean',
				default: true,
				description:
					'Whether only services with a public page at DevHelm are read, or only those without',
				displayOptions: inCatalog,
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				default: '',
				placeholder: 'e.g. major_outage',
				description: 'Only services in exactly this status',
			},
		]),
		collection('Options', 'options', [
			{
				...choice({
					displayName: 'Sort By',
					name: 'sort',
					default: 'curated',
					description: 'The order of the catalog. Without this option the newest come first.',
					options: [
						{ name: 'Best Known First', value: 'curated' },
						{ name: 'Newest First', value: 'recent' },
					],
				}),
				displayOptions: inCatalog,
			},
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const isCatalog = parameters.option('scope') === ALL;
		if (!isCatalog) return { method: 'GET', path: TRACKED };
		return {
			method: 'GET',
			path: CATALOG,
			query: {
				category: filters.text('category'),
				status: filters.text('status'),
				published: filters.boolean('published'),
				search: filters.text('search'),
				sort: parameters.group('options').option<string>('sort'),
			},
		};
	},
	paging,
	rows: rowsOf,
	keep: (parameters) =>
		parameters.option('scope') === ALL ? undefined : among(parameters.group('filters')),
	simplify: toServiceRecord,
};

/** The list of what is tracked has no filters, so they are applied here as the catalog's are. */
function among(filters: Parameters): ((row: IDataObject) => boolean) | undefined {
	const [category, status, search] = ['category', 'status', 'search'].map((name) =>
		filters.text(name),
	);
	if (![category, status, search].some(Boolean)) return;
	return (row) =>
		(category === undefined || row.category === category) &&
		(status === undefined || row.overallStatus === status) &&
		(search === undefined ||
			[row.name, row.slug].some((name) =>
				asText(name)?.toLowerCase().includes(search.toLowerCase()),
			));
}
