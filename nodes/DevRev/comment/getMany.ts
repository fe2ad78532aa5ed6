import { collection, dateTime, returnAllAndLimit, simplify } from '../../shared/form/fields';
import { timeRange } from '../../shared/form/timeRange';
import type { ListOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { paging } from '../api/profile';
import { labelsOf, onTimeline } from './body';
import { entriesOf } from './existing';
import { PANELS, theIncident } from './fields';
import { entryFilters } from './filters';
import { isComment, toCommentRecord } from './record';

/** `POST /timeline-entries.list`. docs/facts/devrev.md#comments. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many comments',
	description:
		'Read many comments of one incident. Its timeline also tells what was changed on it: those entries are left out.',
	retry: 'read',
	properties: [
		theIncident('read the comments of'),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			...entryFilters('comments'),
			dateTime({
				displayName: 'Created After',
				name: 'createdAfter',
				description:
					'Only comments from this time on. Only newer versions of the API know this filter.',
			}),
			dateTime({
				displayName: 'Created Before',
				name: 'createdBefore',
				description:
					'Only comments up to this time. Only newer versions of the API know this filter.',
			}),
			{
				displayName: 'Panels',
				name: 'panels',
				type: 'multiOptions',
				default: [],
				description:
					'Only comments that are shown on one of these panels. Only newer versions of the API know this filter.',
				options: PANELS,
			},
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const { createdAfter: after, createdBefore: before } = timeRange(
			filters,
			'createdAfter',
			'createdBefore',
		);
		return onTimeline(
			'list',
			compact({
				object: parameters.id('incidentId'),
				collections: filters.options('collections'),
				created_date: compact({ after, before }),
				labels: labelsOf(filters),
				panels: filters.options('panels'),
				visibility: filters.options('visibilities'),
			}),
		);
	},
	keep: () => isComment,
	paging,
	rows: entriesOf,
	simplify: toCommentRecord,
};
