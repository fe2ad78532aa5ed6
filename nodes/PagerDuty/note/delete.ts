import { Fault } from '../../shared/ground/failures';
import type { StepsOperation } from '../../shared/run/operation';
import { deleted } from '../../shared/ground/values';
import { theIncident } from '../incident/fields';
import { theNote } from './fields';

/** `DELETE /incidents/{id}/notes/{note_id}`, without From. docs/facts/pagerduty.md#notes. */
export const deleteNote: StepsOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete note',
	description: 'Remove a note from an incident for good',
	retry: 'idempotent',
	properties: [theIncident('look in'), theNote('delete')],
	plan: (parameters) => {
		const incident = parameters.pathId('incidentId');
		const request = {
			method: 'DELETE' as const,
			path: `/incidents/${incident}/notes/${parameters.pathId('noteId')}`,
		};
		return {
			request,
			run: async ({ send }) => {
				const sent = send(request, 'idempotent');
				await sent.catch(async (failure: unknown) => isDone(failure) || (await sent));
				return deleted();
			},
		};
	},
};

/** True when the note is gone because an attempt that brought no answer has removed it. */
function isDone(failure: unknown): boolean {
	if (!(failure instanceof Fault)) return false;
	const { status, outcomeUnknown } = failure.details;
	return status === 404 && outcomeUnknown;
}
