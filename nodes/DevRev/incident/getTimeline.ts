import { timelineFields } from '../../shared/form/timelineFields';
import { compact } from '../../shared/ground/values';
import { collection } from '../../shared/form/fields';
import type { StepsOperation } from '../../shared/run/operation';
import { asPlanned, timelinePlan } from '../../shared/run/timeline';
import { beta, paging, read, recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { withStages } from '../api/stageNames';
import { labelsOf } from '../comment/body';
import { entriesOf } from '../comment/existing';
import { entryFilters } from '../comment/filters';
import { theIncident } from './fields';
import { toTimelineRecord } from './timelineRecord';

/** `POST /timeline-entries.list` of the beta, which alone tells the changes. docs/facts/devrev.md#timeline-of-an-incident. */
export const getTimeline: StepsOperation = {
	value: 'getTimeline',
	name: 'Get Timeline',
	action: 'Get timeline of incident',
	description:
		'Read what happened to one incident: its comments, and what was changed on it. As items, or as one Markdown document for a post-mortem.',
	retry: 'read',
	properties: [
		theIncident('read the timeline of'),
		...timelineFields,
		collection('Filters', 'filters', entryFilters('entries')),
	],
	plan: (parameters) => {
		const filters = parameters.group('filters');
		const object = parameters.id('incidentId');
		const request = beta(
			read(
				'/timeline-entries.list',
				compact({
					object,
					collections: filters.options('collections'),
					labels: labelsOf(filters),
					visibility: filters.options('visibilities'),
				}),
			),
		);
		return timelinePlan(parameters, {
			request,
			// The list begins with the oldest, so all of it is read.
			entries: async (steps) => await steps.list({ paging, rows: entriesOf }, request),
			records: (entries) => entries.map(toTimelineRecord),
			incident: async (steps) => {
				const asked = read('/incidents.get', { id: object });
				const incidents = await steps.read(asked, recordOf('incident'));
				const [incident] = await withStages(steps, incidents);
				return toIncidentRecord(incident);
			},
		});
	},
	simplify: asPlanned,
};
