import { collection, locator, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { LOG_ENTRY } from '../form/ids';
import { options, queryOf } from './options';
import { toLogEntryRecord } from './record';

/** `GET /log_entries/{id}`. docs/facts/pagerduty.md#log-entries. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get log entry',
	description: 'Read one entry of the log of incidents',
	retry: 'read',
	properties: [
		locator(LOG_ENTRY, {
			displayName: 'Log Entry',
			name: 'logEntryId',
			required: true,
			description: 'The log entry to read: choose it, or give its ID or address',
		}),
		simplify,
		collection('Options', 'options', options),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/log_entries/${parameters.pathId('logEntryId')}`,
		query: queryOf(parameters.group('options')),
	}),
	records: recordOf('log_entry'),
	simplify: toLogEntryRecord,
};
