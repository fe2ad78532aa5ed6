import type {
	FieldType,
	IDataObject,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
} from 'n8n-workflow';

import { unwrap } from '../../shared/form/given';
import { idIn, type IdKind } from '../../shared/form/idKind';
import { fieldsFor, optionsFor, type MapFields } from '../../shared/form/lookup';
import { asObject, asRows, asText } from '../../shared/ground/values';
import type { ApiRequest } from '../../shared/wire/request';
import { devRev, read, recordOf } from '../api/profile';
import type { LeafType } from './schemas';

/**
 * The kinds of a form for DevRev's `field_type`. A date is a text, because the form knows no date
 * without a time. docs/facts/devrev.md#custom-fields-and-subtypes.
 */
const KINDS: { [fieldType: string]: FieldType } = {
	array: 'array',
	bool: 'boolean',
	composite: 'object',
	date: 'string',
	double: 'number',
	enum: 'options',
	id: 'string',
	int: 'number',
	json_value: 'object',
	rich_text: 'string',
	struct: 'object',
	text: 'string',
	timestamp: 'dateTime',
	tokens: 'string',
	uenum: 'options',
};

/** A custom field as a field of a form, by its prefixed name; undefined where no form can set it. */
export function customField(row: IDataObject): ResourceMapperField | undefined {
	const name = asText(row.name);
	const type = KINDS[asText(row.field_type) ?? ''];
	const ui = asObject(row.ui);
	if (name === undefined || !type || ui.is_hidden === true || ui.is_read_only === true) return;
	const options = optionsOf(row);
	const isMenu = type === 'options' && options.length > 0;
	return {
		id: name,
		displayName: labelOf(row, asText(ui.display_name) ?? name),
		// A set without values is not known: its value is passed on as it comes.
		type: type === 'options' && !isMenu ? undefined : type,
		...(isMenu ? { options } : {}),
		// DevRev demands them only when it is told to ("Validate Required Fields").
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
	};
}

/** Texts of an `enum`; of a `uenum` the numbers, which requests want. */
function optionsOf({ allowed_values }: IDataObject): INodePropertyOptions[] {
	const values: unknown[] = Array.isArray(allowed_values) ? allowed_values : [];
	return values.flatMap((value): INodePropertyOptions[] => {
		if (typeof value === 'string') return [{ name: value, value }];
		const { id, label, is_deprecated } = asObject(value);
		if (typeof id !== 'number' || is_deprecated === true) return [];
		return [{ name: asText(label) ?? String(id), value: id }];
	});
}

/** What the form cannot show stands in the label: how to write it, and what a list may hold. */
function labelOf(row: IDataObject, shown: string): string {
	const kind = asText(row.field_type);
	const notes = [
		row.is_required === true ? 'required' : '',
		kind === 'date' ? 'as 2026-04-15' : '',
		kind === 'id' ? `full ID${idKinds(row)}` : '',
		kind === 'array' ? `list of ${listOf(row)}` : '',
	].filter(Boolean);
	return notes.length ? `${shown} (${notes.join(', ')})` : shown;
}

function idKinds({ id_type }: IDataObject): string {
	const kinds: unknown[] = Array.isArray(id_type) ? id_type : [];
	return kinds.length ? ` of: ${kinds.map(String).join(', ')}` : '';
}

function listOf(row: IDataObject): string {
	if (row.base_type === 'id') return `full IDs${idKinds(row)}`;
	const values = optionsOf(row).map(({ name, value }) =>
		typeof value === 'number' ? `${value} = ${name}` : name,
	);
	return values.join(', ') || asText(row.base_type) || 'values';
}

/** The fields of the organization, and those of a subtype. */
async function fieldsOf(
	context: ILoadOptionsFunctions,
	leaf_type: LeafType,
	subtype: string | undefined,
	mayBeSet: (row: IDataObject) => boolean,
) {
	const lookup = fieldsFor(devRev, {
		noun: 'custom fields',
		request: () =>
			read('/schemas.aggregated.get', {
				leaf_type,
				// Never `tenant_fragment`, which is refused here. docs/facts/devrev.md#numbered-values.
				...(subtype ? { custom_schema_spec: { subtype } } : {}),
			}),
		rows: ({ body }) => asRows(asObject(asObject(body).schema).custom_fields),
		field: (row) => (mayBeSet(row) ? customField(row) : undefined),
		emptyOn: [403, 404],
	});
	return await lookup.call(context);
}

/** For an object that is to be made. */
export function newFields(leafType: LeafType): MapFields {
	return async function () {
		const subtype = chosenSubtype(this, 'additionalFields');
		return await fieldsOf(this, leafType, subtype, () => true);
	};
}

/** For an object that is there: those of its own subtype, unless the form names another. */
export function ownFields(leafType: LeafType, own: OwnObject): MapFields {
	return async function () {
		const subtype = chosenSubtype(this, 'updateFields') ?? (await ownSubtype(this, own));
		return await fieldsOf(this, leafType, subtype, (row) => row.is_immutable !== true);
	};
}

/** Where the form names an object, and how it is read. */
interface OwnObject {
	/** Plural, as people say it. */
	noun: string;
	parameter: string;
	kind: IdKind;
	get: (id: string) => ApiRequest;
	envelope: string;
}

function chosenSubtype(context: ILoadOptionsFunctions, group: string): string | undefined {
	const subtype = asText(asObject(context.getCurrentNodeParameter(group)).subtype);
	return isExpression(subtype) ? undefined : subtype;
}

async function ownSubtype(
	context: ILoadOptionsFunctions,
	{ noun, parameter, kind, get, envelope }: OwnObject,
): Promise<string | undefined> {
	const id = idIn(unwrap(context.getCurrentNodeParameter(parameter)), kind);
	if (id === undefined) return;
	const subtypes = optionsFor(devRev, {
		noun,
		request: () => get(id),
		rows: recordOf(envelope),
		label: (row) => asText(row.subtype),
		value: (row) => asText(row.subtype),
		emptyOn: [400, 403, 404],
	});
	const [own] = await subtypes.call(context);
	return own && String(own.value);
}

/** What an expression will give is not known before the workflow runs. */
const isExpression = (text: string | undefined) => text?.startsWith('=') === true;
