import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { GROUP, WORKSPACE } from '../form/ids';
import { textField } from '../incident/syncFilters';
import { plainIds, textRows } from '../incident/values';
import { CHANNELS, SEVERITIES } from './fields';

/** IDs of objects that DevRev has no list for, or none that pages as all others do. */
const idList = (displayName: string, name: string, which: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description: `Only tickets ${which}, as a comma-separated list of full IDs`,
});

const isWanted = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description,
});

/** What only tickets are filtered by. docs/facts/devrev.md#filters-of-the-list-of-issues-and-tickets. */
export const filterFields: INodeProperties[] = [
	idList('Brand IDs', 'brandIds', 'of one of these brands'),
	idList('Channel IDs', 'channelIds', "in one of these channels of your organization's"),
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'multiOptions',
		default: [],
		description: "Only tickets in one of these channels of DevRev's own",
		options: CHANNELS,
	},
	locatorList(GROUP, {
		displayName: 'Groups',
		name: 'groupIds',
		rowName: 'groupId',
		description: 'Only tickets that one of these groups takes care of',
	}),
	isWanted('Is Frozen', 'isFrozen', 'Whether to read frozen tickets, or all but those'),
	isWanted('Is Spam', 'isSpam', 'Whether to read spam, or all but that'),
	isWanted(
		'Needs Response',
		'needsResponse',
		'Whether to read tickets whose customer has to be answered, or all but those',
	),
	{
		displayName: 'Severities',
		name: 'severity',
		type: 'multiOptions',
		default: [],
		description: 'Only tickets with one of these severities',
		options: SEVERITIES,
	},
	idList('Source Channel IDs', 'sourceChannelIds', 'that came in by one of these channels'),
	textField('Source Channels', 'sourceChannel', 'Add Channel', {
		placeholder: 'e.g. email',
		description: 'Only tickets that came in by a channel of exactly this name',
	}),
	locatorList(WORKSPACE, {
		displayName: 'Workspaces',
		name: 'workspaceIds',
		rowName: 'workspaceId',
		description: "Only tickets of one of these workspaces (customers' organizations)",
	}),
];

export const filterBody = (fields: Parameters): IDataObject => ({
	brand: plainIds(fields, 'brandIds'),
	channels: fields.options('channels'),
	channels_v2: plainIds(fields, 'channelIds'),
	group: fields.ids('groupIds'),
	is_frozen: fields.boolean('isFrozen'),
	is_spam: fields.boolean('isSpam'),
	needs_response: fields.boolean('needsResponse'),
	rev_org: fields.ids('workspaceIds'),
	severity: fields.options('severity'),
	source_channel: textRows(fields, 'sourceChannel'),
	source_channel_v2: plainIds(fields, 'sourceChannelIds'),
});
