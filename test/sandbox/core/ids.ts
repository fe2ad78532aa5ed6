import { createHash } from 'node:crypto';

/** Ids that are the same in every run: derived from a name, not drawn. */
function digest(name: string): string {
	return createHash('sha256').update(name).digest('hex');
}

export function uuidOf(name: string): string {
	const hex = digest(name);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`a${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}

export function hexOf(name: string, length: number): string {
	return digest(name).slice(0, length);
}

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Upper-case letters and digits. */
export function lettersOf(name: string, length: number): string {
	const hex = digest(name) + digest(`${name}+`);
	let text = '';
	for (let index = 0; index < length; index += 1) {
		text += capitals[parseInt(hex.slice(index * 2, index * 2 + 2), 16) % capitals.length];
	}
	return text;
}

/** `2026-05-04T10:20:30Z` */
export function wholeSeconds(time: number): string {
	return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
