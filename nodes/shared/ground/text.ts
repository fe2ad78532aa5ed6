import { cut } from './characters';
import { asText, isObject } from './values';

/** Characters of an answer that are looked at to tell what went wrong: it may be a page of any size. */
const MOST_READ = 20_000;
/** Characters of a page that are shown. */
const MOST_OF_PAGE = 250;
/** Entries of an answer's lists and objects that are looked at, and how deep they lie. */
const MOST_ENTRIES = 100;
const MOST_DEPTH = 8;

/** What a person can see of a page that is no JSON. Pure; takes time in proportion to what it reads. */
export function excerpt(page: string): string {
	const text = withoutTags(page.slice(0, MOST_READ)).replace(/\s+/g, ' ').trim();
	return cut(text, MOST_OF_PAGE);
}

/** An answer in a size that any reader of errors can go through: long texts cut, the rest left out. Pure. */
export function brief(value: unknown): unknown {
	let left = MOST_ENTRIES;
	const shorten = (one: unknown, depth: number): unknown => {
		if (typeof one === 'string') return cut(one, MOST_READ / 10);
		if (!isObject(one) && !Array.isArray(one)) return one;
		if (depth > MOST_DEPTH) return null;
		const kept: Array<[string, unknown]> = [];
		for (const key in one) {
			if ((left -= 1) < 0) break;
			kept.push([key, shorten((one as { [key: string]: unknown })[key], depth + 1)]);
		}
		return Array.isArray(one) ? kept.map(([, entry]) => entry) : Object.fromEntries(kept);
	};
	return shorten(value, 1);
}

/**
 * The texts of an answer: one text, a list of them, or a map of names to them, as `title: is too long`. Pure.
 * @param unnamed names that say nothing themselves
 */
export function textsOf(value: unknown, unnamed: string[] = []): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => textsOf(entry, unnamed));
	if (isObject(value)) {
		return Object.entries(value).flatMap(([name, texts]) => {
			const text = textsOf(texts, unnamed).join(', ');
			if (!text) return [];
			return unnamed.includes(name) ? [text] : [`${name}: ${text}`];
		});
	}
	const text = asText(value);
	return text === undefined ? [] : [text];
}

/** Steps from one `<` to the next once; what is never closed stays as it is, or is code and goes. */
function withoutTags(page: string): string {
	const lower = page.toLowerCase();
	let text = '';
	let at = 0;
	for (let open = page.indexOf('<'); open >= 0; open = page.indexOf('<', at)) {
		text += `${page.slice(at, open)} `;
		const code = ['style', 'script'].find((name) => lower.startsWith(name, open + 1));
		const end = code ? lower.indexOf(`</${code}`, open) : open;
		const close = end < 0 ? -1 : page.indexOf('>', end);
		if (close < 0) return code ? text : text + page.slice(open);
		at = close + 1;
	}
	return text + page.slice(at);
}
