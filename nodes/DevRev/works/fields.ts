import type { INodeProperties } from 'n8n-workflow';

import {
	dateTime,
	extraFields,
	locator,
	locatorList,
	title as anyTitle,
} from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import { PART, USER } from '../form/ids';
import { artifactIds as anyArtifactIds, tags as anyTags } from '../incident/references';
import { schemaFieldsOf } from '../incident/schemaFields';
import type { WorkKind } from './kind';

/** The issue or ticket that an operation is about; `verb` as in "The issue to change". */
export function theWork({ type, name, id, example }: WorkKind, verb: string): INodeProperties {
	return locator(id, {
		displayName: type === 'issue' ? 'Issue' : 'Ticket',
		name,
		required: true,
		description: `The ${type} to ${verb}: choose it, or give its ID or its number such as ${example}`,
	});
}

/** What DevRev documents of a title and of a body. */
export const title: INodeProperties = limited(
	{
		...anyTitle,
		placeholder: 'e.g. Alert before the connection pool is full',
		description: 'What is to be done or what is wrong, in one line',
	},
	{ vendor: 'DevRev', characters: 256 },
);

const body = ({ type }: WorkKind): INodeProperties =>
	limited(
		{
			displayName: 'Description',
			name: 'body',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			description: `The longer text of the ${type} (its body), in Markdown`,
		},
		{ vendor: 'DevRev', characters: 65_536 },
	);

export const part = ({ type }: WorkKind): INodeProperties =>
	locator(PART, {
		displayName: 'Applies to Part',
		name: 'appliesToPartId',
		description: `The part of the product that the ${type} is about: choose it, or give its ID or its number such as PROD-12`,
	});

export const owners = ({ type }: WorkKind): INodeProperties =>
	locatorList(USER, {
		displayName: 'Owned By',
		name: 'ownedByIds',
		rowName: 'userId',
		description: `The users who own the ${type}; DevRev wants one at least`,
	});

export const reporters = ({ type }: WorkKind): INodeProperties =>
	locatorList(USER, {
		displayName: 'Reported By',
		name: 'reportedByIds',
		rowName: 'userId',
		description: `The users who reported the ${type}; customers are named by their ID`,
	});

export const artifactIds: INodeProperties = limited(anyArtifactIds, {
	vendor: 'DevRev',
	entries: 50,
});

export const tags = ({ type }: WorkKind): INodeProperties => ({
	...anyTags,
	description: `Tags to put on the ${type}`,
});

/** What both take on a create and on an update as one value. */
export const valueFields = (kind: WorkKind): INodeProperties[] => [
	body(kind),
	dateTime({
		displayName: 'Target Close Date',
		name: 'targetCloseDate',
		description: `When the ${kind.type} should be done`,
	}),
	...schemaFieldsOf(kind.type, kind.lists.subtypes),
	{
		displayName: 'Schema Fragment IDs',
		name: 'customSchemaFragmentIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. don:core:dvrv-us-1:devo/example:custom_type_fragment/7',
		description:
			"Fragments of the schema whose fields are set, as a comma-separated list of full IDs. An older way than 'Subtype Name or ID', which is derived.",
	},
	extraFields,
];

/** By ID or by name: both ways are documented, and the ID wins. */
export function stageFields({ type, stage }: WorkKind, isNew: boolean): INodeProperties[] {
	return [
		locator(stage, {
			displayName: 'Stage',
			name: 'stageId',
			description: isNew
				? `The stage in which the ${type} begins. Any but the start stage needs 'Allow Non-Start Stage'.`
				: `The stage to move the ${type} to, by the ways of the organization's stage diagram`,
		}),
		{
			displayName: 'Stage Name',
			name: 'stageName',
			type: 'string',
			default: '',
			placeholder: 'e.g. in_development',
			description: "The stage by its name, in place of 'Stage'",
		},
		isNew
			? {
					displayName: 'Allow Non-Start Stage',
					name: 'allowNonStartStage',
					type: 'boolean',
					default: false,
					description: `Whether the ${type} may begin in a stage that is not the start of the organization's stage diagram`,
				}
			: {
					displayName: 'Allow Invalid Transition',
					name: 'allowInvalidTransition',
					type: 'boolean',
					default: false,
					description: `Whether to move the ${type} even where the organization's stage diagram has no way from its stage to the wanted one`,
				},
	];
}
