import { createHash } from 'node:crypto';

import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { asObject, asRows, compact, isObject } from '../ground/values';
import { matchOf } from './choices';
import { isDateObject, toDate } from './dates';
import { Form, LOOK_AT_EXPRESSION, type AnswerPlace, type ParameterSource } from './form';
import { entriesOf, isBlank, kindWord, listed, parseJson, shown, textOf, unwrap } from './given';
import { kindOf, readId } from './idKind';
import { excessOf } from './limits';
import { convertMapped } from './mapped';
import { isExpression, isForAgent, isNothing, isWordForNothing } from './nothing';
import { sourceFor } from './otherForm';

export type { AnswerPlace, ParameterSource };

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/**
 * Reads the parameters of one item. It is bound to that item, so the value of another item cannot
 * be used by mistake, and it knows the form, so every complaint names the field's label. Unset is
 * undefined. Each reader throws FormIssue on a value of the wrong kind and on an empty required field.
 */
export class Parameters extends Form {
	/** Text without outer white space, within the vendor's limit; numbers and dates become text. */
	text(name: string): string | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		const text = textOf(value);
		if (text === undefined) {
			const complaint = `must be text, not ${kindWord(value)}`;
			return this.refuse(name, complaint, 'Type a text, or make the expression give one');
		}
		return this.within(name, text);
	}

	/**
	 * A key of the user's own, by which two objects count as one. A program's word for nothing, such as "null",
	 * is no key: two objects without one must not become one.
	 */
	key(name: string): string | undefined {
		const text = this.text(name);
		if (text === undefined || !isWordForNothing(text)) return text;
		const { required, displayName } = this.definition(name);
		const complaint = `is ${shown(text)}, a program's word for nothing`;
		if (required) return this.refuse(name, complaint, LOOK_AT_EXPRESSION);
		if (this.source.role === 'filter') return this.emptyFilter(name, complaint);
		this.note(
			`'${displayName}' was a program's word for nothing, such as "null": it counted as no key`,
		);
		return;
	}

	/** A whole number within the field's bounds, also when it comes as text. */
	integer(name: string): number | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		const isDigits = typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value);
		const number = isDigits || typeof value === 'bigint' ? Number(value) : value;
		if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
			return this.refuse(name, `must be a whole number, not ${shown(value)}`, 'Type digits only');
		}
		// Not the zero that has a sign.
		return number + 0;
	}

	/** True or false, also as the texts "true" and "false". */
	boolean(name: string): boolean | undefined {
		const value = this.value(name);
		if (value === undefined || typeof value === 'boolean') return value;
		if (/^\s*(?:true|false)\s*$/i.test(String(value))) return /true/i.test(String(value));
		return this.refuse(name, `must be true or false, not ${shown(value)}`, 'Switch it on or off');
	}

	/** One value of a closed set, by the option's value (a number stays a number) or its label. */
	option<T extends string | number>(name: string): T | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		return this.oneOf<T>(name, value);
	}

	/** Several values of a closed set; a list, also as JSON, or texts with commas between them. */
	options<T extends string | number>(name: string): T[] {
		return listed(this.value(name)).map((value) => this.oneOf<T>(name, value));
	}

	/** A point in time as ISO 8601 in UTC, from whatever `toDate` understands. */
	date(name: string): string | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		const parsed = toDate(value, this.source.timezone);
		if (parsed) return parsed;
		return this.refuse(
			name,
			`is no date: ${shown(value)}`,
			'Use a date and time such as 2026-04-15T12:00:00Z, an n8n date such as $now, or seconds or milliseconds since 1970',
		);
	}

	/** An e-mail address. */
	email(name: string): string | undefined {
		const value = this.text(name);
		if (value === undefined || EMAIL.test(value)) return value;
		return this.refuse(
			name,
			`is no e-mail address: ${shown(value)}`,
			'Use the form name@example.com',
		);
	}

	/** The ID behind a resource locator, whichever way it was given (list, ID, URL, expression). */
	id(name: string): string | undefined {
		const value = this.value(name);
		return value === undefined ? undefined : this.identifier(name, value);
	}

	/** Like `id`, ready for use in a path. The field must be required. */
	pathId(name: string): string {
		return encodeURIComponent(this.id(name) ?? this.refuseEmpty(name));
	}

	/**
	 * All IDs of a list of locators (a fixedCollection with one locator in each row), without repeats.
	 * A row may also hold a list, or several IDs with commas between them, as expressions give them.
	 * Nothing beside something is refused: what is done to one of two cannot always be undone.
	 */
	ids(name: string): string[] {
		const rows = this.rows(name).map((row) => row.idsOfRow());
		const isFilled = rows.some((ids) => ids.length > 0);
		const stored = this.source.stored?.(name);
		if (!isFilled) {
			// A row that somebody has fed with an expression was meant to name somebody.
			const isFed = rows.length > 0 && !this.source.role && !isForAgent(stored);
			const isMeant = isFed && JSON.stringify(stored ?? '').includes('"=');
			return isMeant ? this.refuse(name, 'is empty', LOOK_AT_EXPRESSION) : [];
		}
		const hole = rows.findIndex((ids) => !ids.length || ids.includes(''));
		if (hole >= 0 && !isForAgent(stored)) {
			const { displayName } = this.definition(name);
			const row = rows.length > 1 ? `row ${hole + 1}` : 'one entry';
			if (this.source.role === 'free') this.note(`In '${displayName}' ${row} was empty`);
			else
				this.refuse(name, `is not whole: ${row} is empty`, `${LOOK_AT_EXPRESSION}, or remove it`);
		}
		return [...new Set(rows.flat().filter(Boolean))];
	}

	/** A JSON object, given as an object or as its text. */
	json(name: string): IDataObject | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		const { parsed, complaint } = parseJson(value);
		if (isObject(parsed) && !isDateObject(parsed)) return parsed;
		return this.refuse(
			name,
			complaint ? `is not valid JSON: ${complaint}` : 'must be a JSON object',
			'Use the form { "name": "value" }, with double quotes around names and texts',
		);
	}

	/** What was filled in of a form that the vendor's organization defines (a resource mapper). */
	mapped(name: string): IDataObject {
		const filled = this.value(name);
		const { value } = asObject(filled);
		if (filled === undefined || value === undefined || value === null) return {};
		if (isObject(value)) {
			const { values, complaint } = convertMapped(filled, this.source.timezone);
			if (complaint === undefined) return compact(values);
			return this.refuse(name, `does not fit: ${complaint}`, 'Correct the value of this field');
		}
		return this.refuse(
			name,
			`must be an object of fields, not ${shown(value)}`,
			'Map each field below',
		);
	}

	/**
	 * The reader for a collection such as "Additional Fields".
	 * @throws FormIssue for a filter that was chosen and gives nothing, unless "Ignore Empty Filters" is on
	 */
	group(name: string): Parameters {
		const given = this.source.get(name);
		if (!isNothing(given) && !isObject(given)) {
			this.refuse(name, `must be fields with values, not ${shown(given)}`, LOOK_AT_EXPRESSION);
		}
		const [values, stored] = [asObject(given), this.source.stored?.(name)];
		const group = new Parameters({
			...this.source,
			properties: (this.definition(name).options ?? []) as INodeProperties[],
			get: (key) => values[key],
			stored: (key) => asObject(stored)[key],
			...this.roleOf(name),
		});
		if (group.source.role === 'filter') {
			if (isExpression(stored) && isNothing(given))
				this.refuse(name, 'is empty', LOOK_AT_EXPRESSION);
			group.checkFilters(values);
		}
		return group;
	}

	/** A reader of this item for the form of another operation: what is given here, and what both forms share (`sourceFor`). */
	as(properties: INodeProperties[], given: IDataObject): Parameters {
		return new Parameters(sourceFor(this.source, properties, given));
	}

	/** One reader for each row of a fixedCollection that holds a single kind of row. */
	rows(name: string): Parameters[] {
		const [{ name: group, values: properties }] = this.definition(name)
			.options as INodePropertyCollection[];
		const given = asObject(this.source.get(name))[group];
		const stored = asObject(this.source.stored?.(name))[group];
		const rows = Array.isArray(given) ? asRows(given) : isObject(given) ? [given] : [];
		const { displayName } = this.definition(name);
		return rows.map((row, index) => {
			const raw = Array.isArray(stored) ? (stored as unknown[])[index] : stored;
			return new Parameters({
				...this.source,
				properties,
				get: (key) => row[key],
				stored: (key) => asObject(raw)[key],
				place: rows.length > 1 ? ` in row ${index + 1} of '${displayName}'` : '',
			});
		});
	}

	/**
	 * A key for what this item creates: 32 hexadecimal digits, the same when n8n's "Retry On Fail" runs
	 * the node again, another one in the next execution or in a loop's next round.
	 */
	derivedKey(): string | undefined {
		const { identity } = this.source;
		return identity && createHash('sha256').update(identity).digest('hex').slice(0, 32);
	}

	/** A text, or the texts of a list, within the field's documented limit; throws FormIssue beyond it. */
	within<Value extends string | string[]>(name: string, value: Value): Value {
		const excess = excessOf(this.definition(name), value);
		return excess ? this.refuse(name, excess.complaint, excess.hint) : value;
	}

	/** The value as it came, for a vendor's own kind of value. */
	raw(name: string): unknown {
		return this.value(name);
	}

	private roleOf(group: string): Pick<ParameterSource, 'role' | 'wayOut'> {
		if (group === 'additionalFields' || group === 'legacyFields') return { role: 'free' };
		if (group === 'updateFields') return { role: 'change' };
		if (group !== 'filters') return {};
		const options = this.declares('options') ? this.group('options') : undefined;
		if (!options?.declares('ignoreEmptyFilters')) return { role: 'filter' };
		if (options.boolean('ignoreEmptyFilters')) return { role: 'free' };
		return { role: 'filter', wayOut: ", or switch on 'Ignore Empty Filters' under 'Options'" };
	}

	/** n8n keeps only filters that somebody has chosen. */
	private checkFilters(values: IDataObject): void {
		for (const [name, value] of Object.entries(values)) {
			if (this.declares(name) && isNothing(value)) this.emptyFilter(name);
		}
	}

	/** The IDs of a row of a `locatorList`; an empty text for an entry of a list that gives nothing. */
	private idsOfRow(): string[] {
		const [{ name }] = this.source.properties;
		const given = unwrap(this.source.get(name));
		if (isNothing(given)) return [];
		return entriesOf(given).map((entry) => (isBlank(entry) ? '' : this.identifier(name, entry)));
	}

	private oneOf<T extends string | number>(name: string, value: unknown): T {
		const definition = this.definition(name);
		const isOwn = definition.typeOptions?.loadOptionsMethod === undefined;
		const choices = isOwn
			? ((definition.options ?? []) as INodePropertyOptions[])
			: this.source.choices?.(definition);
		const match = matchOf(value, choices, isOwn);
		return 'value' in match ? (match.value as T) : this.refuse(name, match.complaint, match.hint);
	}

	private identifier(name: string, value: unknown): string {
		const kind = kindOf(this.definition(name));
		if (!kind) throw new Error(`"${name}" is no locator`);
		const read = readId(unwrap(value), kind);
		return 'id' in read ? read.id : this.refuse(name, read.complaint, read.hint);
	}
}
