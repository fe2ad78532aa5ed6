import { choice, collection, extraFields, locator, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { SingleOperation, StateRule } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { fromOption, recordOf, reference, senderOf } from '../api/profile';
import { INCIDENT } from '../form/ids';
import { theIncident } from '../incident/fields';
import { theAlert } from './fields';
import { toAlertRecord } from './record';

/** `PUT /incidents/{id}/alerts/{alert_id}`. docs/facts/pagerduty.md#alerts. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update alert',
	description: 'Resolve an alert, trigger it again, or move it to another incident',
	retry: 'idempotent',
	properties: [
		theIncident('look in'),
		theAlert('change'),
		simplify,
		collection('Update Fields', 'updateFields', [
			extraFields,
			locator(INCIDENT, {
				displayName: 'Move to Incident',
				name: 'targetIncidentId',
				description: 'The incident that the alert is to belong to from now on',
			}),
			choice({
				displayName: 'Status',
				name: 'status',
				default: 'resolved',
				description: 'The state that the alert is to have',
				options: [
					{ name: 'Resolved', value: 'resolved' },
					{ name: 'Triggered', value: 'triggered' },
				],
			}),
		]),
		collection('Options', 'options', [fromOption]),
	],
	request: (parameters) => ({
		method: 'PUT',
		path: `/incidents/${parameters.pathId('incidentId')}/alerts/${parameters.pathId('alertId')}`,
		sender: senderOf(parameters),
		body: { alert: { type: 'alert', ...changesOf(parameters.group('updateFields')) } },
	}),
	records: recordOf('alert'),
	state: moved,
	simplify: toAlertRecord,
};

/** An alert that is not there is perhaps in the other incident already, by an attempt that brought no answer too. */
function moved(parameters: Parameters): StateRule | undefined {
	const fields = parameters.group('updateFields');
	const target = fields.id('targetIncidentId');
	const status = fields.option<string>('status');
	if (!target) return undefined;
	const path = `/incidents/${encodeURIComponent(target)}/alerts/${parameters.pathId('alertId')}`;
	return {
		read: () => ({ method: 'GET', path }),
		isConflict: (fault) => fault.status === 404,
		already: (alert) =>
			status && alert.status !== status
				? undefined
				: 'Some alerts belonged to the other incident already',
	};
}

/** @throws FormIssue when there is nothing to change */
function changesOf(fields: Parameters) {
	const changes = {
		...compact({
			status: fields.option('status'),
			incident: reference('incident', fields.id('targetIncidentId')),
		}),
		...fields.json('extraFields'),
	};
	if (Object.keys(changes).length) return changes;
	throw new FormIssue(
		"Nothing to update: 'Update Fields' is empty",
		"Add 'Status' or 'Move to Incident' under 'Update Fields'; if expressions feed them, look at what they give for this item.",
	);
}
