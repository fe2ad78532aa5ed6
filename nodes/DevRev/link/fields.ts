import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { choice, locator } from '../../shared/form/fields';
import { CUSTOM_LINK_TYPE, INCIDENT, LINK_TARGET } from '../form/ids';
import { TARGET_TYPES } from '../form/linkLookups';

export const CUSTOM = 'custom_link';

/** Read from the incident to the target. docs/facts/devrev.md#links. */
export const LINK_TYPES: INodePropertyOptions[] = [
	{
		name: 'Custom Link',
		value: CUSTOM,
		description: "A type of your own, from 'Custom Link Type'",
	},
	{ name: 'Developed With', value: 'developed_with' },
	{ name: 'Imports', value: 'imports' },
	{ name: 'Is Analyzed By', value: 'is_analyzed_by' },
	{ name: 'Is Converted To', value: 'is_converted_to' },
	{
		name: 'Is Dependent On',
		value: 'is_dependent_on',
		description: 'The incident waits for the target, such as an issue with the fix',
	},
	{
		name: 'Is Duplicate Of',
		value: 'is_duplicate_of',
		description: 'The target is the same problem',
	},
	{ name: 'Is Follow-Up Of', value: 'is_follow_up_of' },
	{ name: 'Is Merged Into', value: 'is_merged_into' },
	{ name: 'Is Parent Of', value: 'is_parent_of', description: 'The target is a part of it' },
	{ name: 'Is Part Of', value: 'is_part_of' },
	{
		name: 'Is Related To',
		value: 'is_related_to',
		description: 'They have to do with each other',
	},
	{ name: 'Serves', value: 'serves' },
];

export const mainFields: INodeProperties[] = [
	locator(INCIDENT, {
		displayName: 'Incident',
		name: 'incidentId',
		required: true,
		description:
			'The incident that the link starts from: choose it, or give its ID or its number such as INC-12',
	}),
	choice({
		displayName: 'Link Type',
		name: 'linkType',
		default: 'is_related_to',
		description:
			"How the incident relates to the target, read from the incident to the target ('Incident' is dependent on 'Target'). DevRev allows each type between certain kinds of objects only.",
		options: LINK_TYPES,
	}),
	{
		...locator(CUSTOM_LINK_TYPE, {
			displayName: 'Custom Link Type',
			name: 'customLinkTypeId',
			description:
				'The link type that your organization defined: choose it, or give its full ID, which starts with don:',
		}),
		displayOptions: { show: { linkType: [CUSTOM] } },
	},
	choice({
		displayName: 'Target Type',
		name: 'targetType',
		default: 'issue',
		description:
			"The kind of object that the list of 'Target' offers. It is not sent: an ID can be of any kind.",
		options: TARGET_TYPES,
	}),
	locator(LINK_TARGET, {
		displayName: 'Target',
		name: 'targetId',
		required: true,
		typeOptions: { loadOptionsDependsOn: ['targetType'] },
		description:
			'The object that the link leads to: choose it, or give its ID or its number such as ISS-12',
	}),
];
