import type { INodeProperties } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { isResolved, nameOf } from './record';
import { readIncident } from './state';

/** Goes under "Options" of whatever can set a status. */
export const reopenIfResolved: INodeProperties = {
	displayName: 'Reopen If Resolved',
	name: 'reopenIfResolved',
	type: 'boolean',
	default: false,
	description:
		'Whether a resolved incident may be opened again by another status. Off, that is refused: a late message would tell customers that it is not over.',
};

/**
 * A check to run before a status is sent: a resolved incident is not opened again unless the user
 * asked for it.
 */
export function guardReopening(parameters: Parameters, path: string) {
	const isAllowed = parameters.group('options').boolean('reopenIfResolved') === true;
	return async (steps: Steps, status: unknown): Promise<void> => {
		if (
			isAllowed ||
			status === undefined ||
			status === null ||
			isResolved({ status: String(status) })
		)
			return;
		const incident = await readIncident(steps, path);
		if (!isResolved(incident)) return;
		throw new FormIssue(
			`Incident ${nameOf(incident)} is resolved, and the status ${String(status)} would open it again for customers`,
			"Nothing was sent. To add to what is over, keep the status or set it to Resolved; to open it again, switch on 'Reopen If Resolved' under 'Options'.",
		);
	};
}
