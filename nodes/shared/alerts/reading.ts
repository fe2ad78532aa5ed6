import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { toDate } from '../form/dates';
import { oneLine } from '../ground/characters';
import { asObject, asRows, asText, isObject } from '../ground/values';
import type { IncidentSeverity } from '../records/incident';
import type { Alert, AlertLink } from './alert';

/** The common words; a tool with words or numbers of its own maps them itself. */
const SEVERITIES: { [word: string]: IncidentSeverity } = {
	alert: 'critical',
	crit: 'critical',
	critical: 'critical',
	disaster: 'critical',
	emergency: 'critical',
	fatal: 'critical',
	p1: 'critical',
	page: 'critical',
	sev0: 'critical',
	sev1: 'critical',
	error: 'error',
	err: 'error',
	high: 'error',
	major: 'error',
	p2: 'error',
	sev2: 'error',
	average: 'warning',
	medium: 'warning',
	minor: 'warning',
	p3: 'warning',
	sev3: 'warning',
	warn: 'warning',
	warning: 'warning',
	debug: 'info',
	info: 'info',
	information: 'info',
	informational: 'info',
	low: 'info',
	none: 'info',
	notice: 'info',
	p4: 'info',
	p5: 'info',
	sev4: 'info',
	sev5: 'info',
};

/** The common severity behind a word, in whatever case; null for any other word. Pure. */
export function severityOf(word: unknown): IncidentSeverity | null {
	const key = asText(word)?.trim().toLowerCase() ?? '';
	return Object.hasOwn(SEVERITIES, key) ? SEVERITIES[key] : null;
}

/** Text without outer white space; null for nothing, an empty text, or what is no text. Pure. */
export function textOrNull(value: unknown): string | null {
	return asText(asText(value)?.trim()) ?? null;
}

/** The first of several that is a text. Pure. */
export function firstText(...values: unknown[]): string | null {
	for (const value of values) {
		const text = textOrNull(value);
		if (text !== null) return text;
	}
	return null;
}

/** The parts that there are, a line each; null where there are none. Pure. */
export function linesOf(...values: unknown[]): string | null {
	return textOrNull(values.map(textOrNull).filter(Boolean).join('\n'));
}

/** A point in time as ISO 8601: ISO text, seconds or milliseconds since 1970; null for anything else. Pure. */
export function timeOrNull(value: unknown): string | null {
	return toDate(value, 'UTC') ?? null;
}

/**
 * A fingerprint of 32 hexadecimal digits out of what tells one problem from another, for tools that give none
 * which could be used as it is. Unlike parts give unlike fingerprints, wherever the parts meet. Pure.
 */
export function fingerprintOf(...parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** A flat object of texts: numbers and switches become texts, what lies deeper becomes JSON, what is unset goes. Pure. */
export function labelsOf(value: unknown): { [name: string]: string } {
	const kept = Object.entries(asObject(value)).flatMap(([name, one]) => {
		const text = isObject(one) || Array.isArray(one) ? JSON.stringify(one) : String(one ?? '');
		return text === '' ? [] : [[name, text]];
	});
	return Object.fromEntries(kept) as { [name: string]: string };
}

/** The links whose address is one of the web; what is no address goes. Pure. */
export function linksOf(...links: Array<[text: string, href: unknown]>): AlertLink[] {
	return links.flatMap(([text, href]) => {
		const address = textOrNull(href);
		return address && /^https?:\/\/[^\s]+$/i.test(address) ? [{ text, href: address }] : [];
	});
}

/** An alert with all that is not known, its title in one line. Pure. */
export function alertOf(
	known: Partial<Alert> & Pick<Alert, 'tool' | 'state' | 'title' | 'fingerprint'>,
): Alert {
	return {
		text: null,
		severity: null,
		toolSeverity: null,
		source: null,
		service: null,
		startedAt: null,
		endedAt: null,
		links: [],
		labels: {},
		...known,
		title: oneLine(known.title),
	};
}

/** True for an object that has all these keys, whatever they hold. Pure. */
export function hasKeys(object: IDataObject, ...keys: string[]): boolean {
	return keys.every((key) => Object.hasOwn(object, key));
}

/** Labels out of a list of objects that each have a name and a value, by those keys; the last of a name counts. Pure. */
export function labelsOfRows(
	rows: unknown,
	nameKey = 'name',
	valueKey = 'value',
): { [name: string]: string } {
	return labelsOf(
		Object.fromEntries(
			asRows(rows).flatMap((row) => {
				const name = textOrNull(row[nameKey]);
				return name === null ? [] : [[name, row[valueKey]]];
			}),
		),
	);
}

/** The texts of a list in one line, "a, b"; a text as it is; null where there are none. Pure. */
export function joined(value: unknown): string | null {
	if (!Array.isArray(value)) return textOrNull(value);
	return textOrNull(value.map(textOrNull).filter(Boolean).join(', '));
}

/** The fingerprint for tools that tell alerts by their labels: the order of the labels does not matter. Pure. */
export function fingerprintOfLabels(labels: { [name: string]: string }): string {
	return fingerprintOf(Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** "web-1: Disk is full", for tools whose names of problems do not say where; as it is where the name does. Pure. */
export function placed(name: string, where: string | null): string {
	return where === null || name.includes(where) ? name : `${where}: ${name}`;
}
