import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { pathOf, theIncident, thePage } from './fields';

/** `DELETE /api/v1/status-pages/{id}/incidents/{incidentId}`. docs/facts/devhelm.md#writing-status-page-incidents. */
export const deleteIncident: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete status page incident',
	description:
		'Remove an incident from a status page for good, with all its updates, whether it is published or a draft',
	properties: [thePage, theIncident('delete')],
	request: (parameters) => ({ method: 'DELETE', path: pathOf(parameters) }),
	...removal,
};
