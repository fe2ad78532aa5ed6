import { choice, collection, locator, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { MONITOR } from '../form/ids';
import { PATH } from './fields';
import { toWindowRecord } from './record';
import { isOver } from './state';

const PAST = 'past';

/** `GET /api/v1/maintenance-windows`. docs/facts/devhelm.md#maintenance-windows. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many maintenance windows',
	description:
		'Read many maintenance windows, for example all that are active now, to see which monitors alert nobody',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			locator(MONITOR, {
				displayName: 'Monitor',
				name: 'monitorId',
				description:
					'Only windows of this monitor. Those of the whole organization silence it as well, and are not among them.',
			}),
			choice({
				displayName: 'State',
				name: 'state',
				default: 'active',
				description:
					'Only windows that are active now, that are still to come, or that are over. DevHelm has no filter for the last, so it is applied here.',
				options: [
					{ name: 'Active', value: 'active', description: 'Begun and not over' },
					{ name: 'Past', value: PAST, description: 'Over' },
					{ name: 'Upcoming', value: 'upcoming', description: 'Still to come' },
				],
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const state = filters.option<string>('state');
		return {
			method: 'GET',
			path: PATH,
			query: { monitorId: filters.id('monitorId'), filter: state === PAST ? undefined : state },
		};
	},
	paging,
	rows: rowsOf,
	keep: (parameters) => {
		if (parameters.group('filters').option('state') !== PAST) return;
		const now = Date.now();
		return (row) => isOver(row, now);
	},
	simplify: toWindowRecord,
};
