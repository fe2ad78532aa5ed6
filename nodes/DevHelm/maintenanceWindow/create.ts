import {
	choice,
	collection,
	dateTime,
	extraFields,
	locator,
	simplify,
} from '../../shared/form/fields';
import type { CreateOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { compact } from '../../shared/ground/values';
import { MONITOR } from '../form/ids';
import { existing } from './existing';
import { PATH, reason, suppressAlerts } from './fields';
import { toWindowRecord, windowOf } from './record';

/** `POST /api/v1/maintenance-windows`. docs/facts/devhelm.md#maintenance-windows. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create maintenance window',
	description:
		'Plan a time in which one monitor, or every monitor of the organization, alerts nobody',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look among the maintenance windows in DevHelm for one with these times before you run this item again.',
	properties: [
		choice({
			displayName: 'Applies To',
			name: 'appliesTo',
			required: true,
			default: 'monitor',
			description: 'What falls silent: one monitor, or all monitors of the organization',
			options: [
				{ name: 'One Monitor', value: 'monitor' },
				{ name: 'Whole Organization', value: 'organization' },
			],
		}),
		{
			...locator(MONITOR, {
				displayName: 'Monitor',
				name: 'monitorId',
				required: true,
				description: 'The monitor that is worked on: choose it, or give its ID',
			}),
			displayOptions: { show: { appliesTo: ['monitor'] } },
		},
		dateTime({
			displayName: 'Starts At',
			name: 'startsAt',
			required: true,
			description:
				'When the work begins; without a zone it is read in the time zone of the workflow',
		}),
		dateTime({
			displayName: 'Ends At',
			name: 'endsAt',
			required: true,
			description: 'When alerts are sent again; it lies after the start',
		}),
		collection('Additional Fields', 'additionalFields', [extraFields, reason, suppressAlerts]),
		simplify,
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: PATH,
			body: {
				...compact({
					monitorId: monitorOf(parameters),
					...timeRange(parameters, 'startsAt', 'endsAt', true),
					reason: fields.text('reason'),
					suppressAlerts: fields.boolean('suppressAlerts'),
				}),
				...fields.json('extraFields'),
			},
		};
	},
	existing,
	records: windowOf,
	simplify: toWindowRecord,
};

/** Without a monitor the vendor silences them all, so that has to be asked for by name. */
function monitorOf(parameters: Parameters): string | undefined {
	const appliesTo = parameters.option<string>('appliesTo');
	return appliesTo === 'organization' ? undefined : parameters.id('monitorId');
}
