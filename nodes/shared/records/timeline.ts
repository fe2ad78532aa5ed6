import type { IDataObject } from 'n8n-workflow';

import type { Actor } from './incident';
import { inMarkdown, inOneLine } from './markdown';

/** What can happen to an incident, in the words used for every vendor. The list is closed. */
export const TIMELINE_KINDS = [
	'triggered',
	'acknowledged',
	'resolved',
	'reopened',
	'escalated',
	'assigned',
	'note',
	'statusUpdate',
	'notification',
	'change',
	'other',
] as const;

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/**
 * One entry of what happened to an incident, in one shape for every vendor. The time is the vendor's
 * ISO 8601 text. Unknown is null, never absent.
 */
export interface TimelineRecord {
	provider: string;
	id: string | null;
	incidentId: string | null;
	time: string | null;
	/** Who did it. */
	actor: Actor | null;
	kind: TimelineKind;
	/** What was written, else what the vendor says about it. */
	text: string | null;
	/** The vendor's word for its kind. */
	vendorKind: string | null;
}

/** The record as n8n's JSON, with its keys in the fixed order. */
export function timelineRecord(record: TimelineRecord): IDataObject {
	const { provider, id, incidentId, time, actor, kind, text, vendorKind } = record;
	return { provider, id, incidentId, time, actor, kind, text, vendorKind };
}

/** An entry as it came, and what is made of it. */
export interface TimelineEntry {
	raw: IDataObject;
	record: TimelineRecord;
}

/** Newest first; what has no time comes last. Those of one time stay as they came. Pure. */
export function newestFirst(entries: TimelineEntry[]): TimelineEntry[] {
	return [...entries].sort((one, other) => momentOf(other.record) - momentOf(one.record));
}

function momentOf({ time }: TimelineRecord): number {
	const moment = Date.parse(time ?? '');
	return Number.isNaN(moment) ? 0 : moment;
}

/**
 * The whole timeline as one Markdown document, oldest first, with how many entries of each kind it has. Pure.
 * @param incident in the common shape
 * @param entries newest first
 */
export function timelineReport(incident: IDataObject, entries: TimelineEntry[]): IDataObject {
	const records = entries.map(({ record }) => record).reverse();
	const counts = Object.fromEntries(
		TIMELINE_KINDS.map((kind) => [kind, records.filter((one) => one.kind === kind).length]),
	);
	return {
		provider: incident.provider,
		incidentId: incident.id,
		title: incident.title,
		markdown: documentOf(incident, records),
		entries: records.length,
		counts,
	};
}

/** Everything that comes from outside is escaped: no text can end the list, or add a heading to the document. */
function documentOf(incident: IDataObject, records: TimelineRecord[]): string {
	const title = [incident.number, incident.title ?? 'Incident']
		.filter((part) => part !== null && part !== undefined)
		.map(inOneLine)
		.join(' ');
	const assignees = Array.isArray(incident.assignees) ? incident.assignees : [];
	const facts: Array<[string, unknown]> = [
		['Status', incident.status ?? incident.vendorStatus],
		['Severity', incident.severity ?? incident.vendorSeverity],
		['Service', incident.service],
		['Assignees', (assignees as IDataObject[]).map(nameOf).filter(Boolean).join(', ')],
		['Began', incident.createdAt],
		['Link', incident.url],
	];
	const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
	const lines = [
		`# ${title}`,
		'',
		...known.map(([label, value]) => `- ${label}: ${inOneLine(value)}`),
		...(known.length ? [''] : []),
		'## Timeline',
		'',
		...(records.length ? records.map(lineOf) : ['Nothing is known to have happened.']),
	];
	return `${lines.join('\n')}\n`;
}

/** `- time **kind** by somebody`, and below it what was said, as a part of the same entry of the list. */
function lineOf({ time, kind, vendorKind, actor, text }: TimelineRecord): string {
	const isVague = kind === 'change' || kind === 'other';
	const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
	const by = actor && (nameOf(actor) ?? actor.type);
	const head = [
		time === null ? 'at an unknown time' : inOneLine(time),
		`**${words}**`,
		isVague && vendorKind !== null ? `(${inOneLine(vendorKind)})` : '',
		by ? `by ${inOneLine(by)}` : '',
	];
	const said = text === null ? [] : inMarkdown(text);
	// Two blanks at the end of a line keep the break.
	return [`- ${head.filter(Boolean).join(' ')}`, ...said.map((line) => `  ${line}`)].join('  \n');
}

function nameOf({ id, name }: IDataObject): string | undefined {
	return [name, id].find((one): one is string => typeof one === 'string' && one !== '');
}
