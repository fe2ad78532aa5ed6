import { FormIssue } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { pathOf, theIncident, thePage } from './fields';
import { isPublished, nameOf } from './record';
import { incidentAt } from './state';

/**
 * `POST /api/v1/status-pages/{id}/incidents/{incidentId}/dismiss`, which deletes a draft. The
 * incident is read before: what customers can see must not vanish by this. docs/facts/devhelm.md#writing-status-page-incidents.
 */
export const dismiss: SingleOperation = {
	value: 'dismiss',
	name: 'Dismiss',
	action: 'Dismiss status page incident draft',
	description:
		'Delete a draft that is not to be published, for good. A published incident is refused and stays.',
	properties: [thePage, theIncident('dismiss')],
	request: (parameters) => ({ method: 'POST', path: `${pathOf(parameters)}/dismiss` }),
	...removal,
	state: (parameters) => ({
		...incidentAt(parameters),
		looksFirst: true,
		guard: (incident) => {
			if (!isPublished(incident)) return;
			throw new FormIssue(
				`Incident ${nameOf(incident)} is published, and only a draft can be dismissed`,
				"Nothing was deleted. If it is over, use the operation 'Resolve'; to take it off the page, use 'Delete'.",
			);
		},
	}),
};
