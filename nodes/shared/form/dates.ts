import { tryToParseDateTime } from 'n8n-workflow';

import { isObject } from '../ground/values';

const ZONED = /(?:[zZ]|[+-]\d\d:?\d\d)$/;

/**
 * Numbers are moments since 1970. Below the first bound they are counts or years, from there on seconds (1973
 * to 5138), from the second on milliseconds (1973 to 5138 as well), from the third on nothing anybody means.
 */
const SECONDS_FROM = 1e8;
const MILLISECONDS_FROM = 1e11;
const NO_MORE_FROM = 1e14;

/**
 * A point in time as ISO 8601 in UTC: n8n's own dates ($now), JavaScript's, seconds or milliseconds since
 * 1970, or ISO text. A text that ends in Z is passed on as it is, with all its digits. Pure.
 * @param timezone IANA name of the zone in which a text without one is read
 * @returns undefined for what is no point in time
 */
export function toDate(value: unknown, timezone: string): string | undefined {
	const moment = momentOf(value);
	if (moment !== undefined) return isoOf(moment);
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return;
	const text = String(value).trim();
	if (/^\d+(?:\.\d+)?$/.test(text)) return fromNumber(Number(text));
	return fromText(text, timezone);
}

/** True for a date object: n8n's own (Luxon) or JavaScript's, also one that is invalid. Pure. */
export function isDateObject(value: unknown): boolean {
	return momentOf(value) !== undefined;
}

/** Milliseconds since 1970, NaN for an invalid one; undefined for what is no date object. */
function momentOf(value: unknown): number | undefined {
	// Made elsewhere, such as where n8n works expressions out, it is no instance of the Date known here.
	if (Object.prototype.toString.call(value) === '[object Date]') return Number(value);
	if (!isObject(value) || value.isLuxonDateTime !== true) return;
	return Number(value);
}

function isoOf(moment: number): string | undefined {
	return Math.abs(moment) <= 8.64e15 ? new Date(moment).toISOString() : undefined;
}

function fromNumber(number: number): string | undefined {
	if (number < SECONDS_FROM || number >= NO_MORE_FROM) return;
	return isoOf(number < MILLISECONDS_FROM ? Math.round(number * 1000) : number);
}

function fromText(text: string, timezone: string): string | undefined {
	// Anything shorter is a word; "2026" or "tomorrow" is not what somebody meant.
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
