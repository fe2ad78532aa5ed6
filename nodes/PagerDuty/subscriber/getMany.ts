import { returnAllAndLimit } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import type { Paging } from '../../shared/wire/request';
import { asObject } from '../../shared/ground/values';
import { pagingOf, rowsOf } from '../api/profile';
import { theIncident } from '../incident/fields';

const classic = pagingOf('subscribers', 'Look at the rest in PagerDuty');
const FIRST = { limit: 100, offset: 0 };

/**
 * The reply has pages, but no parameters for them are documented. So the first request goes without,
 * and where an offset is ignored the list ends: the first page would come again and again.
 */
const paging: Paging = {
	...classic,
	sized: (request) => request,
	next: (request, reply, rows) => {
		const query = { ...FIRST, ...request.query };
		if (asObject(reply.body).offset !== query.offset) return;
		return classic.next({ ...request, query }, reply, rows);
	},
};

/** `GET /incidents/{id}/status_updates/subscribers`. docs/facts/pagerduty.md#subscribers. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many subscribers',
	description: 'Read many users and teams that are subscribed to the status updates of an incident',
	retry: 'read',
	properties: [theIncident('read the subscribers of'), ...returnAllAndLimit],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}/status_updates/subscribers`,
	}),
	paging,
	rows: rowsOf('subscribers'),
};
