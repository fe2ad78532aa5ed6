import { check } from '../core/shape';
import type { Shape } from '../core/shape';
import type { SandboxRequest } from '../core/types';
import { refusalFor, refuse } from './errors';

/** The JSON object of a POST, checked; T is the caller's word for what the shape guarantees. */
export function readBody<T>(request: SandboxRequest, shape: Shape): T {
	const { content } = request;
	if (content.kind !== 'json') {
		throw refuse(400, 'parse_error', 'The request body is no valid JSON');
	}
	const [problem] = check(content.value, shape);
	if (problem) throw refusalFor(problem);
	return content.value as T;
}
