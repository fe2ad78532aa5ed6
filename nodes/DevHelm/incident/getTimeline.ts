import { returnAllAndLimit, simplify } from '../../shared/form/fields';
import { wantedOf } from '../../shared/run/list';
import type { ListOperation } from '../../shared/run/operation';
import { rowsOf } from '../api/profile';
import { idIn } from '../form/ids';
import { pathOf, theIncident } from './fields';
import { isLacking, readIncident } from './state';
import { activityPaging, olderTimeline, toTimelineRecord } from './timeline';

/** `GET /api/v1/incidents/{id}/events`, or what stands for it. docs/facts/devhelm.md#internal-incidents. */
export const getTimeline: ListOperation = {
	value: 'getTimeline',
	name: 'Get Timeline',
	action: 'Get timeline of incident',
	description:
		'Read what happened to an incident, newest first: updates, notifications, changes of its status, posts on status pages',
	retry: 'read',
	properties: [theIncident('read the timeline of'), ...returnAllAndLimit, simplify],
	request: (parameters) => ({ method: 'GET', path: `${pathOf(parameters)}/events` }),
	paging: activityPaging,
	rows: rowsOf,
	instead: async (fault, { parameters }, reader) => {
		if (!isLacking(fault)) return undefined;
		// An incident that is not there is named by this.
		const incident = await readIncident(reader, pathOf(parameters));
		const rows = await olderTimeline(reader, incident);
		reader.notice(
			'This API is older than the list of activities: the updates and the changes of status are returned, without notifications and status pages',
		);
		return rows.slice(0, wantedOf(parameters));
	},
	simplify: (row, { path }) => toTimelineRecord({ incidentId: idIn(path, 2), ...row }),
};
