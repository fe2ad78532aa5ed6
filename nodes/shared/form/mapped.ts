import { validateFieldType } from 'n8n-workflow';
import type { FieldType, IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { cut } from '../ground/characters';
import { asObject, asRows } from '../ground/values';
import { isDateObject, toDate } from './dates';
import { isBlank, listed, shown } from './given';
import { isNothing } from './nothing';

/**
 * The values of a resource mapper in the kinds that its fields have: n8n converts them only for nodes
 * that read the form field by field. What is unset is left out. Pure.
 * @param filled the parameter's value: `value` by the fields' IDs, and `schema` with their types
 */
export function convertMapped(
	filled: unknown,
	timezone: string,
): { values: IDataObject; complaint?: string } {
	const { value, schema } = asObject(filled);
	const fields = new Map(asRows(schema).map((field) => [field.id, field]));
	const values: IDataObject = {};
	for (const [id, given] of Object.entries(asObject(value))) {
		if (isBlank(given) || (Array.isArray(given) && isNothing(given))) continue;
		const { converted, complaint } = convert(id, given, fields.get(id) ?? {}, timezone);
		if (complaint !== undefined) return { values: {}, complaint };
		values[id] = converted as IDataObject[string];
	}
	return { values };
}

function convert(
	id: string,
	given: unknown,
	{ type, options }: IDataObject,
	timezone: string,
): { converted?: unknown; complaint?: string } {
	const none = { complaint: `'${id}' cannot be ${shown(given)}` };
	if (type === 'dateTime') {
		const date = toDate(given, timezone);
		if (date !== undefined) return { converted: date };
		return { complaint: `'${id}' expects a date and time such as 2026-04-15T12:00:00Z` };
	}
	if (type === 'array') {
		const entries = listed(given).map((entry) => writable(entry, timezone));
		return entries.includes(undefined) ? none : { converted: entries };
	}
	const value = writable(given, timezone);
	if (value === undefined) return none;
	if (typeof type !== 'string') return { converted: value };
	const valueOptions = asRows(options) as unknown as INodePropertyOptions[];
	const result = validateFieldType(id, value, type as FieldType, { valueOptions });
	if (result.valid) return { converted: result.newValue };
	return { complaint: cut(result.errorMessage, MOST_COMPLAINT) };
}

/** Characters of what n8n says about a value, which it quotes whole. */
const MOST_COMPLAINT = 300;

/** As JSON can hold it; undefined for what it cannot, such as NaN and a date without a moment. */
function writable(value: unknown, timezone: string): unknown {
	if (isDateObject(value)) return toDate(value, timezone);
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
}
