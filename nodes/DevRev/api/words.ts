import type { IDataObject } from 'n8n-workflow';

import type { VendorWords } from '../../shared/ground/failures';
import { asObject, asRows, asText } from '../../shared/ground/values';
import type { Reply } from '../../shared/wire/request';

interface Hint {
	/** The reply's `type`, or the `subtype` of a customization_validation_error. */
	types: string[];
	/** Only for fields whose names match. */
	field?: RegExp;
	hint: string;
}

/** What to do next; the first match counts. docs/facts/devrev.md#error-bodies. */
const HINTS: Hint[] = [
	{
		types: ['unauthenticated'],
		hint: 'Open the DevRev API credential and paste a new token: this one is wrong, has expired or was revoked. A personal access token is made under Settings > Account > Personal Access Token.',
	},
	{
		types: ['forbidden'],
		hint: "The token is valid but lacks the right. Give its user (or service account) the right to read or write incidents, which comments and links need, too (to delete incidents is a right of its own, and so are issues and tickets), or use another token in the DevRev API credential. A private comment is open to its author only, and to those in 'Private To'.",
	},
	{
		types: ['invalid_field'],
		field: /^(impacted_customers|stakeholders)$/,
		hint: "The current API of DevRev has dropped this field. Clear it under 'Legacy Fields'; for customers use 'Impact Customers'.",
	},
	{
		types: ['invalid_field'],
		hint: "DevRev does not know this field. Take it out of the form, or out of 'Extra Fields (JSON)'.",
	},
	{
		types: ['missing_required_field', 'field_required'],
		hint: "Your DevRev organization demands this field: fill it in. A field whose name starts with tnt__ or ctype__ belongs into 'Custom Fields (JSON)'.",
	},
	{
		types: ['invalid_id', 'bad_id_type', 'id_parse_error'],
		hint: 'There is no such object, or the token may not see it. Choose it from the list, or paste its full ID, which starts with don:.',
	},
	{
		types: ['unexpected_id_type', 'id_type_not_allowed'],
		hint: 'The ID belongs to another kind of object. Choose it from the list of this field.',
	},
	{
		types: ['value_not_permitted'],
		field: /^stage/,
		hint: "Choose a stage in which it may start, or switch on 'Allow Non-Start Stage'; on a change a stage that the stage diagram allows next, or switch on 'Allow Invalid Transition'.",
	},
	{
		types: ['value_not_permitted'],
		field: /^source$/,
		hint: "Clear 'Source Name or ID': only service accounts and system users may set it.",
	},
	{
		types: ['value_not_permitted'],
		field: /^tags/,
		hint: 'Give a tag one of the values that it allows; a tag without allowed values takes none.',
	},
	{
		types: ['value_not_permitted'],
		field: /^expires_at$/,
		hint: 'Choose a time that is at least one minute ahead when the request is sent.',
	},
	{
		types: ['value_not_permitted'],
		field: /^private_to$/,
		hint: "Only a private comment can name its readers: choose Private in 'Visibility', or clear 'Private To'.",
	},
	{
		types: ['conflict'],
		hint: "There is something with the same key already (no two comments of an incident can share an 'External Reference'), or it was changed at the same moment. Look at it, then decide whether to run this item again.",
	},
	{
		types: ['invalid_enum_value', 'enum_out_of_range', 'value_not_permitted'],
		hint: 'Choose one of the allowed values: each DevRev organization has its own.',
	},
	{
		types: ['unexpected_json_type', 'wrong_type'],
		hint: 'The value is of another kind than the field takes (a text for a number, say). Look at what the expression gives.',
	},
	{
		types: ['date_parse_error', 'timestamp_parse_error'],
		hint: 'Write a date as 2026-04-15 and a time as 2026-04-15T12:00:00Z.',
	},
	{
		types: ['missing_dependency'],
		hint: 'One field depends on another: set the field named here, too.',
	},
	{
		types: ['field_not_in_schema', 'fragment_not_found', 'field_dropped'],
		hint: "Check the name in 'Custom Fields (JSON)': fields of the organization start with tnt__, fields of a subtype with ctype__ and need 'Subtype Name or ID'.",
	},
	{
		types: ['customization_validation_error'],
		hint: "Check the name, the prefix and the value in 'Custom Fields (JSON)'.",
	},
	{
		types: ['stale_schema_fragments'],
		hint: 'The custom fields of the organization were changed just now. Run the item again.',
	},
	{
		types: ['artifact_already_attached_to_a_parent'],
		hint: "A file belongs to one object only. Upload it again and use the new ID in 'Artifact IDs'.",
	},
	{
		types: ['parse_error', 'invalid_api_version'],
		hint: 'Something between n8n and DevRev changed the request. Check the base URL in the DevRev API credential, and the proxy.',
	},
];

const NO_ROUTE =
	'There is no such call at this address. Check the base URL in the DevRev API credential (normally https://api.devrev.ai, without a path), and whether a proxy removes the header X-Devrev-Scope.';

/** Reads every body shape of docs/facts/devrev.md#error-bodies. Survives any body. */
export function readWords({ status, body }: Reply): VendorWords {
	const said = asObject(body);
	const type = asText(said.type);
	const subtype = asText(said.subtype);
	const fields = [said.field_name, said.dependent_field_name, said.provided_field_name].flatMap(
		(name) => asText(name) ?? [],
	);
	const match = HINTS.find(
		({ types, field }) =>
			types.some((one) => one === subtype || one === type) &&
			(!field || fields.some((name) => field.test(name))),
	);
	const isRouteMissing = status === 404 && type === undefined && said.message !== undefined;
	return {
		text: textOf(said),
		code: [type, subtype].filter(Boolean).join('/') || undefined,
		hint: isRouteMissing ? NO_ROUTE : match?.hint,
		fields,
		requestId: asText(said.reference_id),
	};
}

/** The vendor's message, then each detail that the message does not hold already. */
function textOf(said: IDataObject): string | undefined {
	const { field_name, value, reason, allowed_values, expected, actual, existing_parent } = said;
	const dependencies = asRows(said.dependencies).map(
		({ field_name: name, field_value }) => `${String(name)} = ${String(field_value)}`,
	);
	const nested = asRows(said.errors).flatMap(
		({ message, details }) => asText(message) ?? asText(details) ?? [],
	);
	const details: Array<[string, unknown]> = [
		['', said.detail],
		['', said.debug_message],
		['field ', field_name],
		['', reason],
		['value ', value],
		['allowed: ', allowed_values],
		['expected: ', expected],
		['got: ', actual],
		['depends on ', said.dependent_field_name],
		['needs ', dependencies],
		['attached to ', existing_parent],
		['', nested],
	];
	let text = asText(said.message) ?? '';
	for (const [label, detail] of details) {
		const words = Array.isArray(detail) ? detail.map(String).join(', ') : asText(detail);
		if (!words || (text.includes(words) && !label.endsWith(': '))) continue;
		text += `${text ? '; ' : ''}${label}${words}`;
	}
	return text || undefined;
}
