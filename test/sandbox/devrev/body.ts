import { get, post } from '../core/router';
import type { Handler, Route } from '../core/router';
import { check } from '../core/shape';
import type { Shape } from '../core/shape';
import type { SandboxRequest } from '../core/types';
import { refusalFor, refuse } from './errors';
import { bodyOfQuery } from './query';
import type { DevRevContext } from './types';

/**
 * The JSON object of a POST, or what the query of a GET says in its place, checked; T is the caller's
 * word for what the shape guarantees.
 */
export function readBody<T>(request: SandboxRequest, shape: Shape): T {
	const value = valueOf(request, shape);
	const [problem] = check(value, shape);
	if (problem) throw refusalFor(problem);
	return value as T;
}

function valueOf({ method, content, query }: SandboxRequest, shape: Shape): unknown {
	if (method === 'GET') return bodyOfQuery(query, shape);
	if (content.kind === 'json') return content.value;
	throw refuse(400, 'parse_error', 'The request body is no valid JSON');
}

/** A call that only reads has two forms: POST, and GET with a query. */
export const read = (path: string, handle: Handler<DevRevContext>): Array<Route<DevRevContext>> => [
	get(path, handle),
	post(path, handle),
];
