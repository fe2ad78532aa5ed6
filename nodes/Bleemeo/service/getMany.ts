import type { IDataObject } from 'n8n-workflow';

import { collection, locator, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import type { ListOperation } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { AGENT } from '../form/ids';
import { isOf } from '../form/keep';
import { extraQueryParameters, readQuery } from '../form/query';
import { SERVICE_FIELDS, toServiceRecord } from './record';

/** `GET /v1/service/`. docs/facts/bleemeo.md#services. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many services',
	description:
		'Read many services: what runs on your servers, such as a database or a web server, and monitors of addresses',
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
					'Whether the services are active ones: on for those in use, off for those that ended. Without this filter both come.',
			},
			locator(AGENT, {
				displayName: 'Agent',
				name: 'agentId',
				description: 'Only services of this server, monitor or device',
			}),
			{
				displayName: 'Only Monitors',
				name: 'monitor',
				type: 'boolean',
				default: true,
				description:
					'Whether to read only the monitors, which look at an address from outside, such as that of a website',
			},
		]),
		collection('Options', 'options', [extraQueryParameters]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: '/v1/service/',
		query: { ...wantedOf(parameters), ...readQuery(parameters, SERVICE_FIELDS) },
	}),
	paging,
	rows: rowsOf,
	keep,
	simplify: toServiceRecord,
};

function wantedOf(parameters: Parameters) {
	const filters = parameters.group('filters');
	return {
		active: filters.boolean('active'),
		agent: filters.id('agentId'),
		// Official callers know no other value.
		monitor: filters.boolean('monitor') || undefined,
	};
}

/**
 * The filters again, on what each row shows: an unknown filter would be ignored without a word
 * (docs/facts/bleemeo.md#unknown-filters). A field that a row leaves out is taken on trust.
 */
function keep(parameters: Parameters) {
	const { active, agent, monitor } = wantedOf(parameters);
	if (active === undefined && agent === undefined && !monitor) return;
	return (row: IDataObject): boolean => {
		if (active !== undefined && row.active !== undefined && row.active !== active) return false;
		// No monitor is without an address.
		if (monitor && 'monitor_url' in row && !row.monitor_url) return false;
		return isOf(agent, row.agent);
	};
}
