import { dateTime } from '../../core/shape';
import type { JsonObject } from '../../core/types';
import { customization } from '../errors';
import type { DevRevStore, EnumValue, FieldDescriptor, FieldType } from '../types';

export interface SchemaSpec {
	tenant_fragment?: boolean;
	subtype?: string;
	apps?: string[];
	validate_required_fields?: boolean;
	drop?: { subtype?: boolean; apps?: string[] };
}

/** Fields that the spec of a request opens for writing. */
function openFields(store: DevRevStore, spec: SchemaSpec): FieldDescriptor[] {
	const subtypeFields = spec.subtype === undefined ? [] : store.subtypeFields.get(spec.subtype);
	if (!subtypeFields) {
		throw customization('fragment_not_found', 'subtype', `no subtype ${String(spec.subtype)}`);
	}
	return [...(spec.tenant_fragment ? store.tenantFields : []), ...subtypeFields];
}

/**
 * Refuses keys outside the named fragments and values of a wrong type.
 * @param present values that the incident has already
 */
export function checkCustomFields(
	store: DevRevStore,
	spec: SchemaSpec,
	values: JsonObject,
	present: JsonObject = {},
): JsonObject {
	const fields = openFields(store, spec);
	for (const [name, value] of Object.entries(values)) {
		const field = fields.find((candidate) => candidate.name === name);
		if (!field) {
			throw customization('field_not_in_schema', name, 'not in the schemas of the request');
		}
		const problem = valueProblem(store, field, field.field_type, value);
		if (problem) throw customization(problem, name, 'the value does not fit the field');
	}
	const missing = fields.find(
		(field) => field.is_required && (values[field.name] ?? present[field.name]) === undefined,
	);
	if (spec.validate_required_fields && missing) {
		throw customization('field_required', missing.name, 'the field is required');
	}
	return values;
}

const textual: FieldType[] = ['rich_text', 'text', 'tokens'];

function valueProblem(
	store: DevRevStore,
	field: FieldDescriptor,
	type: FieldType | undefined,
	value: unknown,
): string | undefined {
	if (type === 'array') {
		if (!Array.isArray(value)) return 'wrong_type';
		return value
			.map((item: unknown) => valueProblem(store, field, field.base_type, item))
			.find((problem) => problem !== undefined);
	}
	if (type === 'bool') return typeof value === 'boolean' ? undefined : 'wrong_type';
	if (type === 'int' || type === 'double') {
		if (typeof value !== 'number') return 'wrong_type';
		return type === 'int' && !Number.isInteger(value) ? 'wrong_type' : undefined;
	}
	if (type === 'uenum') {
		if (typeof value !== 'number') return 'wrong_type';
		const known = ((field.allowed_values ?? []) as EnumValue[]).some(({ id }) => id === value);
		return known ? undefined : 'enum_out_of_range';
	}
	if (typeof value !== 'string') return 'wrong_type';
	if (type !== undefined && textual.includes(type)) return undefined;
	if (type === 'enum') {
		const known = ((field.allowed_values ?? []) as string[]).includes(value);
		return known ? undefined : 'enum_out_of_range';
	}
	if (type === 'timestamp') return dateTime.test(value) ? undefined : 'timestamp_parse_error';
	if (type === 'date') {
		const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
		return isDate ? undefined : 'date_parse_error';
	}
	if (type === 'id') return idProblem(field, value);
	return 'unsupported_type';
}

function idProblem(field: FieldDescriptor, value: string): string | undefined {
	const kind = /^don:.*:(\w+)\/[\w-]+$/.exec(value)?.[1];
	if (kind === undefined) return 'id_parse_error';
	return field.id_type?.includes(kind) === false ? 'id_type_not_allowed' : undefined;
}
