import type { IDataObject } from 'n8n-workflow';

import { asRows, asText } from '../../../shared/ground/values';
import type { Shift } from './form';

/** What the report says, in its order. */
const PARTS = [
	{ part: 'open', title: 'Open incidents', none: 'No incident is open.', line: incidentLine },
	{
		part: 'resolved',
		title: 'Resolved incidents of this shift',
		none: 'None.',
		line: incidentLine,
	},
	{ part: 'onCall', title: 'On call now', none: 'Nobody.', line: personLine },
	{ part: 'next', title: 'Next on call', none: 'Nobody takes over.', line: personLine },
];

/** The rows of a report as a text to post. Pure. */
export function toMarkdown(rows: IDataObject[], name: string, { since, until }: Shift): string {
	const parts = PARTS.map(({ part, title, none, line }) => {
		const own = rows.filter((row) => row.part === part);
		const count = part === 'open' || part === 'resolved' ? ` (${own.length})` : '';
		return [`## ${title}${count}`, own.length ? own.map(line).join('\n') : none].join('\n\n');
	});
	return [`# Handover: ${plain(name)}`, `Shift: ${since} to ${until}`, ...parts].join('\n\n');
}

function incidentLine(row: IDataObject): string {
	const title = [row.number && `#${String(row.number)}`, plain(row.title)]
		.filter(Boolean)
		.join(' ');
	const assignees = asRows(row.assignees).flatMap(({ name }) => asText(name) ?? []);
	const state = [
		row.status,
		row.severity,
		row.service && plain(row.service),
		row.createdAt && `since ${String(row.createdAt)}`,
		assignees.length && `assigned to ${assignees.map(plain).join(', ')}`,
	];
	const ended = [
		row.resolvedAt && `resolved ${String(row.resolvedAt)}`,
		row.resolvedBy && `by ${plain(row.resolvedBy)}`,
	];
	return [
		[`- ${link(title, row.url)}`, state.filter(Boolean).join(', ')].filter(Boolean).join(' – '),
		...(ended.some(Boolean) ? [`  - ${ended.filter(Boolean).join(' ')}`] : []),
		...(row.resolution ? [`  - Resolution: ${plain(row.resolution)}`] : []),
		...asRows(row.notes).map(noteLine),
	].join('\n');
}

function noteLine(note: IDataObject): string {
	const by = [note.author && plain(note.author), note.createdAt].filter(Boolean).join(', ');
	return `  - ${by ? `${by}: ` : ''}${plain(note.text)}`;
}

function personLine(row: IDataObject): string {
	const where = [
		row.level !== null && `level ${String(row.level)}`,
		row.escalationPolicyName && plain(row.escalationPolicyName),
		row.scheduleName && plain(row.scheduleName),
	];
	const when = [row.start && `from ${String(row.start)}`, row.end && `until ${String(row.end)}`];
	const times = when.filter(Boolean).join(' ') || 'at all times';
	return `- **${plain(row.userName ?? row.userId)}**: ${[...where.filter(Boolean), times].join(', ')}`;
}

/** One line that cannot be taken for anything but text. */
function plain(value: unknown): string {
	return (asText(value) ?? '')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[\\`*_[\]<>|~]/g, '\\$&');
}

function link(text: string, url: unknown): string {
	const address = asText(url);
	return address && /^https?:\/\/[^\s()<>]+$/.test(address) ? `[${text}](${address})` : text;
}

/** The name of an object of PagerDuty. Pure. */
export function nameOf(object: IDataObject): string {
	return asText(object.name) ?? asText(object.summary) ?? String(object.id);
}
