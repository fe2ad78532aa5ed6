import type { IDataObject } from 'n8n-workflow';

import { returnAllAndLimit, simplify } from '../../shared/form/fields';
import { wantedOf } from '../../shared/run/list';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { rowsOf } from '../api/profile';
import { pathOf, theIncident } from './fields';
import { isLacking, readIncident } from './state';
import { activityPaging, olderTimeline, toTimelineRecord } from './timeline';

/** `GET /api/v1/incidents/{id}/events`, or what stands for it. docs/facts/devhelm.md#internal-incidents. */
export const getTimeline: StepsOperation = {
	value: 'getTimeline',
	name: 'Get Timeline',
	action: 'Get timeline of incident',
	description:
		'Read what happened to an incident, newest first: updates, notifications, changes of its status, posts on status pages',
	retry: 'read',
	properties: [theIncident('read the timeline of'), ...returnAllAndLimit, simplify],
	plan: (parameters) => {
		const wanted = wantedOf(parameters);
		const path = pathOf(parameters);
		const request = { method: 'GET' as const, path: `${path}/events` };
		const incidentId = parameters.id('incidentId');
		const isSimple = parameters.boolean('simplify');
		return {
			request,
			run: async (steps) => {
				const rows = await read(steps, request, path, wanted);
				// The events do not say which incident they are about; the simplified record does.
				return isSimple ? rows.map((row) => ({ incidentId, ...row })) : rows;
			},
		};
	},
	simplify: toTimelineRecord,
};

async function read(
	steps: Steps,
	request: ApiRequest,
	path: string,
	wanted: number,
): Promise<IDataObject[]> {
	const sent = steps.list({ paging: activityPaging, rows: rowsOf }, request, wanted);
	return await sent.catch(async (failure: unknown) => {
		if (!isLacking(failure)) return await sent;
		// An incident that is not there is named by this.
		const incident = await readIncident(steps, path);
		const rows = await olderTimeline(steps, incident);
		steps.notice(
			'This API is older than the list of activities: the updates and the changes of status are returned, without notifications and status pages',
		);
		return rows.slice(0, wanted);
	});
}
