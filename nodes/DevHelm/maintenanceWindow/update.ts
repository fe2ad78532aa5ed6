import type { IDataObject } from 'n8n-workflow';

import { collection, dateTime, extraFields, locator, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { FormIssue } from '../../shared/ground/failures';
import { compact } from '../../shared/ground/values';
import type { SingleOperation } from '../../shared/run/operation';
import { namesToClear, someChange } from '../form/changes';
import { MONITOR } from '../form/ids';
import { pathOf, reason, suppressAlerts, theWindow } from './fields';
import { toWindowRecord, windowOf } from './record';
import { bodyOf, read, timeOf } from './state';

/**
 * `PUT /api/v1/maintenance-windows/{id}`, which takes the whole window: what the form does not name is sent as
 * it is. docs/facts/devhelm.md#changing-a-maintenance-window.
 */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update maintenance window',
	description:
		"Move, lengthen or shorten a maintenance window, or change what it silences; 'Cancel' ends it",
	retry: 'idempotent',
	properties: [
		theWindow('change'),
		simplify,
		collection('Update Fields', 'updateFields', [
			{
				displayName: 'Clear Fields',
				name: 'clearFields',
				type: 'multiOptions',
				default: [],
				description: 'Fields to empty. A field that is left empty in this form keeps its value.',
				options: [
					{
						name: 'Monitor',
						value: 'monitorId',
						description: 'The window then silences every monitor of the organization',
					},
					{ name: 'Reason', value: 'reason', description: 'The window then says nothing' },
					{
						name: 'Repeat Rule',
						value: 'repeatRule',
						description: 'Stored by DevHelm, which does not obey it',
					},
				],
			},
			dateTime({
				displayName: 'Ends At',
				name: 'endsAt',
				description: 'When alerts are sent again; it lies after the start',
			}),
			extraFields,
			locator(MONITOR, {
				displayName: 'Monitor',
				name: 'monitorId',
				description: 'The one monitor that the window silences from now on',
			}),
			reason,
			dateTime({
				displayName: 'Starts At',
				name: 'startsAt',
				description:
					'When the work begins; without a zone it is read in the time zone of the workflow',
			}),
			suppressAlerts,
		]),
	],
	request: (parameters) => ({
		method: 'PUT',
		path: pathOf(parameters),
		body: changesOf(parameters.group('updateFields')),
	}),
	state: (parameters) => {
		const changes = changesOf(parameters.group('updateFields'));
		return { ...read, guard: (window) => checkSpan({ ...window, ...changes }) };
	},
	decide: async (_, { request }, [window]) => ({
		...request,
		body: { ...bodyOf(window), ...request.body },
	}),
	records: windowOf,
	simplify: toWindowRecord,
};

function changesOf(fields: Parameters): IDataObject {
	const known = compact({
		monitorId: fields.id('monitorId'),
		...timeRange(fields, 'startsAt', 'endsAt', true),
		reason: fields.text('reason'),
		suppressAlerts: fields.boolean('suppressAlerts'),
	});
	// Null is how DevHelm is told to clear one of these.
	const cleared = namesToClear(fields, known).map((name) => [name, null]);
	return someChange({
		...known,
		...Object.fromEntries(cleared),
		...fields.json('extraFields'),
	});
}

/** One of the two times may be the one that the window has. */
function checkSpan({ startsAt, endsAt }: IDataObject): void {
	if (!(timeOf(endsAt) <= timeOf(startsAt))) return;
	throw new FormIssue(
		`The window would end at ${String(endsAt)}, which is not after its start at ${String(startsAt)}`,
		"Nothing was changed. Set both 'Starts At' and 'Ends At', or another time; to end the window now, use the operation 'Cancel'.",
	);
}
