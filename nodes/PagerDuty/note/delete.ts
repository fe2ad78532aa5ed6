import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { theIncident } from '../incident/fields';
import { theNote } from './fields';

/** `DELETE /incidents/{id}/notes/{note_id}`, without From. docs/facts/pagerduty.md#notes. */
export const deleteNote: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete note',
	description: 'Remove a note from an incident for good',
	properties: [theIncident('look in'), theNote('delete')],
	request: (parameters) => ({
		method: 'DELETE',
		path: `/incidents/${parameters.pathId('incidentId')}/notes/${parameters.pathId('noteId')}`,
	}),
	...removal,
};
