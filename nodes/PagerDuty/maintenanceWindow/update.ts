import type { IDataObject } from 'n8n-workflow';

import { collection, dateTime, extraFields, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { FormIssue } from '../../shared/ground/failures';
import { asRows, asText, compact } from '../../shared/ground/values';
import type { SingleOperation, StateRule } from '../../shared/run/operation';
import { refuseOver } from '../form/times';
import { description, referToServices, services, theWindow, windowIn } from './fields';
import { nameOf, stateOf, toWindowRecord } from './record';

/**
 * `PUT /maintenance_windows/{id}`, without From. It wants times and services in every body, so the window is read
 * before. docs/facts/pagerduty.md#changing-a-maintenance-window.
 */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update maintenance window',
	description:
		'Change a maintenance window that runs or is to come: make it longer or shorter, move it, say why, or choose other services. One that has ended cannot be changed.',
	retry: 'idempotent',
	properties: [
		theWindow('change'),
		simplify,
		collection('Update Fields', 'updateFields', [
			description,
			dateTime({
				displayName: 'Ends At',
				name: 'endsAt',
				description: 'When incidents are opened again: in the future, and after the start',
			}),
			extraFields,
			services('The services of the window, in place of those that it has now'),
			dateTime({
				displayName: 'Starts At',
				name: 'startsAt',
				description: 'When the window begins; one that runs has begun and cannot be moved',
			}),
		]),
	],
	request: (parameters) => {
		const changes = changesOf(parameters);
		if (!Object.keys(changes).length) {
			throw new FormIssue(
				"'Update Fields' is empty: nothing would change",
				'Add at least one field under Update Fields.',
			);
		}
		return {
			method: 'PUT',
			path: `/maintenance_windows/${parameters.pathId('maintenanceWindowId')}`,
			body: { maintenance_window: { type: 'maintenance_window', ...changes } },
		};
	},
	state: rule,
	decide: async (_, { parameters, request }, [window]) => ({
		...request,
		body: { maintenance_window: { ...asItIs(window), ...changesOf(parameters) } },
	}),
	records: windowIn,
	simplify: toWindowRecord,
};

/** What the form changes, by PagerDuty's names. */
function changesOf(parameters: Parameters): IDataObject {
	const fields = parameters.group('updateFields');
	const end = fields.date('endsAt');
	if (end !== undefined) refuseOver(fields, end);
	return {
		...compact({
			start_time: fields.date('startsAt'),
			end_time: end,
			description: fields.text('description'),
			services: referToServices(fields.ids('serviceIds')),
		}),
		...fields.json('extraFields'),
	};
}

/** A window as its own change would send it. */
function asItIs(window: IDataObject): IDataObject {
	return compact({
		type: 'maintenance_window',
		start_time: window.start_time,
		end_time: window.end_time,
		description: window.description,
		services: referToServices(asRows(window.services).flatMap(({ id }) => asText(id) ?? [])),
	});
}

function rule(parameters: Parameters): StateRule {
	const changes = changesOf(parameters);
	return {
		read: ({ path }) => ({ method: 'GET', path }),
		looksFirst: true,
		guard: (window) => {
			const state = stateOf(window);
			if (state === 'past') {
				throw new FormIssue(
					`The maintenance window ${nameOf(window)} has ended, and cannot be changed`,
					"Nothing was sent. Make a new one with the operation 'Create'.",
				);
			}
			const [start, end] = ['start_time', 'end_time'].map((name) =>
				Date.parse(asText(changes[name]) ?? asText(window[name]) ?? ''),
			);
			if (end <= start) {
				throw new FormIssue(
					`The maintenance window ${nameOf(window)} would end before it begins, or have no length`,
					"Nothing was sent. Look at 'Starts At' and 'Ends At': what is not given stays as it is.",
				);
			}
			if (state === 'ongoing' && start !== Date.parse(asText(window.start_time) ?? '')) {
				throw new FormIssue(
					`The maintenance window ${nameOf(window)} has begun: its start cannot be moved`,
					"Nothing was sent. Take 'Starts At' out, or end this window and make a new one.",
				);
			}
		},
	};
}
