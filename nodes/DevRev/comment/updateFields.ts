import type { INodeProperties } from 'n8n-workflow';

import { choice, extraFields } from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import {
	ARTIFACT_EXAMPLE,
	BODY_TYPES,
	idList,
	REFERENCE_LIMIT,
	snapInFields,
	snapKitBody,
	WIDGET_EXAMPLE,
} from './fields';

/** DevRev adds to a list and takes from it, or replaces it, but not both at once. */
const lists: INodeProperties[] = [
	idList({
		displayName: 'Add Artifact IDs',
		name: 'addArtifactIds',
		most: 10,
		example: ARTIFACT_EXAMPLE,
		description:
			'Files to attach beside those that are there, as a comma-separated list of up to 10 IDs. A file can belong to one object only.',
	}),
	idList({
		displayName: 'Add Link Preview IDs',
		name: 'addLinkPreviewIds',
		example: WIDGET_EXAMPLE,
		description: 'Link previews to add, as a comma-separated list (beta API)',
	}),
	idList({
		displayName: 'Remove Artifact IDs',
		name: 'removeArtifactIds',
		most: 10,
		example: ARTIFACT_EXAMPLE,
		description:
			'Files to take off, as a comma-separated list of up to 10 IDs. Those that are not there are ignored.',
	}),
	idList({
		displayName: 'Remove Link Preview IDs',
		name: 'removeLinkPreviewIds',
		example: WIDGET_EXAMPLE,
		description: 'Link previews to take off, as a comma-separated list (beta API)',
	}),
	idList({
		displayName: 'Replace Artifact IDs',
		name: 'replaceArtifactIds',
		most: 50,
		example: ARTIFACT_EXAMPLE,
		description:
			'The files that the comment is to have instead of those that are there, as a comma-separated list of up to 50 IDs',
	}),
	idList({
		displayName: 'Replace Link Preview IDs',
		name: 'replaceLinkPreviewIds',
		example: WIDGET_EXAMPLE,
		description:
			'The link previews that the comment is to have instead of those that are there, as a comma-separated list (beta API)',
	}),
];

/** Everything that `timeline-entries.update` takes. docs/facts/devrev.md#comments. */
export const updateFields: INodeProperties[] = [
	choice({
		displayName: 'Body Type',
		name: 'bodyType',
		default: 'text',
		description: 'The kind that the comment is to be of; it stays as it is unless given',
		options: BODY_TYPES,
	}),
	{
		displayName: 'Clear Fields',
		name: 'clearFields',
		type: 'multiOptions',
		default: [],
		description: 'What to empty: all files, all link previews (beta API), the key (beta API)',
		options: [
			{ name: 'Artifacts', value: 'artifacts' },
			{ name: 'External Reference', value: 'external_ref' },
			{ name: 'Link Previews', value: 'link_previews' },
		],
	},
	limited(
		{
			displayName: 'External Reference',
			name: 'externalReference',
			type: 'string',
			default: '',
			placeholder: 'e.g. alert-4711',
			description: 'A key of your own, which no two comments of an incident can share (beta API)',
		},
		REFERENCE_LIMIT,
	),
	{
		displayName: 'New Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. Payment provider has recovered',
		description: 'What the comment is to say, in Markdown. It replaces the whole text.',
	},
	snapKitBody,
	...snapInFields,
	...lists,
	extraFields,
];
