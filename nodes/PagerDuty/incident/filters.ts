import type { INodeProperties } from 'n8n-workflow';

import { loadedOptions, locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import type { Query } from '../../shared/wire/request';
import { SERVICE, TEAM } from '../form/ids';

/** By what every list of incidents can be narrowed. Read it with `whichIncidentsOf`. docs/facts/pagerduty.md#listing-incidents. */
export const whichIncidents: INodeProperties[] = [
	loadedOptions({
		displayName: 'Priority Names or IDs',
		name: 'priorityIds',
		method: 'getPriorities',
	}),
	locatorList(SERVICE, {
		displayName: 'Services',
		name: 'serviceIds',
		rowName: 'serviceId',
		description: 'Only incidents of these services',
	}),
	locatorList(TEAM, {
		displayName: 'Teams',
		name: 'teamIds',
		rowName: 'teamId',
		description: 'Only incidents of these teams',
	}),
	{
		displayName: 'Urgencies',
		name: 'urgencies',
		type: 'multiOptions',
		default: [],
		description: 'Only incidents of these urgencies',
		options: [
			{ name: 'High', value: 'high' },
			{ name: 'Low', value: 'low' },
		],
	},
];

export const whichIncidentsOf = (filters: Parameters): Query => ({
	'urgencies[]': filters.options<string>('urgencies'),
	'service_ids[]': filters.ids('serviceIds'),
	'team_ids[]': filters.ids('teamIds'),
	'priority_ids[]': filters.options<string>('priorityIds'),
});
