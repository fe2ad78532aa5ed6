import { collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { extraQueryParameters, readQuery } from '../form/query';
import { AGENT_FIELDS, toAgentRecord } from './record';

/** `GET /v1/agent/`. docs/facts/bleemeo.md#agents. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many agents',
	description: 'Read many agents (servers, monitors and devices)',
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
					'Whether the agents are active ones: on for those in use, off for those switched off. Without this filter both come.',
			},
		]),
		collection('Options', 'options', [extraQueryParameters]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: '/v1/agent/',
		query: {
			active: parameters.group('filters').boolean('active'),
			...readQuery(parameters, AGENT_FIELDS),
		},
	}),
	paging,
	rows: rowsOf,
	simplify: toAgentRecord,
};
