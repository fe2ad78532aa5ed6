import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { asObject, asRows, asText, compact } from '../../shared/ground/values';
import { tagOf } from './body';
import { artifactIds, REFERENCES, referenceField, tags } from './references';
import { plainIds } from './values';

/** One entry of a list: the ID, the number that people say, and the value that only a tag has. */
export interface Entry {
	id: string;
	number?: string;
	value?: string;
}

/** What the form says about one list of an incident. */
export interface ListField {
	name: string;
	label: string;
	about: string;
	/** As the API calls it; the customers stand in `impact`. */
	api: string;
	/** The field that holds the entries. */
	entries: INodeProperties;
	read: (row: Parameters) => Entry[];
	/** What the incident has; undefined for a list that DevRev does not give back. */
	present?: (incident: IDataObject) => IDataObject[];
	/** An entry as the API wants it; its ID unless given. */
	toApi?: (entry: Entry) => IDataObject | string;
	/** True for a list that DevRev itself can add to and remove from. */
	isNative?: boolean;
	/** True for a list that must keep one entry at least. */
	isNeverEmpty?: boolean;
}

/** "Users" for "user". */
const plural = (noun: string) => `${noun[0].toUpperCase()}${noun.slice(1)}s`;

type Reference = keyof typeof REFERENCES;

function references(name: string, list: Reference, api: string): ListField {
	const reference = REFERENCES[list];
	return {
		name,
		label: reference.label,
		about: reference.about.split('. ')[0],
		api,
		entries: { ...referenceField(reference), displayName: plural(reference.kind.noun) },
		read: (row) => row.ids(reference.name).map((id) => ({ id })),
		...(list === 'related' ? {} : { present: (incident) => asRows(incident[api]) }),
	};
}

/** An update knows nothing but the replacement of a whole list. docs/facts/devrev.md#updating-an-incident. */
export const LISTS: ListField[] = [
	references('appliesToParts', 'parts', 'applies_to_parts'),
	{
		name: 'artifacts',
		label: 'Artifacts',
		about: 'The files of the incident',
		api: 'artifacts',
		entries: artifactIds,
		read: (row) => plainIds(row, 'artifactIds').map((id) => ({ id })),
		present: (incident) => asRows(incident.artifacts),
	},
	{
		...references('impactCustomerIds', 'customers', 'customer_ids'),
		present: ({ impact }) => asRows(asObject(impact).customer_ids),
	},
	references('ownedBy', 'owners', 'owned_by'),
	references('pia', 'analyses', 'pia'),
	references('playbooks', 'playbooks', 'playbooks'),
	references('relatedDocs', 'related', 'related_docs'),
	{
		name: 'tags',
		label: 'Tags',
		about: 'The tags of the incident',
		api: 'tags',
		entries: { ...tags, description: 'The tags that this is about' },
		read: (row) =>
			row
				.rows('tags')
				.flatMap(tagOf)
				.map(({ tag_id, value }) => ({ id: String(tag_id), value: asText(value) })),
		toApi: ({ id, value }) => compact({ tag_id: id, value }),
		present: (incident) =>
			asRows(incident.tags).map(({ tag, value }) => ({ ...asObject(tag), value })),
	},
];

const ADD = { name: 'Add', value: 'add', description: 'Keep the list and add these' };
const CLEAR = { name: 'Clear', value: 'clear', description: 'Take all entries off' };
const REMOVE = { name: 'Remove', value: 'remove', description: 'Take these off and keep the rest' };
const REPLACE = {
	name: 'Replace',
	value: 'replace',
	description: 'Let the list hold these and no others',
};

/** A field for a list, with what to do to it. */
export function fieldOfList(list: ListField): INodeProperties {
	const { name, label, about, entries, present, isNative, isNeverEmpty } = list;
	const canAdd = present !== undefined || isNative === true;
	const ways = canAdd ? [ADD, CLEAR, REMOVE, REPLACE] : [CLEAR, REPLACE];
	const words = isNeverEmpty
		? 'add, remove or replace; one at least has to stay'
		: 'add, remove, replace or clear';
	return {
		displayName: label,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Change' },
		placeholder: 'Add Change',
		default: {},
		description: canAdd
			? `${about}: ${words}. Several changes are done in their order.`
			: `${about}: replace or clear. DevRev does not return this list, so nothing can be added to it or removed from it.`,
		options: [
			{
				displayName: 'Change',
				name: 'values',
				values: [
					choice({
						displayName: 'Change',
						name: 'change',
						default: canAdd ? 'add' : 'replace',
						description: 'What to do to the list',
						options: ways.filter((way) => way !== CLEAR || !isNeverEmpty),
					}),
					{ ...entries, displayOptions: { hide: { change: ['clear'] } } },
				],
			},
		],
	};
}

/** A field for each list. */
export const listFields: INodeProperties[] = LISTS.map(fieldOfList);
