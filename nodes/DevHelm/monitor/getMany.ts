import { choice, collection, locator, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { listed } from '../../shared/form/given';
import { paging, rowsOf } from '../api/profile';
import { ENVIRONMENT } from '../form/ids';
import { managers } from './managers';
import { toMonitorRecord } from './record';

/** `GET /api/v1/monitors`. docs/facts/devhelm.md#monitors. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many monitors',
	description: 'Read many monitors with the state that each is in, for example all that are paused',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			locator(ENVIRONMENT, {
				displayName: 'Environment',
				name: 'environmentId',
				description: 'Only monitors of this environment',
			}),
			choice({
				displayName: 'Managed By',
				name: 'managedBy',
				default: 'DASHBOARD',
				description: 'Only monitors that were made in this way',
				options: managers,
			}),
			{
				displayName: 'Name Contains',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. checkout',
				description: 'Only monitors whose name has this text in it, in capitals or not',
			},
			choice({
				displayName: 'State',
				name: 'state',
				default: 'paused',
				description: 'Only monitors that are switched on, or only those that are paused',
				options: [
					{ name: 'Active', value: 'active', description: 'Switched on, whatever they find' },
					{ name: 'Paused', value: 'paused', description: 'Not checking at the moment' },
				],
			}),
			{
				displayName: 'Tag Names',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. payments,internal',
				description:
					'Only monitors that have at least one of these tags, by their names (comma-separated)',
			},
			choice({
				displayName: 'Type',
				name: 'type',
				default: 'HTTP',
				description: 'Only monitors that check in this way',
				options: [
					{ name: 'Browser', value: 'BROWSER' },
					{ name: 'DNS', value: 'DNS' },
					{ name: 'Heartbeat', value: 'HEARTBEAT' },
					{ name: 'HTTP', value: 'HTTP' },
					{ name: 'ICMP', value: 'ICMP' },
					{ name: 'MCP Server', value: 'MCP_SERVER' },
					{ name: 'Multi Step API', value: 'MULTI_STEP_API' },
					{ name: 'TCP', value: 'TCP' },
				],
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const state = filters.option('state');
		return {
			method: 'GET',
			path: '/api/v1/monitors',
			query: {
				search: filters.text('search'),
				enabled: state && state === 'active',
				type: filters.option('type'),
				managedBy: filters.option('managedBy'),
				tags: tagNames(filters),
				environmentId: filters.id('environmentId'),
			},
		};
	},
	paging,
	rows: rowsOf,
	simplify: toMonitorRecord,
};

/** One text with commas, also where an expression gives a list. */
function tagNames(filters: Parameters): string | undefined {
	const names = listed(filters.raw('tags'));
	if (names.some((name) => typeof name !== 'string')) {
		filters.refuse('tags', 'must be names', 'Type the names of tags with commas between them');
	}
	return names.join(',') || undefined;
}
