import { locator, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { CHANGE_EVENT } from '../form/ids';
import { toChangeEventRecord } from './record';

/** `GET /change_events/{id}`. docs/facts/pagerduty.md#reading-change-events. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get change event',
	description: 'Read one change, such as a deployment: what was changed, when, where and by what',
	retry: 'read',
	properties: [
		locator(CHANGE_EVENT, {
			displayName: 'Change Event',
			name: 'changeEventId',
			required: true,
			description: 'The change event to read: choose it, or give its ID',
		}),
		simplify,
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/change_events/${parameters.pathId('changeEventId')}`,
	}),
	records: recordOf('change_event'),
	simplify: toChangeEventRecord,
};
