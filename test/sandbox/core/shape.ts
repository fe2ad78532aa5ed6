import { isObject } from './values';

/** A small description of JSON values: what the vendors' validators demand. */
export type Shape =
	| { kind: 'any' }
	| { kind: 'boolean' }
	| { kind: 'number'; isWhole?: boolean; min?: number; max?: number }
	| { kind: 'string'; min?: number; max?: number; oneOf?: readonly string[]; format?: Format }
	| { kind: 'list'; items: Shape; min?: number }
	/** An object with these members and no others. */
	| { kind: 'object'; members: Members }
	/** An object with any members. */
	| { kind: 'map' };

export interface Format {
	name: string;
	test(text: string): boolean;
}

export interface Member {
	shape: Shape;
	isRequired?: boolean;
	isNullable?: boolean;
}

export type Members = Record<string, Member | Shape>;

export type JsonType = 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';

export interface Problem {
	/** Names and positions on the way from the root. */
	path: Array<string | number>;
	reason: 'enum' | 'format' | 'missing' | 'range' | 'type' | 'unknown';
	value: unknown;
	shape?: Shape;
	expected?: JsonType;
	actual?: JsonType;
}

export const any: Shape = { kind: 'any' };
export const flag: Shape = { kind: 'boolean' };
export const text: Shape = { kind: 'string' };
export const whole: Shape = { kind: 'number', isWhole: true };
export const map: Shape = { kind: 'map' };
export const list = (items: Shape): Shape => ({ kind: 'list', items });
export const object = (members: Members): Shape => ({ kind: 'object', members });
export const oneOf = (...values: string[]): Shape => ({ kind: 'string', oneOf: values });
export const formatted = (format: Format): Shape => ({ kind: 'string', format });
export const required = (shape: Shape): Member => ({ shape, isRequired: true });
export const nullable = (shape: Shape): Member => ({ shape, isNullable: true });

export const dateTime: Format = {
	name: 'date-time',
	test: (value) =>
		/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i.test(value) &&
		!Number.isNaN(Date.parse(value)),
};

export const uuid: Format = {
	name: 'uuid',
	test: (value) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
};

export function jsonType(value: unknown): JsonType {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value as JsonType;
}

const expectedTypes: Record<Exclude<Shape['kind'], 'any'>, JsonType> = {
	boolean: 'boolean',
	number: 'number',
	string: 'string',
	list: 'array',
	object: 'object',
	map: 'object',
};

/** All problems, in the order of the value's members. */
export function check(value: unknown, shape: Shape, path: Problem['path'] = []): Problem[] {
	if (shape.kind === 'any') return [];
	const expected = expectedTypes[shape.kind];
	const actual = jsonType(value);
	if (actual !== expected) return [{ path, reason: 'type', value, shape, expected, actual }];
	if (shape.kind === 'object' && isObject(value)) return checkMembers(value, shape.members, path);
	if (shape.kind === 'list' && Array.isArray(value)) {
		if (value.length < (shape.min ?? 0)) return [{ path, reason: 'range', value, shape }];
		return value.flatMap((item: unknown, index) => check(item, shape.items, [...path, index]));
	}
	const reason = checkScalar(value, shape);
	return reason ? [{ path, reason, value, shape }] : [];
}

function checkMembers(
	value: { [key: string]: unknown },
	members: Members,
	path: Problem['path'],
): Problem[] {
	const problems: Problem[] = [];
	for (const [name, item] of Object.entries(value)) {
		const inner = [...path, name];
		const member = Object.hasOwn(members, name) ? asMember(members[name]) : undefined;
		if (!member) problems.push({ path: inner, reason: 'unknown', value: item });
		else if (item !== null || !member.isNullable)
			problems.push(...check(item, member.shape, inner));
	}
	for (const [name, entry] of Object.entries(members)) {
		if (asMember(entry).isRequired && value[name] === undefined) {
			problems.push({ path: [...path, name], reason: 'missing', value: undefined });
		}
	}
	return problems;
}

function asMember(entry: Member | Shape): Member {
	return 'kind' in entry ? { shape: entry } : entry;
}

function checkScalar(value: unknown, shape: Shape): 'enum' | 'format' | 'range' | undefined {
	if (shape.kind === 'number' && typeof value === 'number') {
		if (shape.isWhole && !Number.isInteger(value)) return 'format';
		return value < (shape.min ?? -Infinity) || value > (shape.max ?? Infinity)
			? 'range'
			: undefined;
	}
	if (shape.kind !== 'string' || typeof value !== 'string') return undefined;
	if (shape.oneOf && !shape.oneOf.includes(value)) return 'enum';
	if (shape.format && !shape.format.test(value)) return 'format';
	const isTooShort = value.length < (shape.min ?? 0);
	return isTooShort || [...value].length > (shape.max ?? Infinity) ? 'range' : undefined;
}
