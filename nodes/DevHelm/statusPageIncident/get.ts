import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { pathOf, theIncident, thePage } from './fields';
import { incidentOf, toIncidentRecord } from './record';

/** `GET /api/v1/status-pages/{id}/incidents/{incidentId}`. docs/facts/devhelm.md#writing-status-page-incidents. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get status page incident',
	description:
		'Read one incident of a status page; with Simplify off also its updates, components and postmortem',
	retry: 'read',
	properties: [thePage, theIncident('read'), simplify],
	request: (parameters) => ({ method: 'GET', path: pathOf(parameters) }),
	records: incidentOf,
	simplify: toIncidentRecord,
};
