import { Fault } from '../../shared/ground/failures';
import type { StepsOperation } from '../../shared/run/operation';
import { deleted } from '../../shared/ground/values';
import { theIncident } from './fields';

/** `POST /incidents.delete`. docs/facts/devrev.md#reading-and-deleting-an-incident. */
export const deleteIncident: StepsOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete incident',
	description: 'Remove an incident for good, with its comments; it cannot be brought back',
	retry: 'idempotent',
	properties: [theIncident('delete')],
	plan: (parameters) => {
		const request = {
			method: 'POST' as const,
			path: '/incidents.delete',
			body: { id: parameters.id('incidentId') },
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

/** True when the incident is gone because an attempt that brought no answer has removed it. */
function isDone(failure: unknown): boolean {
	if (!(failure instanceof Fault)) return false;
	const { status, outcomeUnknown } = failure.details;
	return status === 404 && outcomeUnknown;
}
