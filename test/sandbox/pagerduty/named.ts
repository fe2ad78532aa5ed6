import { lettersOf } from '../core/ids';
import { links } from './references';

export const idOf = (kind: string, name: string) => `P${lettersOf(`${kind} ${name}`, 6)}`;

/** What every named object of the account has. */
export function named(type: string, name: string) {
	const id = idOf(type, name);
	return { id, type, name, summary: name, ...links(type, id) };
}
