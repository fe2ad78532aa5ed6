import type { INodeProperties } from 'n8n-workflow';

import { choice } from '../../shared/form/fields';

/** A filter for pages on which somebody approves what is published; `what` as in "Only posts". */
export function reviewed(what: string): INodeProperties {
	return choice({
		displayName: 'Review',
		name: 'reviewedStatus',
		default: 'approved',
		description: `Only ${what} that were approved, or that wait for a review`,
		options: [
			{ name: 'Approved', value: 'approved' },
			{ name: 'Not Reviewed', value: 'not_reviewed' },
		],
	});
}
