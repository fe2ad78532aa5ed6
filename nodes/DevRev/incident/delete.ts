import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { theIncident } from './fields';

/** `POST /incidents.delete`. docs/facts/devrev.md#reading-and-deleting-an-incident. */
export const deleteIncident: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete incident',
	description: 'Remove an incident for good, with its comments; it cannot be brought back',
	properties: [theIncident('delete')],
	request: (parameters) => ({
		method: 'POST',
		path: '/incidents.delete',
		body: { id: parameters.id('incidentId') },
	}),
	...removal,
};
