import { Fault } from '../../shared/ground/failures';
import { timelineFields } from '../../shared/form/timelineFields';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import { asPlanned, timelinePlan } from '../../shared/run/timeline';
import type { ApiRequest } from '../../shared/wire/request';
import { rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { pathOf, theIncident } from './fields';
import { isLacking, readIncident } from './state';
import { activityPaging, olderTimeline } from './timeline';
import { toTimelineRecord } from './timelineRecord';

/** `GET /api/v1/incidents/{id}/events`, or what stands for it. docs/facts/devhelm.md#internal-incidents. */
export const getTimeline: StepsOperation = {
	value: 'getTimeline',
	name: 'Get Timeline',
	action: 'Get timeline of incident',
	description:
		'Read what happened to an incident: updates, notifications, changes of its status, posts on status pages. As items, or as one Markdown document for a post-mortem.',
	retry: 'read',
	properties: [theIncident('read the timeline of'), ...timelineFields],
	plan: (parameters) => {
		const path = pathOf(parameters);
		const request: ApiRequest = { method: 'GET', path: `${path}/events` };
		const incidentId = parameters.id('incidentId');
		return timelinePlan(parameters, {
			request,
			entries: async (steps, wanted) => await entriesOf(steps, request, path, wanted),
			records: (entries) => entries.map((row) => toTimelineRecord({ incidentId, ...row })),
			incident: async (steps) => toIncidentRecord(await readIncident(steps, path)),
		});
	},
	simplify: asPlanned,
};

async function entriesOf(steps: Steps, request: ApiRequest, path: string, wanted: number) {
	const newer = steps.list({ paging: activityPaging, rows: rowsOf }, request, wanted);
	return await newer.catch(async (failure: unknown) => {
		if (!(failure instanceof Fault) || !isLacking(failure.details)) throw failure;
		// An incident that is not there is named by this.
		const incident = await readIncident(steps, path);
		const rows = await olderTimeline(steps, incident);
		steps.notice(
			'This API is older than the list of activities: the updates and the changes of status are returned, without notifications and status pages',
		);
		return rows;
	});
}
