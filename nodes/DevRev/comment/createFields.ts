import type { INodeProperties } from 'n8n-workflow';

import { choice, dateTime, extraFields, locatorList } from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import { USER } from '../form/ids';
import {
	ARTIFACT_EXAMPLE,
	BODY_TYPES,
	COLLECTIONS,
	idList,
	LABEL_CHARACTERS,
	REFERENCE_LIMIT,
	snapInFields,
	snapKitBody,
	theIncident,
	VISIBILITIES,
	WIDGET_EXAMPLE,
} from './fields';

const shownFor = (...bodyTypes: string[]) => ({
	displayOptions: { show: { bodyType: bodyTypes } },
});

/**
 * What a comment needs; which field holds what it says depends on its type. Only the usual one is
 * marked as required: where an expression gives the type, n8n would demand all of them.
 */
export const mainFields: INodeProperties[] = [
	theIncident('comment on'),
	choice({
		displayName: 'Body Type',
		name: 'bodyType',
		default: 'text',
		description: 'The kind of comment: text for people, or something that snap-ins made',
		options: BODY_TYPES,
	}),
	{
		displayName: 'Comment',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Payment provider confirms the outage, failing over now',
		description: 'The text of the comment, in Markdown. It stands in the timeline of the incident.',
		...shownFor('text', 'data'),
	},
	{ ...snapKitBody, ...shownFor('snap_kit') },
	...snapInFields.map((field) => ({ ...field, ...shownFor('snap_kit') })),
	{
		...idList({
			displayName: 'Snap Widget IDs',
			name: 'snapWidgetIds',
			example: WIDGET_EXAMPLE,
			description: 'The widgets that the comment shows, as a comma-separated list (beta API)',
		}),
		...shownFor('snap_widget'),
	},
	choice({
		displayName: 'Visibility',
		name: 'visibility',
		default: 'internal',
		description:
			"Who can read the comment. Without a choice the node writes for your own organization only; DevRev's own default would be External, which customers can read.",
		options: VISIBILITIES,
	}),
];

/** The rest of what `timeline-entries.create` takes. docs/facts/devrev.md#comments. */
export const additionalFields: INodeProperties[] = [
	idList({
		displayName: 'Artifact IDs',
		name: 'artifactIds',
		most: 50,
		example: ARTIFACT_EXAMPLE,
		description:
			'Files that were uploaded to DevRev before, as a comma-separated list of up to 50 IDs. A file can belong to one object only.',
	}),
	{
		displayName: 'Collections',
		name: 'collections',
		type: 'multiOptions',
		default: [],
		description: 'The parts of the timeline to show it in, the usual one unless given (beta API)',
		options: COLLECTIONS,
	},
	dateTime({
		displayName: 'Expires At',
		name: 'expiresAt',
		description:
			'When DevRev is to delete the comment by itself. At least one minute ahead of the time at which it is sent.',
	}),
	limited(
		{
			displayName: 'External Reference',
			name: 'externalReference',
			type: 'string',
			default: '',
			placeholder: 'e.g. alert-4711',
			description:
				"A key of your own, which no two comments of an incident can share: with it a comment is never written twice, in later executions neither (see 'On Duplicate'). Beta API.",
		},
		REFERENCE_LIMIT,
	),
	limited(
		{
			displayName: 'Labels',
			name: 'labels',
			type: 'string',
			default: '',
			placeholder: 'e.g. runbook, automatic',
			description:
				"Up to 16 labels as a comma-separated list; 'Get Many' can look for them (beta API)",
		},
		{
			vendor: 'DevRev',
			entries: 16,
			characters: LABEL_CHARACTERS,
			advice: 'Shorten or leave out some',
		},
	),
	idList({
		displayName: 'Link Preview IDs',
		name: 'linkPreviewIds',
		example: WIDGET_EXAMPLE,
		description:
			'Snap widgets that preview the links in the text, as a comma-separated list (beta API)',
	}),
	locatorList(USER, {
		displayName: 'Private To',
		name: 'privateToIds',
		rowName: 'userId',
		description: 'Users who can read a private comment beside its author',
	}),
	extraFields,
];
