import { tryToParseDateTime } from 'n8n-workflow';
import type { INodePropertyMode } from 'n8n-workflow';

import { isObject } from './values';

/** What parameters hold, taken apart. `parameters.ts` turns what is wrong into complaints. */

const ZONED = /(?:[zZ]|[+-]\d\d:?\d\d)$/;

export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

/** The value inside a resource locator; any other value as it is. */
export function unwrap(value: unknown): unknown {
	return isObject(value) && 'mode' in value && 'value' in value ? value.value : value;
}

export function rewrap(original: unknown, value: unknown): unknown {
	return isObject(original) && 'mode' in original ? { ...original, value } : value;
}

export function listed(value: unknown): unknown[] {
	const values = Array.isArray(value)
		? value
		: typeof value === 'string'
			? value.split(',')
			: [value];
	return values
		.map((entry: unknown) => (typeof entry === 'string' ? entry.trim() : entry))
		.filter((entry) => !isBlank(entry));
}

/** An address is recognised in every mode: people paste it where the ID belongs. */
export function fromUrl(text: string, modes: INodePropertyMode[]): string | undefined {
	if (!/^https?:\/\//i.test(text)) return;
	const regex = modes.find((mode) => mode.name === 'url')?.extractValue?.regex;
	return regex ? new RegExp(String(regex)).exec(text)?.[1] : undefined;
}

export function idRule(
	modes: INodePropertyMode[],
): { pattern: RegExp; advice: string } | undefined {
	const rule = modes.find((mode) => mode.name === 'id')?.validation?.[0];
	if (!rule || typeof rule === 'function') return;
	const { regex, errorMessage } = rule.properties as { regex: string; errorMessage: string };
	return { pattern: new RegExp(`^(?:${regex})$`), advice: errorMessage };
}

export function toDate(value: unknown, timezone: string): string | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	const text = String(value).trim();
	// Anything shorter is a number or a word; "2026" or "tomorrow" is not what somebody meant.
	if (typeof value === 'object' || !/^\d{4}-\d{2}-\d{2}/.test(text)) return;
	const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
	if (!day || !isCalendarDay(Number(day[1]), Number(day[2]), Number(day[3]))) return;
	try {
		const parsed = tryToParseDateTime(text, timezone).toUTC().toISO();
		if (!parsed) return;
		if (!ZONED.test(text) || !/z$/i.test(text)) return parsed.replace('.000Z', 'Z');
		return text.toUpperCase();
	} catch {
		return;
	}
}

function isCalendarDay(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function parseJson(value: unknown): { parsed?: unknown; complaint?: string } {
	if (typeof value !== 'string') return { parsed: value };
	try {
		return { parsed: JSON.parse(value) };
	} catch (error) {
		return { complaint: error instanceof Error ? error.message : String(error) };
	}
}

export function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}
