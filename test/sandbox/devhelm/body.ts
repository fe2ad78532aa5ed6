import { check } from '../core/shape';
import type { SandboxRequest } from '../core/types';
import { invalidBody, refuse } from './errors';

/** The JSON object of a request, checked; unknown properties are refused. */
export function readBody<T>(request: SandboxRequest, shape: Parameters<typeof check>[1]): T {
	const { content } = request;
	if (content.kind !== 'json') throw refuse(400, 'The request body is missing or no valid JSON');
	const problems = check(content.value, shape);
	if (problems.length > 0) throw invalidBody(problems);
	return content.value as T;
}
