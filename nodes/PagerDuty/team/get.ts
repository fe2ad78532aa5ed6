import { collection, locator, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { TEAM } from '../form/ids';
import { optionsOf } from '../form/lists';
import { toTeamRecord } from './record';

/** `GET /teams/{id}`. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get team',
	description: 'Read one team. Only some plans have teams.',
	retry: 'read',
	properties: [
		locator(TEAM, {
			displayName: 'Team',
			name: 'teamId',
			required: true,
			description: 'The team to read: choose it, or give its ID or address',
		}),
		simplify,
		collection('Options', 'options', [
			{
				displayName: 'Include',
				name: 'include',
				type: 'multiOptions',
				default: [],
				description: 'What to return besides. It shows only when Simplify is off.',
				options: optionsOf(['privileges']),
			},
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/teams/${parameters.pathId('teamId')}`,
		query: { 'include[]': parameters.group('options').options<string>('include') },
	}),
	records: recordOf('team'),
	simplify: toTeamRecord,
};
