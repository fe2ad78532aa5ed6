import { returnAllAndLimit } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { laterPages } from '../api/laterPages';
import { rowsOf } from '../api/profile';
import { theIncident } from '../incident/fields';

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
	paging: laterPages('subscribers', 'Look at the rest in PagerDuty'),
	rows: rowsOf('subscribers'),
};
