import { createHash } from 'node:crypto';

import { cut, lengthOf, oneLine } from '../ground/characters';
import type { IncidentSeverity } from '../records/incident';
import type { Alert } from './alert';

/** An alert as it is sent on: with what the user has changed about it, and nothing missing that a page needs. */
export interface Told extends Alert {
	severity: IncidentSeverity;
	/** By which the vendor, or a look at its list, knows the problem again. */
	key: string;
	/** All that there is to read, for vendors that have one text only. */
	details: string;
	/** True where these are the user's own words, with whatever signs they wanted in them. */
	isWritten: boolean;
}

/** Characters of a key that every vendor takes. */
const MOST_KEY = 200;
/** A payload may hold a book, and vendors refuse what is too long: a page with less in it is better than none. */
const MOST_TITLE = 500;
const MOST_TEXT = 8_000;
const MOST_LABELS = 100;
const MOST_LABEL = 500;
/** Characters of the labels where they stand in a text. */
const MOST_LABELS_TEXT = 2_000;

/** An alert whose texts have room at every vendor; its title is one line, whatever it was. Pure. */
export function fitted<Any extends Alert>(alert: Any): Any {
	const { title, text, source, service, toolSeverity, links, labels } = alert;
	const kept = Object.entries(labels).slice(0, MOST_LABELS);
	return {
		...alert,
		title: cut(oneLine(title), MOST_TITLE) || 'Alert',
		text: text && cut(text, MOST_TEXT),
		source: source && cut(oneLine(source), MOST_LABEL),
		service: service && cut(oneLine(service), MOST_LABEL),
		toolSeverity: toolSeverity && cut(oneLine(toolSeverity), MOST_LABEL),
		links: links.filter(({ href }) => href.length <= MOST_TEXT).slice(0, MOST_LABELS),
		labels: Object.fromEntries(
			kept.map(([name, value]) => [cut(name, MOST_LABEL), cut(value, MOST_LABEL)]),
		),
	};
}

/** The key of a fingerprint: two tools that count alike stay apart, and none is too long. Pure. */
export function keyOf(from: string, fingerprint: string): string {
	const key = `${from}:${fingerprint}`;
	if (lengthOf(key) <= MOST_KEY) return key;
	return `${from}:${createHash('sha256').update(fingerprint).digest('hex')}`;
}

/** Ten letters and digits that stand for a key in a title, where the vendor keeps no key. Pure. */
export function markOf(key: string): string {
	return `[${createHash('sha256').update(key).digest('hex').slice(0, 10)}]`;
}

/** The UUID (RFC 9562, version 8) that stands for a key, where the vendor takes nothing else. Pure. */
export function uuidOf(key: string): string {
	const hex = createHash('sha256').update(key).digest('hex');
	const variant = ((parseInt(hex[16], 16) & 0b0011) | 0b1000).toString(16);
	const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
	return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** Everything an alert says, in lines. Pure. */
export function detailsOf(alert: Alert): string {
	const labels = Object.entries(alert.labels).map(([name, value]) => `${name}=${value}`);
	const facts = [
		['Source', alert.source],
		['Service', alert.service],
		['Severity', alert.toolSeverity],
		['Started', alert.startedAt],
		['Ended', alert.endedAt],
		...alert.links.map(({ text, href }) => [text, href]),
		['Labels', cut(labels.join(', '), MOST_LABELS_TEXT)],
	].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
	const from = `From ${alert.tool}`;
	return [alert.text, [from, ...facts].join('\n')].filter(Boolean).join('\n\n');
}

/** What is said when the problem is over. Pure. */
export function closingOf({ tool, endedAt }: Alert): string {
	return `${tool} says that it is over${endedAt ? ` since ${endedAt}` : ''}`;
}
