import { uuidOf } from '../core/ids';
import { Refusal } from '../core/refusal';
import type { Problem } from '../core/shape';
import type { Reply } from '../core/types';

const codes: Record<number, string> = {
	400: 'BAD_REQUEST',
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	405: 'METHOD_NOT_ALLOWED',
	409: 'CONFLICT',
	429: 'RATE_LIMITED',
};

export interface ErrorEntry {
	code: string;
	field: string | null;
	message: string;
}

let requestCount = 0;

export function errorReply(status: number, message: string, errors?: ErrorEntry[]): Reply {
	requestCount += 1;
	const requestId = uuidOf(`request ${requestCount}`);
	return {
		status,
		headers: { 'X-Request-Id': requestId },
		body: {
			status,
			code: codes[status] ?? 'INTERNAL_ERROR',
			message,
			timestamp: Date.now(),
			requestId,
			...(errors ? { errors } : {}),
		},
	};
}

export const refuse = (...parts: Parameters<typeof errorReply>) =>
	new Refusal(errorReply(...parts));

export const notFound = (what: string) => refuse(404, `${what} not found`);

/** 400 with one entry per problem, and all of them joined in the message. */
export function invalid(...errors: ErrorEntry[]): Refusal {
	return refuse(400, errors.map(({ message }) => message).join('; '), errors);
}

export const invalidQuery = (name: string, message: string) =>
	invalid({ code: 'INVALID_VALUE', field: `/${name}`, message: `${name} ${message}` });

const entryCodes: Record<Problem['reason'], string> = {
	enum: 'INVALID_VALUE',
	format: 'INVALID_FORMAT',
	missing: 'REQUIRED',
	range: 'INVALID_LENGTH',
	type: 'INVALID_TYPE',
	unknown: 'UNKNOWN_FIELD',
};

const phrases: Record<Problem['reason'], string> = {
	enum: 'has a value that is not allowed',
	format: 'is malformed',
	missing: 'must be given',
	range: 'has a length that is not allowed',
	type: 'has the wrong type',
	unknown: 'is not known',
};

export function invalidBody(problems: Problem[]): Refusal {
	return invalid(
		...problems.map(({ path, reason }) => ({
			code: entryCodes[reason],
			field: path.length === 0 ? null : `/${path.join('/')}`,
			message: `${path.join('.') || 'body'} ${phrases[reason]}`,
		})),
	);
}
