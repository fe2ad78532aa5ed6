import type { IDataObject } from 'n8n-workflow';

import { collection, locator, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import type { ListOperation } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { AGENT } from '../form/ids';
import { isOf } from '../form/keep';
import { extraQueryParameters, readQuery } from '../form/query';
import { CONTAINER_FIELDS, toContainerRecord } from './record';

/** `GET /v1/container/`. docs/facts/bleemeo.md#containers. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many containers',
	description:
		'Read many containers, such as those of one server: which run, which have stopped, and of which image they are',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			locator(AGENT, {
				displayName: 'Agent',
				name: 'agentId',
				description: 'Only containers on this server',
			}),
			{
				displayName: 'Deleted',
				name: 'deleted',
				type: 'boolean',
				default: false,
				description:
					'Whether the containers are gone: off for those that exist, on for those that were deleted. Bleemeo has no such filter, so all are read and the rest is left out here. Without this filter both come.',
			},
		]),
		collection('Options', 'options', [extraQueryParameters]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: '/v1/container/',
		query: {
			// Unlike all others, these know their agent as `host`.
			host: wantedOf(parameters).host,
			...readQuery(parameters, CONTAINER_FIELDS),
		},
	}),
	paging,
	rows: rowsOf,
	keep,
	simplify: toContainerRecord,
};

function wantedOf(parameters: Parameters) {
	const filters = parameters.group('filters');
	return { host: filters.id('agentId'), deleted: filters.boolean('deleted') };
}

/**
 * The filters again, on what each row shows: an unknown filter would be ignored without a word
 * (docs/facts/bleemeo.md#unknown-filters). A field that a row leaves out is taken on trust.
 */
function keep(parameters: Parameters) {
	const { host, deleted } = wantedOf(parameters);
	if (host === undefined && deleted === undefined) return;
	return ({ host: shown, deleted_at }: IDataObject): boolean => {
		const isTold = deleted !== undefined && deleted_at !== undefined;
		return (!isTold || (deleted_at !== null) === deleted) && isOf(host, shown);
	};
}
