import { locator, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { EVENT } from '../form/ids';
import { toIncidentRecord } from '../api/record';

/** `GET /v1/event/{id}/`. docs/facts/bleemeo.md#events. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get event',
	description: 'Read one event by its ID',
	retry: 'read',
	properties: [
		locator(EVENT, {
			displayName: 'Event',
			name: 'eventId',
			required: true,
			description: 'The event to read: choose it among the newest, or give its ID',
		}),
		simplify,
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/v1/event/${parameters.pathId('eventId')}/`,
	}),
	records: recordOf,
	simplify: toIncidentRecord,
};
