import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { dateTime, loadedOption, locator } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { ACCOUNT, GROUP, WORKSPACE } from '../form/ids';
import type { ListField } from '../incident/listFields';
import { enumId, plainId, plainIds } from '../incident/values';

/** As DevRev calls them. docs/facts/devrev.md#issues-and-tickets. */
export const SEVERITIES: INodePropertyOptions[] = [
	{ name: 'Blocker', value: 'blocker' },
	{ name: 'High', value: 'high' },
	{ name: 'Low', value: 'low' },
	{ name: 'Medium', value: 'medium' },
];

export const CHANNELS: INodePropertyOptions[] = [
	{ name: 'Email', value: 'email' },
	{ name: 'PLuG', value: 'plug' },
	{ name: 'Slack', value: 'slack' },
	{ name: 'Twilio', value: 'twilio' },
	{ name: 'Twilio SMS', value: 'twilio_sms' },
];

const CHANNEL_EXAMPLE = 'don:core:dvrv-us-1:devo/example:external_communication_channel/5';

/** What is one value, or one list, on a create and on an update. */
const valueFields: INodeProperties[] = [
	locator(ACCOUNT, {
		displayName: 'Account',
		name: 'accountId',
		description: 'The customer (account) that the ticket comes from',
	}),
	{
		displayName: 'Channel IDs',
		name: 'channelIds',
		type: 'string',
		default: '',
		placeholder: `e.g. ${CHANNEL_EXAMPLE}`,
		description:
			"The channels of the ticket as your organization has them, as a comma-separated list of full IDs. For DevRev's own there is 'Channels'.",
	},
	locator(GROUP, {
		displayName: 'Group',
		name: 'groupId',
		description: 'The group of users that takes care of the ticket',
	}),
	{
		displayName: 'Is Spam',
		name: 'isSpam',
		type: 'boolean',
		default: false,
		description: 'Whether the ticket is nothing that anybody should answer',
	},
	{
		displayName: 'Needs Response',
		name: 'needsResponse',
		type: 'boolean',
		default: true,
		description: 'Whether somebody has to answer the customer',
	},
	{
		displayName: 'Severity',
		name: 'severity',
		type: 'options',
		default: 'medium',
		description: 'How bad it is for the customer',
		options: SEVERITIES,
	},
	{
		displayName: 'Source Channel ID',
		name: 'sourceChannelId',
		type: 'string',
		default: '',
		placeholder: `e.g. ${CHANNEL_EXAMPLE}`,
		description: 'The channel that the ticket came in by, as a full ID',
	},
	locator(WORKSPACE, {
		displayName: 'Workspace',
		name: 'workspaceId',
		description:
			"The workspace (the customer's organization) that the ticket comes from: choose it, or give its ID",
	}),
];

export const valuesOf = (fields: Parameters): IDataObject => ({
	account: fields.id('accountId'),
	channels_v2: plainIds(fields, 'channelIds'),
	group: fields.id('groupId'),
	is_spam: fields.boolean('isSpam'),
	needs_response: fields.boolean('needsResponse'),
	rev_org: fields.id('workspaceId'),
	severity: fields.option<string>('severity'),
	source_channel_v2: plainId(fields, 'sourceChannelId'),
});

const channels: INodeProperties = {
	displayName: 'Channels',
	name: 'channels',
	type: 'multiOptions',
	default: [],
	description: 'The ways by which the customer is answered',
	options: CHANNELS,
};

export const channelsOf = (fields: Parameters): string[] => fields.options<string>('channels');

export const createFields: INodeProperties[] = [
	...valueFields,
	channels,
	{
		displayName: 'Source Channel',
		name: 'sourceChannel',
		type: 'string',
		default: '',
		placeholder: 'e.g. email',
		description: 'The name of the channel that the ticket came in by',
	},
];

/** A ticket's own list that an update replaces. */
export const channelChanges: ListField[] = [
	{
		name: 'channelChanges',
		label: 'Channels',
		about: 'The ways by which the customer is answered',
		api: 'channels',
		entries: channels,
		read: (row) => channelsOf(row).map((id) => ({ id })),
		present: ({ channels: present }) =>
			(Array.isArray(present) ? present : []).map((id) => ({ id }) as IDataObject),
	},
];

/** What only an update takes. */
export const updateFields: INodeProperties[] = [
	...valueFields,
	{
		displayName: 'Is Archived',
		name: 'isArchived',
		type: 'boolean',
		default: true,
		description: 'Whether the ticket is put away',
	},
	{
		displayName: 'Is Frozen',
		name: 'isFrozen',
		type: 'boolean',
		default: true,
		description: 'Whether the ticket can no longer be worked on',
	},
	loadedOption({
		displayName: 'Sentiment Name or ID',
		name: 'sentiment',
		method: 'getTicketSentiments',
		about: 'How the customer feels about it',
	}),
	dateTime({
		displayName: 'Sentiment Modified Date',
		name: 'sentimentModifiedDate',
		description: 'When the sentiment changed last',
	}),
	{
		displayName: 'Sentiment Summary',
		name: 'sentimentSummary',
		type: 'string',
		default: '',
		placeholder: 'e.g. Waits for a refund since Monday',
		description: 'Why the customer feels like that',
	},
];

export const sentimentOf = (fields: Parameters): IDataObject => ({
	is_archived: fields.boolean('isArchived'),
	is_frozen: fields.boolean('isFrozen'),
	sentiment: enumId(fields, 'sentiment'),
	sentiment_modified_date: fields.date('sentimentModifiedDate'),
	sentiment_summary: fields.text('sentimentSummary'),
});
