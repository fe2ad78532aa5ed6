import { createHash } from 'node:crypto';

import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { FormIssue } from './issues';
import { convertMapped } from './mapped';
import { fromUrl, idRule, isBlank, listed, parseJson, rewrap, shown, toDate, unwrap } from './raw';
import { asObject, asRows, compact, isObject } from './values';

/** Where the values of one item come from. */
export interface ParameterSource {
	/** The resolved value of a parameter, undefined when it is not set. */
	get: (name: string) => unknown;
	/** The declarations that these values belong to. */
	properties: INodeProperties[];
	/** IANA name of the workflow's time zone, in which a date without a zone is read. */
	timezone: string;
	/** What makes this item's run unique, the same when n8n runs the node again for a retry. */
	identity?: string;
}

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/**
 * Reads the parameters of one item. It is bound to that item, so the value of another item cannot
 * be used by mistake, and it knows the form, so every complaint names the field's label. Unset is
 * undefined. Each reader throws FormIssue on a value of the wrong kind and on an empty required field.
 */
export class Parameters {
	constructor(private readonly source: ParameterSource) {}

	/** Text without outer white space; numbers become text. */
	text(name: string): string | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		if (typeof value === 'object' || typeof value === 'boolean') {
			return this.refuse(name, 'must be text', 'Type a text, or make the expression give one');
		}
		return String(value).trim();
	}

	/** A whole number, also when it comes as text. */
	integer(name: string): number | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		const number = typeof value === 'string' ? Number(value) : value;
		if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
		return this.refuse(name, `must be a whole number, not ${shown(value)}`, 'Type digits only');
	}

	/** True or false, also as the texts "true" and "false". */
	boolean(name: string): boolean | undefined {
		const value = this.value(name);
		if (value === undefined || typeof value === 'boolean') return value;
		if (value === 'true' || value === 'false') return value === 'true';
		return this.refuse(name, `must be true or false, not ${shown(value)}`, 'Switch it on or off');
	}

	/** One value of a closed set, by the option's value (a number stays a number) or its label. */
	option<T extends string | number>(name: string): T | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		return this.oneOf<T>(name, value);
	}

	/** Several values of a closed set; a list, or texts with commas between them. */
	options<T extends string | number>(name: string): T[] {
		return listed(this.value(name)).map((value) => this.oneOf<T>(name, value));
	}

	/**
	 * A point in time as ISO 8601 in UTC. A text that already ends in Z is passed on as it is, with
	 * all its digits; a text without a zone is read in the workflow's time zone.
	 */
	date(name: string): string | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		const parsed = toDate(value, this.source.timezone);
		if (parsed) return parsed;
		return this.refuse(
			name,
			`is no date: ${shown(value)}`,
			'Use a date and time such as 2026-04-15T12:00:00Z',
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
	 */
	ids(name: string): string[] {
		const found = this.rows(name).flatMap((row) => {
			const [definition] = row.source.properties;
			return listed(unwrap(row.source.get(definition.name))).map((value) =>
				row.identifier(definition.name, rewrap(row.source.get(definition.name), value)),
			);
		});
		return [...new Set(found)];
	}

	/** A JSON object, given as an object or as its text. */
	json(name: string): IDataObject | undefined {
		const value = this.value(name);
		if (value === undefined) return;
		const { parsed, complaint } = parseJson(value);
		if (isObject(parsed)) return parsed;
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

	/** The reader for a collection such as "Additional Fields". */
	group(name: string): Parameters {
		const values = asObject(this.source.get(name));
		const properties = (this.definition(name).options ?? []) as INodeProperties[];
		return new Parameters({ ...this.source, properties, get: (key) => values[key] });
	}

	/** One reader for each row of a fixedCollection that holds a single kind of row. */
	rows(name: string): Parameters[] {
		const [{ name: group, values: properties }] = this.definition(name)
			.options as INodePropertyCollection[];
		const rows = asObject(this.source.get(name))[group];
		return (Array.isArray(rows) ? asRows(rows) : isObject(rows) ? [rows] : []).map(
			(row) => new Parameters({ ...this.source, properties, get: (key) => row[key] }),
		);
	}

	/**
	 * A key for what this item creates: 32 hexadecimal digits, the same when n8n's "Retry On Fail" runs
	 * the node again, another one in the next execution or in a loop's next round.
	 */
	derivedKey(): string | undefined {
		const { identity } = this.source;
		return identity && createHash('sha256').update(identity).digest('hex').slice(0, 32);
	}

	/** True when the operation declares a parameter of this name. */
	declares(name: string): boolean {
		return this.source.properties.some((property) => property.name === name);
	}

	/** The value as it came, for a vendor's own kind of value. */
	raw(name: string): unknown {
		return this.value(name);
	}

	/** Ends the reading with a complaint about this field. */
	refuse(name: string, complaint: string, hint: string): never {
		throw new FormIssue(`'${this.definition(name).displayName}' ${complaint}`, `${hint}.`);
	}

	private definition(name: string): INodeProperties {
		const found = this.source.properties.find((property) => property.name === name);
		if (!found) throw new Error(`The operation reads "${name}" without declaring it`);
		return found;
	}

	private value(name: string): unknown {
		const definition = this.definition(name);
		const value = this.source.get(name);
		if (!isBlank(unwrap(value))) return value;
		if (definition.required) this.refuseEmpty(name);
		return;
	}

	private refuseEmpty(name: string): never {
		return this.refuse(
			name,
			'is empty',
			'Fill it in; if an expression feeds it, look at what the expression gives for this item',
		);
	}

	private oneOf<T extends string | number>(name: string, value: unknown): T {
		const { options, typeOptions } = this.definition(name);
		if (typeOptions?.loadOptionsMethod) return value as T;
		const choices = (options ?? []) as INodePropertyOptions[];
		const same = (candidate: unknown) =>
			String(candidate).toLowerCase() === String(value).trim().toLowerCase();
		const match = choices.find((choice) => same(choice.value) || same(choice.name));
		if (match) return match.value as T;
		const allowed = choices.map((choice) => String(choice.value)).join(', ');
		return this.refuse(name, `cannot be ${shown(value)}`, `Use one of: ${allowed}`);
	}

	private identifier(name: string, value: unknown): string {
		const modes = this.definition(name).modes ?? [];
		const text = String(unwrap(value)).trim();
		const extracted = fromUrl(text, modes) ?? text;
		const rule = idRule(modes);
		if (typeof unwrap(value) !== 'object' && (!rule || rule.pattern.test(extracted))) {
			return extracted;
		}
		return this.refuse(
			name,
			`is not an ID: ${shown(unwrap(value))}`,
			rule?.advice ?? 'Choose it from the list, or paste its ID',
		);
	}
}
