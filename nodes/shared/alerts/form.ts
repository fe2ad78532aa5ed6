import type { INodeProperties } from 'n8n-workflow';

import { choice, dateTime } from '../form/fields';
import { SOURCES } from './sources';
import { PLACEHOLDERS } from './template';

export const AUTOMATIC = 'auto';
export const GENERIC = 'generic';

const byName = (one: { name: string }, other: { name: string }) =>
	one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;

const severities = [
	{ name: 'Critical', value: 'critical' },
	{ name: 'Error', value: 'error' },
	{ name: 'Info', value: 'info' },
	{ name: 'Warning', value: 'warning' },
];

const forGeneric = { displayOptions: { show: { alertSource: [GENERIC] } } };

/** What "Send From Alert" asks about the alert itself, the same for every vendor. */
export const alertFields: INodeProperties[] = [
	choice({
		displayName: 'Source',
		name: 'alertSource',
		default: AUTOMATIC,
		description: 'The tool that sent the alert',
		options: [
			{ name: 'Automatic', value: AUTOMATIC, description: 'Tell the tool by what it has sent' },
			{
				name: 'Generic',
				value: GENERIC,
				description: 'Any other tool: fill in the parts of the alert',
			},
			...SOURCES.map(({ name, value }) => ({ name, value })),
		].sort(byName),
	}),
	{
		displayName: 'Alert (JSON)',
		name: 'alert',
		type: 'json',
		required: true,
		default: '={{ $json.body ?? $json }}',
		description:
			'What the tool has sent, as it came: the body behind a Webhook node, or the item itself. A group of alerts gives one result for each alert.',
		displayOptions: { hide: { alertSource: [GENERIC] } },
	},
	{
		displayName: 'Alert Title',
		name: 'alertTitle',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Disk of web-1 is full',
		description: 'What is wrong, in one line',
		...forGeneric,
	},
	{
		...choice({
			displayName: 'Alert State',
			name: 'alertState',
			default: 'firing',
			description: 'Whether the problem is there or over; an expression may give either word',
			options: [
				{ name: 'Firing', value: 'firing' },
				{ name: 'Resolved', value: 'resolved' },
			],
		}),
		...forGeneric,
	},
	{
		displayName: 'Alert Fingerprint',
		name: 'alertFingerprint',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. web-1/disk',
		description:
			'What stays the same from the first to the last message of one problem, and differs for another, such as the ID of the alert in the tool',
		...forGeneric,
	},
	{
		displayName: 'More About the Alert',
		name: 'alertParts',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		...forGeneric,
		options: [
			dateTime({
				displayName: 'Ended At',
				name: 'endedAt',
				description: 'When the problem was over',
			}),
			{
				displayName: 'Labels (JSON)',
				name: 'labels',
				type: 'json',
				default: '{}',
				placeholder: 'e.g. { "region": "eu-west-1" }',
				description: 'More facts, as a JSON object',
			},
			{
				displayName: 'Link',
				name: 'link',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://monitoring.example.com/alerts/4711',
				description: 'Address of the alert in the tool',
			},
			{
				displayName: 'Service Name',
				name: 'serviceName',
				type: 'string',
				default: '',
				placeholder: 'e.g. checkout',
				description: 'What the affected thing belongs to',
			},
			{
				displayName: 'Severity Word',
				name: 'severityWord',
				type: 'string',
				default: '',
				placeholder: 'e.g. critical',
				description: 'How bad it is, in a common word such as critical, high, warning, P2 or sev1',
			},
			dateTime({
				displayName: 'Started At',
				name: 'startedAt',
				description: 'When the problem began',
			}),
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				description: 'The longer text',
			},
			{
				displayName: 'What Is Affected',
				name: 'affected',
				type: 'string',
				default: '',
				placeholder: 'e.g. web-1.example.com',
				description: 'The host or another name that is unique',
			},
		],
	},
];

const TEMPLATE = `Parts of the alert stand in single braces: ${PLACEHOLDERS}`;

/** What may be changed about an alert, under "Options". */
export const alertOptions: INodeProperties[] = [
	{
		displayName: 'Fingerprint Template',
		name: 'fingerprintTemplate',
		type: 'string',
		default: '',
		placeholder: 'e.g. {labels.alertname}/{source}',
		description: `What tells one problem from another, instead of the tool's own fingerprint. ${TEMPLATE}. Use nothing that changes while the problem lasts.`,
	},
	{
		displayName: 'Resolve When Over',
		name: 'resolveWhenOver',
		type: 'boolean',
		default: true,
		description: 'Whether a resolved alert resolves what the same alert has opened',
	},
	{
		displayName: 'Severity Template',
		name: 'severityTemplate',
		type: 'string',
		default: '',
		placeholder: 'e.g. {labels.priority}',
		description: `How bad it is, as critical, error, warning, info or another common word. ${TEMPLATE}.`,
	},
	choice({
		displayName: 'Severity When Unknown',
		name: 'severityWhenUnknown',
		default: 'critical',
		description: 'For alerts that do not say how bad it is',
		options: severities,
	}),
	{
		displayName: 'Text Template',
		name: 'textTemplate',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. {text} Runbook: {labels.runbook}',
		description: `The longer text, instead of the tool's own with all that the alert says. ${TEMPLATE}.`,
	},
	{
		displayName: 'Title Template',
		name: 'titleTemplate',
		type: 'string',
		default: '',
		placeholder: 'e.g. [{severity}] {title} on {source}',
		description: `The title, instead of the tool's own. ${TEMPLATE}.`,
	},
];

/** "When It Fires Again", for vendors that can change what is open. */
export const whenFiringAgain: INodeProperties = choice({
	displayName: 'When It Fires Again',
	name: 'whenFiringAgain',
	default: 'update',
	description: 'What to do when the alert fires and what it has opened is still open',
	options: [
		{
			name: 'Leave Unchanged',
			value: 'leave',
			description: 'Nothing is sent; what is open comes out',
		},
		{
			name: 'Update What Has Changed',
			value: 'update',
			description: 'Change the title and the severity where the alert has others now',
		},
	],
});
