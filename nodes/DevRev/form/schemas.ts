import type { IDataObject } from 'n8n-workflow';

import { optionsFor, type Lookup, type LoadOptions } from '../../shared/form/lookup';
import { asNumber, asObject, asRows, asText } from '../../shared/ground/values';
import type { Reply } from '../../shared/wire/request';
import { devRev, read, rowsOf } from '../api/profile';

/** The kinds of objects whose schemas the form asks for. */
export type LeafType = 'incident' | 'issue' | 'ticket';

/** What the answer is where the token may not read schemas, or the schema is not there. */
const NOT_READABLE = [403, 404];

/**
 * The values of a numbered set, which each organization may rename or extend. Read from the schema
 * that is in force, else from DevRev's own; where neither can be read, the labels that DevRev
 * publishes (IDs from 1 on). docs/facts/devrev.md#numbered-values.
 * @param field a stock field, or `composite.field`
 * @param leaf_type of which kind of object
 */
export function enumOptions(
	noun: string,
	field: string,
	published: string[] = [],
	leaf_type: LeafType = 'incident',
): LoadOptions {
	const lookup: Omit<Lookup, 'request' | 'rows'> = {
		noun,
		label: (row) => asText(row.label),
		emptyOn: NOT_READABLE,
	};
	const inForce = optionsFor(devRev, {
		...lookup,
		request: () => read('/schemas.aggregated.get', { leaf_type }),
		rows: (reply) => valuesIn(aggregated(reply), field),
	});
	const stock = optionsFor(devRev, {
		...lookup,
		request: () => read('/schemas.stock.get', { leaf_type }),
		rows: (reply) => valuesIn(fragment(reply), field),
	});
	return async function () {
		for (const load of [inForce, stock]) {
			const options = await load.call(this);
			if (options.length) return options;
		}
		return published.map((name, index) => ({ name, value: String(index + 1) }));
	};
}

/** Subtypes of one kind of object; a request wants their `value`. docs/facts/devrev.md#custom-fields-and-subtypes. */
export function subtypeOptions(leafType: LeafType): LoadOptions {
	return optionsFor(devRev, {
		noun: 'subtypes',
		request: () => read('/schemas.subtypes.list', { leaf_types: [leafType] }),
		rows: rowsOf('subtypes'),
		label: (row) => asText(row.display_name),
		value: (row) => asText(row.value),
		emptyOn: NOT_READABLE,
	});
}

interface Schema {
	fields: IDataObject[];
	composites: IDataObject[];
	overrides: IDataObject[];
}

function aggregated({ body }: Reply): Schema {
	const schema = asObject(asObject(body).schema);
	return {
		fields: asRows(schema.stock_fields),
		composites: asRows(schema.stock_composite_schemas),
		overrides: asRows(schema.stock_field_overrides),
	};
}

function fragment({ body }: Reply): Schema {
	const { fields, composite_schemas } = asObject(asObject(body).fragment);
	return { fields: asRows(fields), composites: asRows(composite_schemas), overrides: [] };
}

/** The values that may still be used, in the order that the organization gave them. Pure. */
function valuesIn({ fields, composites, overrides }: Schema, path: string): IDataObject[] {
	const [name, inner] = path.split('.');
	const field = named(fields, name);
	const parts = named(composites, asText(field.composite_type) ?? '');
	const described = inner ? named(asRows(parts.fields), inner) : field;
	const renamed = inner ? [] : asRows(named(overrides, name).uenum_values);
	return [...(renamed.length ? renamed : asRows(described.allowed_values))]
		.filter((value) => value.is_deprecated !== true)
		.sort((a, b) => (asNumber(a.ordinal) ?? 0) - (asNumber(b.ordinal) ?? 0));
}

function named(rows: IDataObject[], name: string): IDataObject {
	return rows.find((row) => row.name === name) ?? {};
}
