import { locator } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { SUBSCRIBER } from '../form/ids';
import { thePage } from '../statusPageIncident/fields';
import { pathOf } from './record';

/** `DELETE /api/v1/status-pages/{id}/subscribers/{subscriberId}`. docs/facts/devhelm.md#components-and-subscribers-of-a-status-page. */
export const remove: SingleOperation = {
	value: 'remove',
	name: 'Remove',
	action: 'Remove status page subscriber',
	description: 'Let somebody get no more e-mails of a status page',
	properties: [
		thePage,
		locator(SUBSCRIBER, {
			displayName: 'Subscriber',
			name: 'subscriberId',
			required: true,
			typeOptions: { loadOptionsDependsOn: ['statusPageId.value'] },
			description:
				"The subscriber to remove: choose the address, or give the ID that 'Get Many' tells",
		}),
	],
	request: (parameters) => ({
		method: 'DELETE',
		path: `${pathOf(parameters)}/${parameters.pathId('subscriberId')}`,
	}),
	...removal,
};
