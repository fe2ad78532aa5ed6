import type { INodeProperties } from 'n8n-workflow';

import { cut } from '../ground/characters';
import { shown } from './given';
import { isWordForNothing } from './nothing';

/** What an ID of one kind looks like, and where to find it in a URL. */
export interface IdKind {
	/** Singular, as people say it: "escalation policy". */
	noun: string;
	/** The name of the list search in `lookups.ts`. */
	search: string;
	id: { regex: string; example: string };
	/** An address of the vendor's web page; the first group is the ID. */
	url?: { regex: string; example: string };
	/** Where this object and others of the vendor have their addresses. */
	addresses: AddressBook;
}

/** The addresses of a vendor's objects, of its web pages and of its API. */
export interface AddressBook {
	/** The vendor as people write it. */
	vendor: string;
	/** The last part of its host names but one: "example" for api.eu.example.com. */
	domain: string;
	/** Paths (and what stands behind #) by what they show; the first group is the ID. */
	pages: Array<{ noun: string; path: RegExp }>;
}

/** Beside n8n's own facts about a field, as in `limits.ts`. */
const KIND = Symbol('kind of ID');

type Referring = INodeProperties & { [KIND]?: IdKind };

/** A resource locator that refers to objects of a kind. */
export function referring(field: INodeProperties, kind: IdKind): INodeProperties {
	const whole: Referring = { ...field, [KIND]: kind };
	return whole;
}

/** The kind of objects that a field refers to. */
export function kindOf(field: Referring): IdKind | undefined {
	return field[KIND];
}

export type ReadId = { id: string } | { complaint: string; hint: string };

/**
 * The ID in what was given: an ID, or an address of the object. Pure.
 * @returns the ID, or what is wrong and what would be right
 */
export function readId(given: unknown, kind: IdKind): ReadId {
	const advice = `An ID of this kind looks like ${kind.id.example}`;
	const isText = ['string', 'number', 'bigint'].includes(typeof given);
	const text = isText ? String(given).trim() : '';
	const isId = (id: string) => new RegExp(`^(?:${kind.id.regex})$`).test(id);
	if (!/^https?:\/\//i.test(text)) {
		if (isId(text) && !isWordForNothing(text)) return { id: text };
		return { complaint: `is not an ID: ${shown(given)}`, hint: advice };
	}
	return readAddress(text, kind, isId);
}

/** The ID in what was given, where that is one. Pure. */
export function idIn(given: unknown, kind: IdKind): string | undefined {
	const read = readId(given, kind);
	return 'id' in read ? read.id : undefined;
}

/** Of a refused address only host and path are shown: behind them there may be a secret. */
function readAddress(
	text: string,
	{ noun, id: { example }, addresses: { vendor, domain, pages } }: IdKind,
	isId: (id: string) => boolean,
): ReadId {
	const hint = `Paste the address of the ${noun} at ${vendor}, or its ID such as ${example}`;
	const url = parsed(text);
	if (!url) return { complaint: 'is not an address that can be read', hint };
	if (!isOf(url.hostname, domain) || url.username || url.password) {
		return { complaint: `is an address of ${shown(url.hostname)}, not of ${vendor}`, hint };
	}
	const place = url.pathname + url.hash;
	const found = pages.flatMap((page) => {
		const id = page.path.exec(place)?.[1];
		return id !== undefined ? [{ noun: page.noun, id }] : [];
	});
	const own = found.find((page) => page.noun === noun && isId(page.id));
	if (own) return { id: own.id };
	const [other] = found;
	if (other) return { complaint: `is the address of ${an(other.noun)}, not of ${an(noun)}`, hint };
	const where = cut(`${url.hostname}${url.pathname}`, 80);
	return { complaint: `is an address without the ID of ${an(noun)}: "${where}"`, hint };
}

/** The ending differs by region, and a test system has its own. */
function isOf(host: string, domain: string): boolean {
	return host.split('.').at(-2) === domain;
}

function parsed(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return;
	}
}

const an = (noun: string) => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** What n8n lets through before a node runs, for one ID or several: an address, too, which is read here. */
export function hostRule({ id }: IdKind, isList: boolean): string {
	const one = `(?:${id.regex}|[hH][tT][tT][pP][sS]?://[^\\s,]+)`;
	return isList ? `\\s*(?:${one}(?:\\s*,\\s*${one})*|\\[.*\\])\\s*` : `\\s*${one}\\s*`;
}
