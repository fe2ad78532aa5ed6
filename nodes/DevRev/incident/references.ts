import type { INodeProperties } from 'n8n-workflow';

import { locator, locatorList, type IdKind } from '../../shared/form/fields';
import { ACCOUNT, ARTICLE, PART, TAG, USER } from '../form/ids';

/** A list of objects that an incident refers to. docs/facts/devrev.md#fields-of-a-create. */
interface ReferenceList {
	kind: IdKind;
	label: string;
	/** The parameter that holds the IDs. */
	name: string;
	rowName: string;
	about: string;
}

/** As the form has them; `listFields.ts` knows what the API calls them. */
export const REFERENCES = {
	parts: {
		kind: PART,
		label: 'Applies to Parts',
		name: 'appliesToPartIds',
		rowName: 'partId',
		about: 'The parts of the product that are affected',
	},
	customers: {
		kind: ACCOUNT,
		label: 'Impact Customers',
		name: 'impactCustomerIds',
		rowName: 'accountId',
		about: 'The customers (accounts) that the incident hits',
	},
	owners: {
		kind: USER,
		label: 'Owned By',
		name: 'ownedByIds',
		rowName: 'userId',
		about: 'The users who own the incident',
	},
	playbooks: {
		kind: ARTICLE,
		label: 'Playbooks',
		name: 'playbookIds',
		rowName: 'articleId',
		about: 'Articles that say what to do in such an incident',
	},
	analyses: {
		kind: ARTICLE,
		label: 'Post-Incident Analyses',
		name: 'piaIds',
		rowName: 'articleId',
		about: 'Articles with the analysis after the incident (PIA)',
	},
	related: {
		kind: ARTICLE,
		label: 'Related Documents',
		name: 'relatedDocIds',
		rowName: 'articleId',
		about: 'Other articles that help. DevRev takes them but does not return them.',
	},
} satisfies { [list: string]: ReferenceList };

/** The field of such a list. */
export function referenceField({ kind, label, name, rowName, about }: ReferenceList) {
	return locatorList(kind, { displayName: label, name, rowName, description: about });
}

export const artifactIds: INodeProperties = {
	displayName: 'Artifact IDs',
	name: 'artifactIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. ARTIFACT-12, ARTIFACT-13',
	description:
		'Files that were uploaded to DevRev before, as a comma-separated list of IDs. A file can belong to one object only.',
};

export const tags: INodeProperties = {
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
