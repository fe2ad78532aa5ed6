import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { textList } from './values';

const TENANT = 'tnt__';
const SUBTYPE = 'ctype__';

/** The custom fields of an item. */
export interface CustomFields {
	/** A field of a subtype that is set while the form names no subtype. */
	loose?: string;
	/**
	 * `custom_fields` with the `custom_schema_spec` that opens them.
	 * @param subtype the incident's own, where the form names none
	 */
	body: (subtype?: string) => IDataObject;
	/** Ends the reading with a complaint about a field of the form or of its JSON. */
	refuse: (name: string, complaint: string, hint: string) => never;
}

/**
 * Reads the custom fields from the form and from its JSON, which wins. DevRev refuses (or drops in
 * silence) a field whose group is not named. The group of the organization is named when one of its
 * fields is set, and when required fields are to be validated: without it DevRev would not look at
 * the organization's. docs/facts/devrev.md#custom-fields-and-subtypes.
 * @param fields the collection with the JSON and the subtype
 */
export function customFields(parameters: Parameters, fields: Parameters): CustomFields {
	const json = fields.json('customFields') ?? {};
	const values = { ...parameters.mapped('customFields'), ...json };
	const names = Object.keys(values);
	const chosen = fields.text('subtype');
	const apps = textList(fields, 'apps');
	const validate = fields.boolean('validateRequiredFields');
	const dropSubtype = fields.boolean('dropSubtype');
	const dropApps = textList(fields, 'dropApps');
	const refuse = (name: string, complaint: string, hint: string): never =>
		(name in json ? fields : parameters).refuse('customFields', complaint, hint);

	const loose = chosen ? undefined : names.find((name) => name.startsWith(SUBTYPE));
	if (loose && dropSubtype) {
		refuse(
			loose,
			`sets a field of the subtype (${loose}) that 'Drop Subtype' takes off`,
			'Remove one of them',
		);
	}
	checkPrefixes(names, apps, refuse);
	checkDrops(fields, { subtype: dropSubtype ? chosen : undefined, apps, dropApps });
	return {
		loose,
		refuse,
		body: (own) => ({
			custom_fields: values,
			custom_schema_spec: compact({
				tenant_fragment: names.some((name) => name.startsWith(TENANT)) || validate || undefined,
				subtype: chosen ?? (loose && own),
				apps,
				validate_required_fields: validate,
				drop: compact({ subtype: dropSubtype, apps: dropApps }),
			}),
		}),
	};
}

/** A create has to name the subtype: there is no incident yet that could have one. */
export function customBody(parameters: Parameters, fields: Parameters): IDataObject {
	const { loose, refuse, body } = customFields(parameters, fields);
	if (!loose) return body();
	return refuse(
		loose,
		`sets a field of a subtype (${loose}), but 'Subtype Name or ID' is empty`,
		"Choose the subtype in 'Subtype Name or ID'",
	);
}

function checkPrefixes(names: string[], apps: string[], refuse: CustomFields['refuse']): void {
	const bare = names.find((name) => !name.startsWith(TENANT) && !name.startsWith(SUBTYPE));
	if (bare === undefined || apps.length) return;
	refuse(
		bare,
		`has a name without a prefix: "${bare}"`,
		`Write ${TENANT}${bare} for a field of the organization or ${SUBTYPE}${bare} for one of a subtype; for a field of an app, name the app in 'Schema Apps'`,
	);
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
