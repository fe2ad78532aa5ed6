import type { INodeProperties } from 'n8n-workflow';

import {
	choice,
	collection,
	dateTime,
	locatorList,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import { timeRange } from '../../shared/form/timeRange';
import type { ListOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { Query } from '../../shared/wire/request';
import { rowsOf } from '../api/profile';
import { INTEGRATION, TEAM } from '../form/ids';
import { absent } from '../form/lists';
import { emptyIfLacking } from '../incident/feature';
import { theIncident } from '../incident/fields';
import { theService } from '../service/fields';
import { isRelated, paging } from './paging';
import { toChangeEventRecord } from './record';

const inScope = (field: INodeProperties, scope: string): INodeProperties => ({
	...field,
	displayOptions: { show: { scope: [scope] } },
});

const FILTERS = ['since', 'until', 'teamIds', 'integrationIds'];

/**
 * `GET /change_events`, `GET /services/{id}/change_events` and `GET /incidents/{id}/related_change_events`.
 * docs/facts/pagerduty.md#reading-change-events.
 */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many change events',
	description:
		'Read many changes, such as deployments: of the whole account, of one service, or those that PagerDuty connects with an incident ("what was changed before it broke?")',
	retry: 'read',
	properties: [
		choice({
			displayName: 'Scope',
			name: 'scope',
			default: 'account',
			description: 'Which changes to read',
			options: [
				{ name: 'One Service', value: 'service' },
				{ name: 'Related to an Incident', value: 'incident' },
				{ name: 'Whole Account', value: 'account' },
			],
		}),
		inScope(theService('read the changes of'), 'service'),
		inScope(theIncident('explain'), 'incident'),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			dateTime({
				displayName: 'Changed After',
				name: 'since',
				description: "Start of the time range. Not for 'Scope' Related to an Incident.",
			}),
			dateTime({
				displayName: 'Changed Before',
				name: 'until',
				description: "End of the time range. Not for 'Scope' Related to an Incident.",
			}),
			locatorList(INTEGRATION, {
				displayName: 'Integrations',
				name: 'integrationIds',
				rowName: 'integrationId',
				description:
					"Only changes that came in by these integrations. Not for 'Scope' Related to an Incident.",
			}),
			locatorList(TEAM, {
				displayName: 'Teams',
				name: 'teamIds',
				rowName: 'teamId',
				description: "Only changes of these teams. Not for 'Scope' Related to an Incident.",
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const scope = parameters.option<string>('scope');
		if (scope === 'incident') refuseFilters(filters);
		return { method: 'GET', path: pathOf(parameters, scope), query: queryOf(filters) };
	},
	paging,
	rows: rowsOf('change_events'),
	absent: absent({ 'team_ids[]': 'Teams' }),
	instead: async (fault, asked, reader) =>
		isRelated(asked.request)
			? await emptyIfLacking('Related change events')(fault, asked, reader)
			: undefined,
	simplify: toChangeEventRecord,
};

function pathOf(parameters: Parameters, scope?: string): string {
	if (scope === 'service') return `/services/${parameters.pathId('serviceId')}/change_events`;
	if (scope !== 'incident') return '/change_events';
	return `/incidents/${parameters.pathId('incidentId')}/related_change_events`;
}

/** @throws FormIssue for a filter that would be ignored */
function refuseFilters(filters: Parameters): void {
	for (const name of FILTERS) {
		if (!filters.isMeant(name)) continue;
		const hint = "Remove this filter, or set 'Scope' to One Service or Whole Account";
		filters.refuse(name, 'cannot be used for the changes related to an incident', hint);
	}
}

function queryOf(filters: Parameters): Query {
	const { since, until } = timeRange(filters, 'since', 'until');
	return {
		since: wholeSecond(since),
		until: wholeSecond(until),
		'team_ids[]': filters.ids('teamIds'),
		'integration_ids[]': filters.ids('integrationIds'),
	};
}

/** The form of time that PagerDuty names here has no milliseconds. */
const wholeSecond = (time: string | undefined) => time?.replace(/\.\d+Z$/, 'Z');
