import type { INodeProperties } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import type { StateRule } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { isResolved, nameOf } from './record';
import { incidentAt } from './state';

/** Goes under "Options" of whatever can set a status. */
export const reopenIfResolved: INodeProperties = {
	displayName: 'Reopen If Resolved',
	name: 'reopenIfResolved',
	type: 'boolean',
	default: false,
	description:
		'Whether a resolved incident may be opened again by another status. Off, that is refused: a late message would tell customers that it is not over.',
};

/** A resolved incident is not opened again by a status unless the user asked for it. */
export function notReopening(parameters: Parameters, status: unknown): StateRule | undefined {
	const isAllowed = parameters.group('options').boolean('reopenIfResolved') === true;
	if (isAllowed || status === undefined || status === null) return undefined;
	if (isResolved({ status: String(status) })) return undefined;
	return {
		...incidentAt(parameters),
		looksFirst: true,
		guard: (incident) => {
			if (!isResolved(incident)) return;
			throw new FormIssue(
				`Incident ${nameOf(incident)} is resolved, and the status ${String(status)} would open it again for customers`,
				"Nothing was sent. To add to what is over, keep the status or set it to Resolved; to open it again, switch on 'Reopen If Resolved' under 'Options'.",
			);
		},
	};
}
