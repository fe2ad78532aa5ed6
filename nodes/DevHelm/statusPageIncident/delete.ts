import type { StepsOperation } from '../../shared/run/operation';
import { pathOf, theIncident, thePage } from './fields';
import { remove } from './state';

/** `DELETE /api/v1/status-pages/{id}/incidents/{incidentId}`. docs/facts/devhelm.md#writing-status-page-incidents. */
export const deleteIncident: StepsOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete status page incident',
	description:
		'Remove an incident from a status page for good, with all its updates, whether it is published or a draft',
	retry: 'idempotent',
	properties: [thePage, theIncident('delete')],
	plan: (parameters) => {
		const request = { method: 'DELETE' as const, path: pathOf(parameters) };
		return { request, run: async (steps) => await remove(steps, request) };
	},
};
