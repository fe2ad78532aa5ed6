import { collection, dateTime } from '../../shared/form/fields';
import { timelineFields } from '../../shared/form/timelineFields';
import { timeRange } from '../../shared/form/timeRange';
import type { Parameters } from '../../shared/form/parameters';
import type { StepsOperation } from '../../shared/run/operation';
import { asPlanned, timelinePlan } from '../../shared/run/timeline';
import type { ApiRequest } from '../../shared/wire/request';
import { pagingOf, recordOf, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { options, queryOf } from '../logEntry/options';
import { theIncident } from './fields';
import { toTimelineRecords } from './timeline';

const paging = pagingOf(
	'log entries',
	"Split the time with the filters 'Created After' and 'Created Before'",
);

/** `GET /incidents/{id}/log_entries`. docs/facts/pagerduty.md#log-entries. */
export const getTimeline: StepsOperation = {
	value: 'getTimeline',
	name: 'Get Timeline',
	action: 'Get timeline of incident',
	description:
		'Read what happened to one incident: how it was triggered, who was notified, took it on, wrote a note or resolved it. As items, or as one Markdown document for a post-mortem.',
	retry: 'read',
	properties: [
		theIncident('read the timeline of'),
		...timelineFields,
		collection('Filters', 'filters', [
			dateTime({
				displayName: 'Created After',
				name: 'since',
				description: 'Only what happened at this time or later',
			}),
			dateTime({
				displayName: 'Created Before',
				name: 'until',
				description: 'Only what happened at this time or earlier',
			}),
			{
				displayName: 'Overview Only',
				name: 'isOverview',
				type: 'boolean',
				default: true,
				description:
					'Whether to leave out all but the most important changes. Notes and notifications are then left out, too.',
			},
		]),
		collection('Options', 'options', options),
	],
	plan: (parameters) => {
		const path = `/incidents/${parameters.pathId('incidentId')}`;
		const request = logOf(parameters, path);
		return timelinePlan(parameters, {
			request,
			entries: async (steps, wanted) =>
				await steps.list({ paging, rows: rowsOf('log_entries') }, request, wanted),
			records: toTimelineRecords,
			incident: async (steps) => {
				const [incident] = await steps.read({ method: 'GET', path }, recordOf('incident'));
				return toIncidentRecord(incident);
			},
		});
	},
	simplify: asPlanned,
};

function logOf(parameters: Parameters, path: string): ApiRequest {
	const filters = parameters.group('filters');
	return {
		method: 'GET',
		path: `${path}/log_entries`,
		query: {
			...timeRange(filters, 'since', 'until'),
			is_overview: filters.boolean('isOverview'),
			...queryOf(parameters.group('options')),
		},
	};
}
