import { FormIssue } from '../../shared/ground/failures';
import type { StepsOperation } from '../../shared/run/operation';
import { pathOf, theIncident, thePage } from './fields';
import { isPublished, nameOf } from './record';
import { readIncident, remove } from './state';

/**
 * `POST /api/v1/status-pages/{id}/incidents/{incidentId}/dismiss`, which deletes a draft. The
 * incident is read before: what customers can see must not vanish by this. docs/facts/devhelm.md#writing-status-page-incidents.
 */
export const dismiss: StepsOperation = {
	value: 'dismiss',
	name: 'Dismiss',
	action: 'Dismiss status page incident draft',
	description:
		'Delete a draft that is not to be published, for good. A published incident is refused and stays.',
	retry: 'idempotent',
	properties: [thePage, theIncident('dismiss')],
	plan: (parameters) => {
		const path = pathOf(parameters);
		const request = { method: 'POST' as const, path: `${path}/dismiss` };
		return {
			request,
			run: async (steps) => {
				const incident = await readIncident(steps, path);
				if (!isPublished(incident)) return await remove(steps, request);
				throw new FormIssue(
					`Incident ${nameOf(incident)} is published, and only a draft can be dismissed`,
					"Nothing was deleted. If it is over, use the operation 'Resolve'; to take it off the page, use 'Delete'.",
				);
			},
		};
	},
};
