import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import type { Query } from '../../shared/wire/request';
import { optionsOf } from '../form/lists';

/** What both ways to read the log offer. docs/facts/pagerduty.md#log-entries. */
export const options: INodeProperties[] = [
	{
		displayName: 'Include',
		name: 'include',
		type: 'multiOptions',
		default: [],
		description:
			'Related objects to return in full. They show only when Simplify is off. Channels hold what a monitoring tool sent.',
		options: optionsOf(['channels', 'incidents', 'services', 'teams']),
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Paris',
		description:
			'The zone in which PagerDuty writes the times of its reply, that of the account unless given',
	},
];

/** The query of what was chosen there. */
export function queryOf(chosen: Parameters): Query {
	return { time_zone: chosen.text('timeZone'), 'include[]': chosen.options<string>('include') };
}
