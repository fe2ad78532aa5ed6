import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { type Limit, limited } from '../../shared/form/limits';
import { COMMENT, INCIDENT } from '../form/ids';

/** The incident that an operation is about; `verb` as in "The incident to comment on". */
export function theIncident(verb: string): INodeProperties {
	return locator(INCIDENT, {
		displayName: 'Incident',
		name: 'incidentId',
		required: true,
		description: `The incident to ${verb}: choose it, or give its ID or its number such as INC-12`,
	});
}

/** The comment that an operation is about, and the incident for the list; `verb` as in "The comment to delete". */
export function theComment(verb: string): INodeProperties[] {
	return [
		locator(INCIDENT, {
			displayName: 'Incident',
			name: 'incidentId',
			description:
				"The incident whose comments the list of 'Comment' offers. It is not needed, and not sent, when the comment is given by its ID.",
		}),
		locator(COMMENT, {
			displayName: 'Comment',
			name: 'commentId',
			required: true,
			typeOptions: { loadOptionsDependsOn: ['incidentId.value'] },
			description: `The comment to ${verb}: choose it from those of the incident, or give its full ID, which starts with don:`,
		}),
	];
}

/** Who can read a comment. docs/facts/devrev.md#visibility-of-comments. */
export const VISIBILITIES: INodePropertyOptions[] = [
	{
		name: 'External',
		value: 'external',
		description: 'Everybody in your organization, and the customers concerned',
	},
	{
		name: 'Internal',
		value: 'internal',
		description: 'Everybody in your organization, and no customers',
	},
	{
		name: 'Private',
		value: 'private',
		description: "Whoever the token belongs to, and the users in 'Private To'",
	},
	{ name: 'Public', value: 'public', description: 'Everybody' },
];

/** The kinds of comments. docs/facts/devrev.md#kinds-of-comments. */
export const BODY_TYPES: INodePropertyOptions[] = [
	{ name: 'Data', value: 'data', description: 'Text that programs read' },
	{ name: 'Snap Kit', value: 'snap_kit', description: 'Buttons and forms of a snap-in, as JSON' },
	{ name: 'Snap Widget', value: 'snap_widget', description: 'Widgets made in DevRev before' },
	{ name: 'Text', value: 'text', description: 'Text for people, in Markdown' },
];

/** Parts of a timeline, which only the beta API tells apart. */
export const COLLECTIONS: INodePropertyOptions[] = [
	{ name: 'Discussions', value: 'discussions' },
	{ name: 'Events', value: 'events' },
];

/** Where the app shows an entry. docs/facts/devrev.md#comments. */
export const PANELS: INodePropertyOptions[] = [
	{ name: 'Alerts', value: 'alerts' },
	{ name: 'Broadcasts', value: 'broadcasts' },
	{ name: 'Customer Chat', value: 'customer_chat' },
	{ name: 'Discussions', value: 'discussions' },
	{ name: 'Events', value: 'events' },
];

/** IDs of objects that DevRev has no list for; `most` of them where DevRev documents how many. */
export function idList(
	own: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & {
		example: string;
		most?: number;
	},
): INodeProperties {
	const { example, most, ...rest } = own;
	return limited(
		{ ...rest, type: 'string', default: '', placeholder: `e.g. ${example}` },
		{
			vendor: 'DevRev',
			entries: most,
			advice: 'Leave some out, or spread them over several comments',
		},
	);
}

/** What DevRev documents of a comment's key. */
export const REFERENCE_LIMIT: Limit = {
	vendor: 'DevRev',
	characters: 512,
	advice: 'Shorten it, or use a hash of it',
};

/** What DevRev documents of a label. */
export const LABEL_CHARACTERS = 64;

export const ARTIFACT_EXAMPLE = 'ARTIFACT-12, ARTIFACT-13';
export const WIDGET_EXAMPLE = 'don:core:dvrv-us-1:devo/example:snap_widget/7';

/** What a comment of a snap-in says. */
export const snapKitBody: INodeProperties = {
	displayName: 'Snap Kit Body (JSON)',
	name: 'snapKitBody',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "snaps": [] }',
	description: 'The buttons and forms of a comment of the type Snap Kit, as a JSON object',
};

/** Which snap-in acts when somebody uses them. */
export const snapInFields: INodeProperties[] = [
	{
		displayName: 'Snap-In Action Name',
		name: 'snapInActionName',
		type: 'string',
		default: '',
		placeholder: 'e.g. acknowledge',
		description:
			'The action of the snap-in that is called when somebody uses what a Snap Kit comment shows',
	},
	{
		displayName: 'Snap-In ID',
		name: 'snapInId',
		type: 'string',
		default: '',
		placeholder: 'e.g. don:integration:dvrv-us-1:devo/example:snap_in/9',
		description: 'The snap-in that a Snap Kit comment belongs to',
	},
];
