import { check, type Shape } from '../core/shape';
import type { JsonObject, SandboxRequest } from '../core/types';
import { isObject } from '../core/values';
import { invalidInput } from './errors';
import { readBody } from './incidents/find';

/** Unknown members are ignored without a word; all else that does not fit is refused. */
export function demand(value: unknown, shape: Shape): void {
	const problems = check(value, shape).filter(({ reason }) => reason !== 'unknown');
	if (!problems.length) return;
	throw invalidInput(...problems.map(({ path, reason }) => `${path.join('.')}: ${reason}`));
}

/** The object in a request's envelope, held against its shape. */
export function wrapped(request: SandboxRequest, envelope: string, shape: Shape): JsonObject {
	const value = readBody(request)[envelope];
	if (!isObject(value)) throw invalidInput(`${envelope} must be an object.`);
	demand(value, shape);
	return value;
}
