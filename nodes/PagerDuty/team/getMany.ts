import { collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { absentAltogether } from '../form/lists';
import { toTeamRecord } from './record';

/** `GET /teams`. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many teams',
	description: 'Read many teams. Only some plans have teams: in others the list is empty.',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Name Contains',
				name: 'query',
				type: 'string',
				default: '',
				placeholder: 'e.g. shop',
				description: 'Only teams whose name matches this text',
			},
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: '/teams',
		query: { query: parameters.group('filters').text('query') },
	}),
	paging: pagingOf('teams', "Narrow the list with the filter 'Name Contains'"),
	rows: rowsOf('teams'),
	absent: absentAltogether('Teams'),
	simplify: toTeamRecord,
};
