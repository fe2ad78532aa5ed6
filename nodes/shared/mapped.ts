import { validateFieldType } from 'n8n-workflow';
import type { FieldType, IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { isDateObject, toDate } from './dates';
import { isBlank, listed, shown } from './raw';
import { asObject, asRows } from './values';

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
		if (isBlank(given)) continue;
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
	if (typeof type !== 'string') return { converted: given };
	if (type === 'dateTime') {
		const date = toDate(given, timezone);
		if (date !== undefined) return { converted: date };
		return { complaint: `'${id}' expects a date and time such as 2026-04-15T12:00:00Z` };
	}
	if (type === 'array') return { converted: listed(given) };
	if (type === 'string' && isDateObject(given)) return { converted: toDate(given, timezone) };
	if (typeof given === 'number' && !Number.isFinite(given)) {
		return { complaint: `'${id}' cannot be ${shown(given)}` };
	}
	const valueOptions = asRows(options) as unknown as INodePropertyOptions[];
	const result = validateFieldType(id, given, type as FieldType, { valueOptions });
	return result.valid ? { converted: result.newValue } : { complaint: result.errorMessage };
}
