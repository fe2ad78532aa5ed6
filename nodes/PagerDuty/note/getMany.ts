import { returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import { rowsOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { toCommentRecord } from './record';

/** `GET /incidents/{id}/notes`, which comes whole. docs/facts/pagerduty.md#notes. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many notes',
	description: 'Read many notes of one incident, in the order in which PagerDuty has them',
	retry: 'read',
	properties: [theIncident('read the notes of'), ...returnAllAndLimit, simplify],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}/notes`,
	}),
	paging: unpaged,
	rows: rowsOf('notes'),
	simplify: toCommentRecord,
};
