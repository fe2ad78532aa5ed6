import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, extraFields, locator, locatorList } from '../../shared/form/fields';
import { shown } from '../../shared/form/given';
import { limited } from '../../shared/form/limits';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { ALERT_CHANNEL, ENVIRONMENT, SECRET, TAG } from '../form/ids';
import { number, textsOf, wholeWithin } from '../form/values';
import { assertions, assertionsOf } from './assertions';
import { managers } from './managers';
import { incidentPolicy, policyOf, triggerRules } from './policy';

export const monitorName = limited(
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Checkout page',
		description: 'What the monitor is called; 255 characters at most',
	},
	{ vendor: 'DevHelm', characters: 255 },
);

const WITH_HEADER = ['api_key', 'header'];

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'auth',
	type: 'fixedCollection',
	placeholder: 'Add Authentication',
	default: {},
	description: "How the monitor signs in, with a secret out of DevHelm's vault",
	options: [
		{
			displayName: 'Authentication',
			name: 'values',
			values: [
				choice({
					displayName: 'Scheme',
					name: 'scheme',
					default: 'bearer',
					description: 'How the secret is sent',
					options: [
						{ name: 'API Key', value: 'api_key' },
						{ name: 'Basic', value: 'basic' },
						{ name: 'Bearer', value: 'bearer' },
						{ name: 'Header', value: 'header' },
					],
				}),
				{
					displayName: 'Header Name',
					name: 'headerName',
					type: 'string',
					default: '',
					placeholder: 'e.g. X-API-Key',
					description: 'The header in which the secret is sent',
					displayOptions: { show: { scheme: WITH_HEADER } },
				},
				locator(SECRET, {
					displayName: 'Secret',
					name: 'secretId',
					description: "The secret in DevHelm's vault: choose it, or give its ID",
				}),
			],
		},
	],
};

const newTags: INodeProperties = {
	displayName: 'New Tags',
	name: 'newTags',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add New Tag' },
	placeholder: 'Add New Tag',
	default: {},
	description: 'Tags by their names; one that there is not yet is made',
	options: [
		{
			displayName: 'New Tag',
			name: 'values',
			values: [
				limited(
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. payments',
						description: 'What the tag is called; 100 characters at most',
					},
					{ vendor: 'DevHelm', characters: 100 },
				),
				{
					displayName: 'Color',
					name: 'color',
					type: 'color',
					default: '',
					description: 'Its color, such as #6B7280; without one it is grey',
				},
			],
		},
	],
};

/** What every type of monitor has, for a collection. docs/facts/devhelm.md#making-and-changing-monitors. */
export const settings: INodeProperties[] = [
	locatorList(ALERT_CHANNEL, {
		displayName: 'Alert Channels',
		name: 'alertChannelIds',
		rowName: 'alertChannelId',
		description: 'Channels that are told when the monitor opens an incident',
	}),
	assertions,
	authentication,
	number({
		displayName: 'Check Every (Seconds)',
		name: 'frequencySeconds',
		default: 60,
		description: 'How often the monitor checks, from every 10 seconds to once a day',
	}),
	{
		displayName: 'Enabled',
		name: 'enabled',
		type: 'boolean',
		default: true,
		description: 'Whether the monitor checks; off, it is paused',
	},
	locator(ENVIRONMENT, {
		displayName: 'Environment',
		name: 'environmentId',
		description: 'The environment that the monitor belongs to',
	}),
	extraFields,
	incidentPolicy,
	triggerRules,
	choice({
		displayName: 'Managed By',
		name: 'managedBy',
		default: 'API',
		description: 'Who looks after the monitor, for the audit log',
		options: managers,
	}),
	newTags,
	{
		displayName: 'Regions',
		name: 'regions',
		type: 'string',
		default: '',
		placeholder: 'e.g. us-east,eu-west',
		description:
			'Where it is checked from, with commas between them: us-east, us-west, eu-west and ap-south at DevHelm itself',
	},
	locatorList(TAG, {
		displayName: 'Tags',
		name: 'tagIds',
		rowName: 'tagId',
		description: 'Tags that there are already',
	}),
];

/**
 * What is filled in of the settings.
 * @throws FormIssue for what is not whole
 */
export function settingsOf(fields: Parameters): IDataObject {
	return compact({
		frequencySeconds: wholeWithin(fields, 'frequencySeconds', 10, 86_400),
		enabled: fields.boolean('enabled'),
		regions: textsOf(fields, 'regions'),
		managedBy: fields.option('managedBy'),
		environmentId: fields.id('environmentId'),
		assertions: assertionsOf(fields),
		auth: authOf(fields),
		incidentPolicy: policyOf(fields),
		alertChannelIds: fields.ids('alertChannelIds'),
		tags: compact({ tagIds: fields.ids('tagIds'), newTags: newTagsOf(fields) }),
	});
}

function authOf(fields: Parameters): IDataObject | undefined {
	const [row] = fields.rows('auth');
	const type = row?.option<string>('scheme');
	if (!row || !type) return;
	const vaultSecretId = row.id('secretId');
	if (vaultSecretId === undefined) {
		const hint = "Choose the secret out of DevHelm's vault, or remove the authentication";
		return row.refuse('secretId', 'is empty', hint);
	}
	return {
		type,
		...(WITH_HEADER.includes(type) ? { headerName: headerNameOf(row) } : {}),
		vaultSecretId,
	};
}

function headerNameOf(row: Parameters): string {
	const name = row.text('headerName');
	if (name !== undefined && /^[A-Za-z0-9\-_]+$/.test(name)) return name;
	const complaint = name === undefined ? 'is empty' : `is no name of a header: ${shown(name)}`;
	return row.refuse('headerName', complaint, 'Use letters, digits, hyphens and underscores');
}

function newTagsOf(fields: Parameters): IDataObject[] {
	return fields.rows('newTags').map((row) => {
		const name =
			row.text('name') ?? row.refuse('name', 'is empty', 'Fill it in, or remove the row');
		const color = row.text('color');
		if (color !== undefined && !/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)) {
			row.refuse('color', `is no color: ${shown(color)}`, 'Use the form #6B7280');
		}
		return compact({ name, color });
	});
}
