import type { INodeProperties } from 'n8n-workflow';

import { loadedOption, mapper } from '../../shared/form/fields';

/**
 * Fields that the organization defined, and where they come from. docs/facts/devrev.md#custom-fields-and-subtypes.
 * @param noun as in "the kind of incident"
 * @param method the list of subtypes in `lookups.ts`
 */
export const schemaFieldsOf = (noun: string, method: string): INodeProperties[] => [
	{
		displayName: 'Custom Fields (JSON)',
		name: 'customFields',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "tnt__runbook": "restart the gateway" }',
		description:
			"Fields that your organization defined, as a JSON object. Names start with tnt__ (organization) or with ctype__ (subtype, which needs 'Subtype Name or ID'). They win over the same names in 'Custom Fields'.",
	},
	loadedOption({
		displayName: 'Subtype Name or ID',
		name: 'subtype',
		method,
		about: `The kind of ${noun}, with custom fields of its own`,
	}),
	{
		displayName: 'Schema Apps',
		name: 'apps',
		type: 'string',
		default: '',
		placeholder: 'e.g. my-app, other-app',
		description:
			"Apps whose fields are set in 'Custom Fields (JSON)', as a comma-separated list of names",
	},
	{
		displayName: 'Validate Required Fields',
		name: 'validateRequiredFields',
		type: 'boolean',
		default: false,
		description: `Whether DevRev refuses the ${noun} when a custom field that the organization demands is not set`,
	},
	{
		displayName: 'Drop Subtype',
		name: 'dropSubtype',
		type: 'boolean',
		default: false,
		description: `Whether to take the subtype and its fields off the ${noun}`,
	},
	{
		displayName: 'Drop Schema Apps',
		name: 'dropApps',
		type: 'string',
		default: '',
		placeholder: 'e.g. my-app, other-app',
		description: `Apps whose fields are taken off the ${noun}, as a comma-separated list of names`,
	},
];

export const schemaFields = schemaFieldsOf('incident', 'getSubtypes');

/**
 * The fields of the organization and of the chosen subtype, one by one. What DevRev wants to be told
 * about their schemas is derived.
 * @param method the list of fields in `lookups.ts`
 * @param group the collection that holds "Subtype Name or ID"
 * @param dependsOn what else decides which fields there are
 */
export function customFieldsForm(
	method: string,
	group: string,
	dependsOn: string[] = [],
	noun = 'incident',
) {
	return mapper({
		displayName: 'Custom Fields',
		name: 'customFields',
		description: `The custom fields to set, of the organization and of the ${noun}'s subtype. What is left empty is not sent.`,
		method,
		field: { singular: 'custom field', plural: 'custom fields' },
		dependsOn: [`${group}.subtype`, ...dependsOn],
	});
}
