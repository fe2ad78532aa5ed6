import type { IDataObject } from 'n8n-workflow';

import { isStoredForm, textKey } from './storedText';
import { asNumber, asObject, asText, isObject } from '../../ground/values';

/**
 * Whether an object at a vendor can be what became of one that was sent: `unread` where the object does
 * not show the field, `unclear` where it shows what was not sent and might come from somewhere else.
 */
export type Agreement = 'same' | 'other' | 'unread' | 'unclear';

/** One field of what is sent, compared with the same field of an object at the vendor. Pure. */
export interface Trait {
	/**
	 * @param sent the field's value as it was sent; undefined: it was not
	 * @param object as the vendor shows it
	 * @param isWhole true when no other reading of the object would show more
	 */
	agrees: (sent: unknown, object: IDataObject, isWhole: boolean) => Agreement;
	/** Equal for values that could be taken for each other. */
	key: (sent: unknown) => unknown;
}

/** How fields are compared, by their names in the request. Scalars that are not named are compared as well. */
export type Traits = { [field: string]: Trait };

/** Reads the field's value out of an object of the vendor; undefined where it does not show it. */
type Reader = (object: IDataObject) => unknown;

interface Reading {
	/** Where the value stands in the vendor's object, unless under the same name. */
	from?: Reader;
	/** The vendor fills it in only by what was sent: a value that was not sent is a sign of somebody else. */
	isOurs?: boolean;
	/** What the vendor leaves out of a whole object. */
	whenAbsent?: unknown;
}

/** A text that people wrote: vendors store it in a form of their own. One of several will do. */
export function writtenText(
	field: string,
	{ isMarkdown = false, ...reading }: Reading & { isMarkdown?: boolean } = {},
): Trait {
	const holds = (text: string, stored: unknown) =>
		isStoredForm(text, asText(stored) ?? '', isMarkdown);
	return trait(field, reading, {
		holds: (sent, stored) =>
			(Array.isArray(stored) ? stored : [stored]).some((one) => holds(asText(sent) ?? '', one)),
		key: (sent) => textKey(asText(sent) ?? ''),
	});
}

/** An ID, or a word or number out of a closed set; an object counts by its `id`. */
export function chosen(field: string, reading: Reading = {}): Trait {
	return trait(field, reading, {
		holds: (sent, stored) => isNamed(stored, sent),
		key: nameOf,
	});
}

/** A list of those, in any order. */
export function chosenSet(field: string, reading: Reading = {}): Trait {
	const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
	return trait(field, reading, {
		holds: (sent, stored) => {
			const [wanted, present] = [list(sent), list(stored)];
			return (
				wanted.length === present.length &&
				wanted.every((one) => present.some((other) => isNamed(other, one)))
			);
		},
		key: (sent) => list(sent).map(nameOf).sort(),
	});
}

/**
 * A moment, however it is written. What the vendor has cut to the second agrees with any moment of that
 * second.
 */
export function moment(field: string, reading: Reading = {}): Trait {
	return trait(field, reading, {
		holds: (sent, stored) => {
			const [one, other] = [timeOf(sent), timeOf(stored)];
			if (Number.isNaN(one) || Number.isNaN(other)) return sent === stored;
			return one === other || (other % 1000 === 0 && Math.floor(one / 1000) * 1000 === other);
		},
		key: (sent) => Math.floor(timeOf(sent) / 1000),
	});
}

/** A switch with a standard that counts where it is not sent. */
export function flag(
	field: string,
	standard: boolean,
	{ from = (object) => object[field] }: Reading = {},
): Trait {
	return {
		agrees: (sent, object, isWhole) => {
			const stored = from(object);
			if (stored === undefined && !isWhole) return 'unread';
			return (stored ?? standard) === (sent ?? standard) ? 'same' : 'other';
		},
		key: (sent) => sent ?? standard,
	};
}

/** An object whose members are compared one by one, each as far as the vendor shows it. */
export function members(field: string, { from = (object) => object[field] }: Reading = {}): Trait {
	return {
		agrees: (sent, object, isWhole) => {
			const [wanted, stored] = [asObject(sent), from(object)];
			if (!Object.keys(wanted).length) return 'same';
			if (stored === undefined) return isWhole ? 'unclear' : 'unread';
			const found = Object.entries(wanted).map(([name, value]) =>
				plainly(value, asObject(stored)[name], isWhole),
			);
			return worst(found);
		},
		key: (sent) => sent ?? null,
	};
}

/** For what says how to make the object and is no part of it, and for what no reply shows. */
export const notStored: Trait = { agrees: () => 'same', key: (sent) => sent ?? null };

function trait(
	field: string,
	{ from = (object) => object[field], isOurs = false, whenAbsent }: Reading,
	{ holds, key }: { holds: (sent: unknown, stored: unknown) => boolean; key: Trait['key'] },
): Trait {
	return {
		agrees: (sent, object, isWhole) => {
			const shown = from(object);
			const stored = shown === undefined && isWhole ? whenAbsent : shown;
			if (stored === undefined) {
				if (!isWhole) return 'unread';
				return sent === undefined ? 'same' : 'unclear';
			}
			if (sent !== undefined) return holds(sent, stored) ? 'same' : 'other';
			return isOurs && !isEmpty(stored) ? 'unclear' : 'same';
		},
		key: (sent) => (sent === undefined ? null : key(sent)),
	};
}

/**
 * Whether everything that was sent and can be read back agrees. What an object does not show is
 * `unread`: a fuller reading of it may.
 * @param isWhole true when there is no fuller reading
 */
export function agreement(
	traits: Traits,
	sent: IDataObject,
	object: IDataObject,
	isWhole: boolean,
): Agreement {
	const named = Object.entries(traits).map(([field, { agrees }]) =>
		agrees(sent[field], object, isWhole),
	);
	const others = Object.entries(sent).filter(([field]) => !(field in traits));
	return worst([
		...named,
		...others.map(([field, value]) => plainly(value, object[field], isWhole)),
	]);
}

function worst(found: Agreement[]): Agreement {
	return (['other', 'unclear', 'unread'] as const).find((one) => found.includes(one)) ?? 'same';
}

/** The same text for objects that could be taken for each other. */
export function likenessOf(traits: Traits, sent: IDataObject): string {
	const rest = Object.entries(sent).filter(([field]) => !(field in traits));
	const named = Object.entries(traits).map(([field, { key }]) => [field, key(sent[field])]);
	return JSON.stringify([...named, ...rest]);
}

/** A field that nobody has said more about, such as one of 'Extra Fields (JSON)'. */
function plainly(sent: unknown, stored: unknown, isWhole: boolean): Agreement {
	const isPlain = ['string', 'number', 'boolean'].includes(typeof sent);
	const isShown = stored !== undefined && !isObject(stored) && !Array.isArray(stored);
	if (!isPlain || !isShown) return isWhole ? 'same' : 'unread';
	const [one, other] = [sent, stored].map((value) => String(value ?? ''));
	const isSame = one.toLowerCase() === other.toLowerCase() || isStoredForm(one, other, false);
	return isSame || timeOf(one) === timeOf(other) ? 'same' : 'other';
}

function nameOf(value: unknown): string {
	const id = isObject(value) ? value.id : value;
	return (asText(id) ?? String(id)).toLowerCase();
}

/** True when the vendor's object, or its ID, is what the name stands for. */
export function isNamed(object: unknown, name: unknown): boolean {
	return namesOf(object).includes(nameOf(name));
}

/** An object is known by its ID and by its number, as people write it. */
function namesOf(value: unknown): string[] {
	const { id, display_id } = asObject(value);
	return isObject(value) ? [id, display_id].map(nameOf) : [nameOf(value)];
}

function isEmpty(value: unknown): boolean {
	if (value === null || value === '') return true;
	return Array.isArray(value) && value.length === 0;
}

function timeOf(value: unknown): number {
	return asNumber(value) === undefined ? Date.parse(asText(value) ?? '') : NaN;
}
