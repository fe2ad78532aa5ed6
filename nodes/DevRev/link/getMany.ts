import { choice, collection, locator, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { wantedOf } from '../../shared/run/list';
import type { StepsOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import type { ApiRequest } from '../../shared/wire/request';
import { beta, paging, read } from '../api/profile';
import { INCIDENT } from '../form/ids';
import { linksOf } from './existing';
import { LINK_TYPES } from './fields';
import { longId } from './longId';
import { toLinkRecord } from './record';
import { BETA_TYPES, OBJECT_TYPES } from './types';

/** `POST /links.list`, which takes long IDs only. docs/facts/devrev.md#links. */
export const getMany: StepsOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many links',
	description:
		'Read many links of one incident, in both directions: what it depends on, its duplicates, tickets and follow-ups',
	retry: 'read',
	properties: [
		locator(INCIDENT, {
			displayName: 'Incident',
			name: 'incidentId',
			required: true,
			description:
				'The incident whose links are read: choose it, or give its ID or its number such as INC-12. The ID of an issue or a ticket does, too.',
		}),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			choice({
				displayName: 'Direction',
				name: 'direction',
				default: 'is_source',
				description: 'Only links that start from the incident, or only those that lead to it',
				options: [
					{ name: 'From the Incident', value: 'is_source' },
					{ name: 'To the Incident', value: 'is_target' },
				],
			}),
			{
				displayName: 'Link Types',
				name: 'linkTypes',
				type: 'multiOptions',
				default: [],
				description: 'Only links of one of these types',
				options: LINK_TYPES.map(({ name, value }) => ({ name, value })),
			},
			{
				displayName: 'Object Types',
				name: 'objectTypes',
				type: 'multiOptions',
				default: [],
				description: 'Only links with one of these kinds of objects',
				options: OBJECT_TYPES,
			},
		]),
	],
	plan: (parameters) => {
		const [request, wanted] = [requestFor(parameters), wantedOf(parameters)];
		return {
			request,
			run: async (reader) => {
				const object = await longId(reader, String(request.body?.object));
				const long = { ...request, body: { ...request.body, object } };
				return await reader.list({ paging, rows: linksOf }, long, wanted);
			},
		};
	},
	simplify: toLinkRecord,
};

function requestFor(parameters: Parameters): ApiRequest {
	const filters = parameters.group('filters');
	const object_types = filters.options<string>('objectTypes');
	const request = read(
		'/links.list',
		compact({
			object: parameters.id('incidentId'),
			direction: filters.option<string>('direction'),
			link_type: filters.options('linkTypes'),
			object_types,
		}),
	);
	return object_types.some((type) => BETA_TYPES.includes(type)) ? beta(request) : request;
}
