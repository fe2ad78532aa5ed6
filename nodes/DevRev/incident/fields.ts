import type { INodeProperties } from 'n8n-workflow';

import { dateTime, extraFields, loadedOption, locator, locatorList } from '../../shared/fields';
import { ACCOUNT, ARTICLE, PART, STAGE, TAG, USER } from '../ids';
import { schemaFields } from './schemaFields';
import { syncFields } from './syncFields';

const stage: INodeProperties[] = [
	locator(STAGE, {
		displayName: 'Stage',
		name: 'stageId',
		description:
			"The stage in which the incident begins. Any but the start stage needs 'Allow Non-Start Stage'.",
	}),
	{
		displayName: 'Allow Non-Start Stage',
		name: 'allowNonStartStage',
		type: 'boolean',
		default: false,
		description:
			"Whether the incident may begin in a stage that is not the start of the organization's stage diagram",
	},
	{
		displayName: 'Stage Notes',
		name: 'stageNotes',
		type: 'string',
		default: '',
		placeholder: 'e.g. Raised by the monitoring',
		description: "A note on why the incident is in the chosen 'Stage'",
	},
];

const dates: INodeProperties[] = [
	dateTime({
		displayName: 'Acknowledged Date',
		name: 'acknowledgedDate',
		description: 'When somebody took on the incident',
	}),
	dateTime({
		displayName: 'Identified Date',
		name: 'identifiedDate',
		description: 'When the incident was noticed or reported',
	}),
	dateTime({
		displayName: 'Mitigated Date',
		name: 'mitigatedDate',
		description: 'When its effects were brought under control',
	}),
	dateTime({
		displayName: 'Target Close Date',
		name: 'targetCloseDate',
		description: 'When the incident should be over',
	}),
];

const references: INodeProperties[] = [
	locatorList(PART, {
		displayName: 'Applies to Parts',
		name: 'appliesToPartIds',
		rowName: 'partId',
		description: 'The parts of the product that are affected',
	}),
	{
		displayName: 'Artifact IDs',
		name: 'artifactIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. ARTIFACT-12, ARTIFACT-13',
		description:
			'Files that were uploaded to DevRev before, as a comma-separated list of IDs. A file can belong to one object only.',
	},
	locatorList(ACCOUNT, {
		displayName: 'Impact Customers',
		name: 'impactCustomerIds',
		rowName: 'accountId',
		description: 'The customers (accounts) that the incident hits',
	}),
	locatorList(USER, {
		displayName: 'Owned By',
		name: 'ownedByIds',
		rowName: 'userId',
		description: 'The users who own the incident',
	}),
	locatorList(ARTICLE, {
		displayName: 'Playbooks',
		name: 'playbookIds',
		rowName: 'articleId',
		description: 'Articles that say what to do in such an incident',
	}),
	locatorList(ARTICLE, {
		displayName: 'Post-Incident Analyses',
		name: 'piaIds',
		rowName: 'articleId',
		description: 'Articles with the analysis after the incident (PIA)',
	}),
	locatorList(ARTICLE, {
		displayName: 'Related Documents',
		name: 'relatedDocIds',
		rowName: 'articleId',
		description: 'Other articles that help. DevRev takes them but does not return them.',
	}),
];

const tags: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
	placeholder: 'Add Tag',
	default: {},
	description: 'Tags to put on the incident',
	options: [
		{
			displayName: 'Tag',
			name: 'values',
			values: [
				locator(TAG, { displayName: 'Tag', name: 'tagId' }),
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. eu',
					description: 'One of the values that the tag allows; leave it empty for a tag without',
				},
			],
		},
	],
};

const enums: INodeProperties[] = [
	loadedOption({
		displayName: 'Impact Count Name or ID',
		name: 'impactCount',
		method: 'getImpactCounts',
		about:
			'How many customers the incident hits, as one of the sizes that the organization defined and not as a number of customers',
	}),
	loadedOption({
		displayName: 'Reported By Name or ID',
		name: 'reportedBy',
		method: 'getReporters',
		about: 'What kind of party noticed the incident first; this is no user',
	}),
	loadedOption({
		displayName: 'Severity Name or ID',
		name: 'severity',
		method: 'getSeverities',
		about: 'How bad it is. The ID is not the number in the name: as DevRev ships it, 1 is sev-0',
	}),
];

/** All optional fields of an incident that is created; "Update" will share most of them. */
export const additionalFields: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'The longer text of the incident (its body), in Markdown',
	},
	...stage,
	...dates,
	...references,
	tags,
	...enums,
	...schemaFields,
	...syncFields,
	extraFields,
];

/** What older versions of the API took. Sheet devrev, section 8. */
export const legacyFields: INodeProperties = {
	displayName: 'Legacy Fields',
	name: 'legacyFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description:
		"Fields of older versions of the API. The current API refuses 'Impacted Customers' and 'Stakeholders'.",
	options: [
		locatorList(ACCOUNT, {
			displayName: 'Impacted Customers',
			name: 'impactedCustomerIds',
			rowName: 'accountId',
			description:
				"The customers that the incident hits. The current API refuses this field: use 'Impact Customers' under 'Additional Fields'.",
		}),
		loadedOption({
			displayName: 'Source Name or ID',
			name: 'source',
			method: 'getSources',
			about:
				'Where the incident was created. Deprecated by DevRev, and for service accounts and system users only',
		}),
		locatorList(USER, {
			displayName: 'Stakeholders',
			name: 'stakeholderIds',
			rowName: 'userId',
			description:
				'Users who are kept informed. The current API refuses this field and has no other for it.',
		}),
	],
};
