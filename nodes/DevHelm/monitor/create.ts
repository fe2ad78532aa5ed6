import type { IDataObject } from 'n8n-workflow';

import { collection, simplify } from '../../shared/form/fields';
import { asText } from '../../shared/ground/values';
import type { CreateOperation } from '../../shared/run/operation';
import { configOf, optionalFields, requiredFields } from './config';
import { existing } from './existing';
import { monitorOf } from './fields';
import { toMonitorRecord } from './record';
import { monitorName, settings, settingsOf } from './settings';
import { type } from './types';

/** `POST /api/v1/monitors`. docs/facts/devhelm.md#making-and-changing-monitors. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create monitor',
	description:
		'Let DevHelm check a web address, a domain, a host, a port, an MCP server or a job of yours from now on',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look among the monitors in DevHelm for one of this name before you run this item again.',
	properties: [
		{ ...monitorName, required: true },
		type,
		...requiredFields,
		simplify,
		collection('Additional Fields', 'additionalFields', [...optionalFields, ...settings]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const chosen = String(parameters.option('type'));
		return {
			method: 'POST',
			path: '/api/v1/monitors',
			body: {
				name: parameters.text('name'),
				type: chosen,
				config: configOf(chosen, parameters, fields),
				...settingsOf(fields),
				...fields.json('extraFields'),
			},
		};
	},
	existing,
	records: monitorOf,
	simplify: toNewRecord,
};

/** A new heartbeat monitor is of use only to who knows the address that its job has to call. */
function toNewRecord(monitor: IDataObject): IDataObject {
	return { ...toMonitorRecord(monitor), pingUrl: asText(monitor.pingUrl) ?? null };
}
