import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { hostRule, referring, type IdKind } from './idKind';

export type { IdKind };

const EXPRESSIONS = 'https://docs.n8n.io/code/expressions/';

type Own = Pick<INodeProperties, 'displayName' | 'name'> &
	Partial<Pick<INodeProperties, 'description' | 'required' | 'hint' | 'typeOptions'>>;

/** A searchable resource locator: from list, by ID and, where the vendor has pages, by URL; addresses do in every mode. */
export function locator(kind: IdKind, own: Own, isList = false): INodeProperties {
	const { noun, search, id, url } = kind;
	const field: INodeProperties = {
		description: `The ${noun} to use: choose it from the list, or give its ID`,
		...own,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose the ${noun}...`,
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${id.example}`,
				validation: [
					{
						type: 'regex',
						properties: {
							regex: hostRule(kind, isList),
							errorMessage: `An ID of this kind looks like ${id.example}`,
						},
					},
				],
			},
			...(url
				? [
						{
							displayName: 'By URL',
							name: 'url',
							type: 'string' as const,
							placeholder: `e.g. ${url.example}`,
							extractValue: { type: 'regex' as const, regex: url.regex },
						},
					]
				: []),
		],
	};
	return referring(field, kind);
}

/** A list of searchable locators, one in each row. Read it with `Parameters.ids`. */
export function locatorList(kind: IdKind, own: Own & { rowName: string }): INodeProperties {
	const { rowName, ...rest } = own;
	const label = kind.noun.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
	return {
		...rest,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${label}` },
		placeholder: `Add ${label}`,
		default: {},
		options: [
			{
				displayName: label,
				name: 'values',
				values: [
					locator(
						kind,
						{
							displayName: label,
							name: rowName,
							description: `Choose the ${kind.noun}, or give one or more IDs (comma-separated, or a list from an expression)`,
						},
						true,
					),
				],
			},
		],
	};
}

/**
 * An option list that the vendor's organization defines. The label must end in "Name or ID".
 * @param own `preselected` is one that the list always has: outside of a collection n8n marks any other value red
 */
export function loadedOption(
	own: Own & { method: string; about?: string; preselected?: string },
): INodeProperties {
	const { method, about, preselected = '', ...rest } = own;
	return {
		...rest,
		type: 'options',
		typeOptions: { loadOptionsMethod: method },
		default: preselected,
		description: `${about ? `${about}. ` : ''}Choose from the list, or specify an ID using an <a href="${EXPRESSIONS}">expression</a>${about ? '.' : ''}`,
	};
}

/** Like `loadedOption`, for several values. The label must end in "Names or IDs". */
export function loadedOptions(
	own: Own & { method: string; dependsOn?: string[] },
): INodeProperties {
	const { method, dependsOn, ...rest } = own;
	return {
		...rest,
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: method,
			...(dependsOn ? { loadOptionsDependsOn: dependsOn } : {}),
		},
		default: [],
		description: `Choose from the list, or specify IDs using an <a href="${EXPRESSIONS}">expression</a>`,
	};
}

/**
 * A form whose fields the vendor's organization defines (a resource mapper). Read it with
 * `Parameters.mapped`. It must not stand in a collection.
 * @param method name of the function in `lookups.ts` that lists the fields
 * @param dependsOn parameters whose change means other fields
 */
export function mapper(
	own: Own & { method: string; field: { singular: string; plural: string }; dependsOn?: string[] },
): INodeProperties {
	const { method, field, dependsOn, ...rest } = own;
	return {
		...rest,
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			...(dependsOn ? { loadOptionsDependsOn: dependsOn } : {}),
			resourceMapper: {
				resourceMapperMethod: method,
				mode: 'add',
				addAllFields: false,
				supportAutoMap: false,
				fieldWords: field,
				// n8n's own label is "Values to Send", which does not say of what.
				valuesLabel: rest.displayName,
				noFieldsError: `No ${field.plural} were found: none are defined, or the credential may not read them`,
			},
		},
	};
}

/** A collection of optional fields, sorted by label as the host wants it. */
export function collection(
	displayName: 'Additional Fields' | 'Filters' | 'Options' | 'Update Fields',
	name: 'additionalFields' | 'filters' | 'options' | 'updateFields',
	options: INodeProperties[],
): INodeProperties {
	const sorted = [...options].sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
	const placeholder = { Filters: 'Add Filter', Options: 'Add Option' }[displayName as string];
	return {
		displayName,
		name,
		type: 'collection',
		placeholder: placeholder ?? 'Add Field',
		default: {},
		options: sorted,
	};
}

/** A date and time; an empty one is not sent. */
export function dateTime(own: Own): INodeProperties {
	return { ...own, type: 'dateTime', default: '' };
}

/** One value of a closed set; `default` is the one preselected. */
export function choice(
	own: Own & { default: string | number; options: INodePropertyOptions[] },
): INodeProperties {
	return { ...own, type: 'options' };
}

/** The title of an incident that is created. */
export const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Checkout answers with 502',
	description: 'What is wrong, in one line: responders read it first',
};

/** "Extra Fields (JSON)": merged into the body, for what the vendor adds tomorrow. */
export const extraFields: INodeProperties = {
	displayName: 'Extra Fields (JSON)',
	name: 'extraFields',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "new_field": "value" }',
	description:
		'Fields of the API that this form does not have yet, as a JSON object. They are added to the request and win over fields of the same name.',
};

/** "Return All" and "Limit", with the host's fixed texts. */
export const returnAllAndLimit: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** "Simplify", with the host's fixed text. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** How many requests the node may have in flight, for every operation's "Options". */
export const requestsAtOnce: INodeProperties = {
	displayName: 'Requests at Once',
	name: 'requestsAtOnce',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 50 },
	default: 5,
	description:
		'How many requests the node may have in flight at the same time, from 1 to 50. Without this option it finds out what the vendor allows. Use 1 to handle the items strictly one after the other.',
};

/** "Preview Only", for every operation that writes. */
export const previewOnly: INodeProperties = {
	displayName: 'Preview Only',
	name: 'previewOnly',
	type: 'boolean',
	default: false,
	description:
		'Whether to send nothing, and to put out the request that would be sent: method, path, query and body, without secrets. What has to be read first is read. An expression can switch a whole workflow or an AI agent.',
};

/** "Ignore Empty Filters", for whatever has filters. */
export const ignoreEmptyFilters: INodeProperties = {
	displayName: 'Ignore Empty Filters',
	name: 'ignoreEmptyFilters',
	type: 'boolean',
	default: false,
	description:
		'Whether a filter whose expression gives nothing is left out, so that everything passes it. Off: such an item fails before anything is asked for.',
};

/** "Skip If Already Open", for creates of vendors that know no key. */
export const skipIfOpen: INodeProperties = {
	displayName: 'Skip If Already Open',
	name: 'skipIfOpen',
	type: 'boolean',
	default: false,
	description:
		'Whether to look for an open one about the same problem first, and to return that instead of creating a second one. Two runs at the same moment can still both create one.',
};

/** A form without some of its fields, also those in its collections; a collection that is empty then goes, too. */
export function without(properties: INodeProperties[], names: string[]): INodeProperties[] {
	return properties.flatMap((property) => {
		if (names.includes(property.name)) return [];
		if (property.type !== 'collection') return [property];
		const options = without((property.options ?? []) as INodeProperties[], names);
		return options.length ? [{ ...property, options }] : [];
	});
}
