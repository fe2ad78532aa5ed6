import type { Content } from './types';
import { isObject } from './values';

/** Names of the fields that hold what people write, the longer texts first; other fields are stored as they come. */
export const TEXTS = ['body', 'text', 'content', 'reason', 'details', 'title'];

const inText = (pattern: RegExp, replacement: string) => (text: string) =>
	text.replace(pattern, replacement);

/** What stores of texts are known to do with them. */
export const STORINGS = {
	spaces: inText(/[^\S\r\n]+/g, ' '),
	nfc: (text: string) => text.normalize('NFC'),
	stripHtml: inText(/<[^>]*>/g, ''),
	escapeHtml: (text: string) =>
		text.replace(
			/[&<>"']/g,
			(character) =>
				({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' })[character] ??
				character,
		),
	cut: (text: string) => [...text].slice(0, 100).join(''),
	noEmoji: inText(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, ''),
	lf: inText(/\r\n/g, '\n'),
} satisfies Record<string, (text: string) => string>;

export type Storing = keyof typeof STORINGS;

/** The request as it is stored: each text in it changed in this way. */
export function storedAs(content: Content, storing: Storing, texts = TEXTS): Content {
	if (content.kind !== 'json') return content;
	return { kind: 'json', value: changed(content.value, STORINGS[storing], texts) };
}

function changed(value: unknown, change: (text: string) => string, texts: string[]): unknown {
	if (Array.isArray(value)) return value.map((one: unknown) => changed(one, change, texts));
	if (!isObject(value)) return value;
	const entries = Object.entries(value).map(([name, one]) => [
		name,
		typeof one === 'string' && texts.includes(name) ? change(one) : changed(one, change, texts),
	]);
	return Object.fromEntries(entries) as unknown;
}

/** The same request with its longest text changed: of the title where there is no other. */
export function otherwise(content: Content, texts = TEXTS): Content {
	if (content.kind !== 'json') return content;
	let isDone = false;
	const change =
		(name: string) =>
		(value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(change(name));
			if (!isObject(value)) return value;
			const entries = Object.entries(value).map(([key, one]) => {
				if (key !== name || typeof one !== 'string' || isDone) return [key, change(name)(one)];
				isDone = true;
				return [key, `${one} (another host)`];
			});
			return Object.fromEntries(entries) as unknown;
		};
	for (const name of texts) {
		const value = change(name)(content.value);
		if (isDone) return { kind: 'json', value };
	}
	return content;
}
