import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { loadedOption } from '../../shared/fields';
import type { Parameters } from '../../shared/parameters';
import { compact } from '../../shared/values';
import { textList } from './values';

/** Fields that the organization defined, and where they come from. Sheet devrev, section 10.3. */
export const schemaFields: INodeProperties[] = [
	{
		displayName: 'Custom Fields (JSON)',
		name: 'customFields',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "tnt__runbook": "restart the gateway" }',
		description:
			"Fields that your organization defined, as a JSON object. Names start with tnt__ (organization) or with ctype__ (subtype, which needs 'Subtype Name or ID').",
	},
	loadedOption({
		displayName: 'Subtype Name or ID',
		name: 'subtype',
		method: 'getSubtypes',
		about: 'The kind of incident, with custom fields of its own',
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
		description:
			'Whether DevRev refuses the incident when a custom field that the organization demands is not set',
	},
	{
		displayName: 'Drop Subtype',
		name: 'dropSubtype',
		type: 'boolean',
		default: false,
		description: 'Whether to take the subtype and its fields off the incident',
	},
	{
		displayName: 'Drop Schema Apps',
		name: 'dropApps',
		type: 'string',
		default: '',
		placeholder: 'e.g. my-app, other-app',
		description: 'Apps whose fields are taken off the incident, as a comma-separated list of names',
	},
];

const TENANT = 'tnt__';
const SUBTYPE = 'ctype__';

/**
 * `custom_fields` with the `custom_schema_spec` that opens them: DevRev refuses (or drops in
 * silence) a field whose group is not named. The group of the organization is named when one of its
 * fields is set, and when required fields are to be validated: without it DevRev would not look
 * at the organization's.
 */
export function customSchema(fields: Parameters): IDataObject {
	const customFields = fields.json('customFields') ?? {};
	const names = Object.keys(customFields);
	const subtype = fields.text('subtype');
	const apps = textList(fields, 'apps');
	const validate = fields.boolean('validateRequiredFields');
	const dropSubtype = fields.boolean('dropSubtype');
	const dropApps = textList(fields, 'dropApps');
	checkNames(fields, names, { subtype, apps });
	checkDrops(fields, { subtype: dropSubtype ? subtype : undefined, apps, dropApps });
	return {
		custom_fields: customFields,
		custom_schema_spec: compact({
			tenant_fragment: names.some((name) => name.startsWith(TENANT)) || validate || undefined,
			subtype,
			apps,
			validate_required_fields: validate,
			drop: compact({ subtype: dropSubtype, apps: dropApps }),
		}),
	};
}

function checkNames(
	fields: Parameters,
	names: string[],
	{ subtype, apps }: { subtype?: string; apps: string[] },
): void {
	const ofSubtype = names.find((name) => name.startsWith(SUBTYPE));
	if (ofSubtype && !subtype) {
		fields.refuse(
			'customFields',
			`sets a field of a subtype (${ofSubtype}), but 'Subtype Name or ID' is empty`,
			"Choose the subtype in 'Subtype Name or ID'",
		);
	}
	const loose = names.find((name) => !name.startsWith(TENANT) && !name.startsWith(SUBTYPE));
	if (loose !== undefined && !apps.length) {
		fields.refuse(
			'customFields',
			`has a name without a prefix: "${loose}"`,
			`Write ${TENANT}${loose} for a field of the organization or ${SUBTYPE}${loose} for one of a subtype; for a field of an app, name the app in 'Schema Apps'`,
		);
	}
}

function checkDrops(
	fields: Parameters,
	{ subtype, apps, dropApps }: { subtype?: string; apps: string[]; dropApps: string[] },
): void {
	if (subtype) {
		fields.refuse(
			'dropSubtype',
			"and 'Subtype Name or ID' cannot both be set",
			'Remove one of them',
		);
	}
	const both = dropApps.find((app) => apps.includes(app));
	if (both) {
		fields.refuse(
			'dropApps',
			`and 'Schema Apps' cannot both hold "${both}"`,
			'Remove the app from one of them',
		);
	}
}
