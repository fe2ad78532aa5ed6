import { collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { paging } from '../api/profile';
import { labelsOf, onTimeline } from './body';
import { entriesOf } from './existing';
import { theIncident } from './fields';
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
		collection('Filters', 'filters', entryFilters('comments')),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		return onTimeline(
			'list',
			compact({
				object: parameters.id('incidentId'),
				collections: filters.options('collections'),
				labels: labelsOf(filters),
				visibility: filters.options('visibilities'),
			}),
		);
	},
	keep: () => isComment,
	paging,
	rows: entriesOf,
	simplify: toCommentRecord,
};
