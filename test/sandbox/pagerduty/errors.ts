import { Refusal } from '../core/refusal';
import type { Reply } from '../core/types';

export function errorReply(
	status: number,
	code: number,
	message: string,
	errors?: string[],
): Reply {
	const error = errors ? { message, code, errors } : { message, code };
	return { status, body: { error } };
}

export const refuse = (...parts: Parameters<typeof errorReply>) =>
	new Refusal(errorReply(...parts));

export const invalidInput = (...errors: string[]) =>
	refuse(400, 2001, 'Invalid Input Provided', errors);

export const notFound = () => refuse(404, 2100, 'Not Found');

export const missingAbility = (ability: string) =>
	refuse(402, 2014, 'Account Ability Required', [`The account lacks the ability ${ability}.`]);
