import type { IDataObject } from 'n8n-workflow';

import { choice, collection, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { FormIssue } from '../../shared/ground/failures';
import { asObject, compact, isObject } from '../../shared/ground/values';
import type { SingleOperation } from '../../shared/run/operation';
import { namesToClear, someChange } from '../form/changes';
import { isConflict } from '../incident/state';
import { configFields, configOf } from './config';
import { monitorOf, pathOf, theMonitor } from './fields';
import { toMonitorRecord } from './record';
import { monitorName, settings, settingsOf } from './settings';
import { types } from './types';

/** The type of a monitor of which only what all have is changed. */
const ANY = 'ANY';

/** How DevHelm is told to clear each of these. docs/facts/devhelm.md#making-and-changing-monitors. */
const CLEARED = new Map<string, IDataObject>([
	['alertChannelIds', { alertChannelIds: [] }],
	['assertions', { assertions: [] }],
	['auth', { clearAuth: true }],
	['environmentId', { clearEnvironmentId: true }],
]);

/** `PUT /api/v1/monitors/{id}`; what is absent stays. docs/facts/devhelm.md#making-and-changing-monitors. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update monitor',
	description:
		'Change what a monitor checks, how often, from where, and whom it alerts; what is not filled in stays as it is',
	retry: 'idempotent',
	properties: [
		theMonitor('change'),
		choice({
			displayName: 'Type',
			name: 'type',
			required: true,
			default: ANY,
			description:
				'The type that the monitor has, to change what only this type has. A monitor of another type is refused.',
			options: [{ name: 'Any', value: ANY, description: 'Change what all types have' }, ...types],
		}),
		simplify,
		collection('Update Fields', 'updateFields', [
			{
				displayName: 'Clear Fields',
				name: 'clearFields',
				type: 'multiOptions',
				default: [],
				description: 'Fields to empty. A field that is left empty in this form keeps its value.',
				options: [
					{ name: 'Alert Channels', value: 'alertChannelIds' },
					{ name: 'Assertions', value: 'assertions' },
					{ name: 'Authentication', value: 'auth' },
					{ name: 'Environment', value: 'environmentId' },
				],
			},
			...configFields,
			monitorName,
			...settings,
		]),
	],
	request: (parameters) => ({
		method: 'PUT',
		path: pathOf(parameters),
		body: changesOf(parameters),
	}),
	// A configuration is replaced as a whole, so that what the form leaves out has to be read.
	state: (parameters) => {
		if (!isObject(changesOf(parameters).config)) return;
		return {
			read: ({ path }) => ({ method: 'GET', path }),
			looksFirst: true,
			guard: (monitor) => checkType(monitor, String(parameters.option('type'))),
			isConflict,
		};
	},
	decide: async (_, { request }, [monitor]) => {
		const { config, ...others } = request.body ?? {};
		if (!monitor || !isObject(config)) return request;
		return {
			...request,
			body: { ...others, config: { ...asObject(monitor.config), ...config } },
		};
	},
	records: monitorOf,
	simplify: toMonitorRecord,
};

function changesOf(parameters: Parameters): IDataObject {
	const fields = parameters.group('updateFields');
	const type = String(parameters.option('type'));
	const known = compact({
		name: fields.text('name'),
		config: type === ANY ? undefined : configOf(type, fields),
		...settingsOf(fields),
	});
	const cleared = namesToClear(fields, known).map((name) => CLEARED.get(name));
	return someChange(
		Object.assign({}, known, ...cleared, fields.json('extraFields')) as IDataObject,
	);
}

/** A type that is not shown is let through: DevHelm refuses what does not fit. */
function checkType({ type, name }: IDataObject, chosen: string): void {
	if (chosen === ANY || type === undefined || type === chosen) return;
	throw new FormIssue(
		`Monitor "${String(name)}" is of the type ${String(type)}, and 'Type' is ${chosen}`,
		"Nothing was changed. Choose the type that the monitor has: a monitor's type cannot be changed, so make a new one for another.",
	);
}
