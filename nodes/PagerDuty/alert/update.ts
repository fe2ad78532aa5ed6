import { choice, collection, extraFields, locator, simplify } from '../../shared/form/fields';
import { Fault, FormIssue } from '../../shared/ground/failures';
import type { StepsOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { fromOption, recordOf, reference, senderOf } from '../api/profile';
import { INCIDENT } from '../form/ids';
import { theIncident } from '../incident/fields';
import { theAlert } from './fields';
import { toAlertRecord } from './record';

const records = recordOf('alert');

/** `PUT /incidents/{id}/alerts/{alert_id}`. docs/facts/pagerduty.md#alerts. */
export const update: StepsOperation = {
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
	plan: (parameters) => {
		const fields = parameters.group('updateFields');
		const target = fields.id('targetIncidentId');
		const status = fields.option<string>('status');
		const alertId = parameters.pathId('alertId');
		const request = {
			method: 'PUT' as const,
			path: `/incidents/${parameters.pathId('incidentId')}/alerts/${alertId}`,
			sender: senderOf(parameters),
			body: { alert: { type: 'alert', ...changesOf(fields, target, status) } },
		};
		return {
			request,
			run: async ({ send, notice }) => {
				const sent = send(request, 'idempotent', records);
				const reply = await sent.catch(async (failure: unknown) => {
					if (!target || !isNotFound(failure)) return await sent;
					// Perhaps it was moved already, by an attempt that brought no answer too.
					const path = `/incidents/${encodeURIComponent(target)}/alerts/${alertId}`;
					const asked = send({ method: 'GET', path }, 'read', records);
					const there = await asked.catch(async () => await sent);
					const [alert] = records(there) ?? [];
					if (status && alert?.status !== status) return await sent;
					notice('Some alerts belonged to the other incident already');
					return there;
				});
				return records(reply) ?? [];
			},
		};
	},
	simplify: toAlertRecord,
};

/** @throws FormIssue when there is nothing to change */
function changesOf(fields: Parameters, target: string | undefined, status: string | undefined) {
	const changes = {
		...compact({ status, incident: reference('incident', target) }),
		...fields.json('extraFields'),
	};
	if (Object.keys(changes).length) return changes;
	throw new FormIssue(
		"Nothing to update: 'Update Fields' is empty",
		"Add 'Status' or 'Move to Incident' under 'Update Fields'; if expressions feed them, look at what they give for this item.",
	);
}

function isNotFound(failure: unknown): boolean {
	return failure instanceof Fault && failure.details.status === 404;
}
