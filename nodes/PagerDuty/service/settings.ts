import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { hours, hoursOf, urgencyRule, urgencySettings } from './hours';

/** Seconds after which PagerDuty does something by itself; 0 is never. */
function timeout(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		placeholder: 'e.g. 14400',
		description,
	};
}

/** What a service can have beside its name and its policy. docs/facts/pagerduty.md#writing-services. */
export const settings: INodeProperties[] = [
	timeout(
		'Acknowledgement Timeout',
		'acknowledgementTimeout',
		'Seconds after which an acknowledged incident that is still open notifies again; 0 for never',
	),
	{
		displayName: 'Auto-Pause',
		name: 'autoPause',
		type: 'boolean',
		default: true,
		description:
			'Whether alerts that are likely to end by themselves wait before they notify. Only some plans have this.',
	},
	choice({
		displayName: 'Auto-Pause Time',
		name: 'autoPauseTime',
		default: 0,
		description: "How long such alerts wait. It switches 'Auto-Pause' on unless that is set.",
		options: [
			{ name: '10 Minutes', value: 600 },
			{ name: '15 Minutes', value: 900 },
			{ name: '2 Minutes', value: 120 },
			{ name: '3 Minutes', value: 180 },
			{ name: '5 Minutes', value: 300 },
			{ name: 'As Recommended', value: 0 },
		],
	}),
	timeout(
		'Auto-Resolve Timeout',
		'autoResolveTimeout',
		'Seconds after which an open incident is resolved by itself; 0 for never',
	),
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Takes the payments of the web shop',
		description: 'What the service is for',
	},
	...urgencySettings,
	hours,
];

/**
 * The settings as requests want them.
 * @param isNew true for a service that has no support hours yet
 * @throws FormIssue for settings that do not go together
 */
export function settingsOf(fields: Parameters, isNew: boolean): IDataObject {
	const support_hours = hoursOf(fields);
	return compact({
		description: fields.text('description'),
		auto_resolve_timeout: seconds(fields, 'autoResolveTimeout'),
		acknowledgement_timeout: seconds(fields, 'acknowledgementTimeout'),
		...urgencyRule(fields, isNew && !support_hours),
		support_hours,
		auto_pause_notifications_parameters: autoPause(fields),
	});
}

function seconds(fields: Parameters, name: string): number | undefined {
	const count = fields.integer(name);
	if (count === undefined || count >= 0) return count;
	return fields.refuse(name, `cannot be ${count}`, 'Use seconds, or 0 to switch it off');
}

function autoPause(fields: Parameters): IDataObject {
	const timeoutSeconds = fields.option<number>('autoPauseTime');
	const enabled = fields.boolean('autoPause') ?? (timeoutSeconds === undefined ? undefined : true);
	return compact({ enabled, timeout: timeoutSeconds });
}
