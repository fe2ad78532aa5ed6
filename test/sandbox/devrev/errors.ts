import { Refusal } from '../core/refusal';
import type { Problem } from '../core/shape';
import type { JsonObject, Reply } from '../core/types';

export function errorReply(
	status: number,
	type: string,
	message: string,
	more: JsonObject = {},
): Reply {
	return { status, body: { message, type, ...more } };
}

export const refuse = (...parts: Parameters<typeof errorReply>) =>
	new Refusal(errorReply(...parts));

export const notFound = (message = 'Not found') => refuse(404, 'not_found', message);

export const routeNotFound = (): Reply => ({ status: 404, body: { message: 'route not found' } });

export const invalidId = (field_name: string) =>
	refuse(400, 'invalid_id', `Invalid ID in ${field_name}`, { field_name });

export const notPermitted = (field_name: string, reason: string, allowed_values?: string[]) =>
	refuse(400, 'value_not_permitted', `Value not permitted in ${field_name}`, {
		field_name,
		reason,
		...(allowed_values ? { allowed_values } : {}),
	});

export const invalidEnum = (field_name: string, value: unknown, allowed: unknown[]) =>
	refuse(400, 'invalid_enum_value', `Invalid value in ${field_name}`, {
		field_name,
		value: String(value),
		allowed_values: allowed.map(String),
	});

export const customization = (subtype: string, field_name: string, reason: string) =>
	refuse(400, 'customization_validation_error', `Custom field ${field_name}: ${reason}`, {
		subtype,
		field_name,
		reason,
	});

const typeNames: Record<string, string> = { boolean: 'bool' };

/** The first problem of a request, in the vendor's words. */
export function refusalFor(problem: Problem): Refusal {
	const field_name = problem.path.filter((part) => typeof part === 'string').join('.');
	const { shape, value, expected = 'object', actual = 'null' } = problem;
	switch (problem.reason) {
		case 'unknown':
			return refuse(400, 'invalid_field', `Unknown field ${field_name}`, { field_name });
		case 'missing':
			return refuse(400, 'missing_required_field', `Missing field ${field_name}`, { field_name });
		case 'type':
			return refuse(400, 'unexpected_json_type', `Unexpected JSON type in ${field_name}`, {
				field_name,
				expected: typeNames[expected] ?? expected,
				actual: typeNames[actual] ?? actual,
			});
		case 'enum':
			return invalidEnum(
				field_name,
				value,
				shape?.kind === 'string' ? [...(shape.oneOf ?? [])] : [],
			);
		case 'format': {
			const format = shape?.kind === 'string' ? shape.format?.name : 'integer';
			return format === 'id'
				? invalidId(field_name)
				: notPermitted(field_name, `not a valid ${format ?? 'value'}`);
		}
		case 'range':
			return notPermitted(field_name, 'out of range');
	}
}
