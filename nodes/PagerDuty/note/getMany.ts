import { returnAllAndLimit, simplify } from '../../shared/form/fields';
import { wantedOf } from '../../shared/run/list';
import type { StepsOperation } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import { rowsOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { about, toCommentRecord } from './record';

/** `GET /incidents/{id}/notes`, which comes whole. docs/facts/pagerduty.md#notes. */
export const getMany: StepsOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many notes',
	description: 'Read many notes of one incident, in the order in which PagerDuty has them',
	retry: 'read',
	properties: [theIncident('read the notes of'), ...returnAllAndLimit, simplify],
	plan: (parameters) => {
		const wanted = wantedOf(parameters);
		const onIncident = about(parameters);
		const request = {
			method: 'GET' as const,
			path: `/incidents/${parameters.pathId('incidentId')}/notes`,
		};
		return {
			request,
			run: async ({ list }) =>
				onIncident(await list({ paging: unpaged, rows: rowsOf('notes') }, request, wanted)),
		};
	},
	simplify: toCommentRecord,
};
