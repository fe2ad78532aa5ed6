import type { IDataObject } from 'n8n-workflow';

import { chosen, writtenText } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asRows, asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';

/** The longer text becomes an update of the same moment; lists leave the updates out. */
const OPENING_MS = 2_000;

/** What was said when the incident was opened; undefined where the updates are not shown. */
function openingTexts({ updates, createdAt }: IDataObject): string[] | undefined {
	if (!Array.isArray(updates)) return;
	const opened = Date.parse(asText(createdAt) ?? '');
	return asRows(updates)
		.filter((update) => update.createdBy !== 'SYSTEM')
		.filter((update) => !(Date.parse(asText(update.createdAt) ?? '') - opened > OPENING_MS))
		.flatMap(({ body }) => asText(body) ?? []);
}

const title = writtenText('title');
const monitorId = chosen('monitorId', { isOurs: true, whenAbsent: null });

/** DevHelm knows no key: an incident made by hand is told by everything that was sent. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	traits: {
		title,
		monitorId,
		severity: chosen('severity'),
		body: writtenText('body', { from: openingTexts, isOurs: true }),
	},
	createdAt: (row) => asText(row.createdAt),
	recent: ({ monitorId: monitor }, startedFrom) => ({
		method: 'GET',
		path: '/api/v1/incidents',
		query: { source: 'MANUAL', monitorId: asText(monitor), startedFrom },
	}),
	again: { read: (id) => ({ method: 'GET', path: `/api/v1/incidents/${encodeURIComponent(id)}` }) },
	paging,
	rows: rowsOf,
	open: {
		problem: { title, monitorId },
		isOpen: ({ status }) => status !== 'RESOLVED',
		// Made by hand, an incident is confirmed from the start until it is resolved.
		list: ({ monitorId: monitor }) => ({
			method: 'GET',
			path: '/api/v1/incidents',
			query: { source: 'MANUAL', status: 'CONFIRMED', monitorId: asText(monitor) },
		}),
	},
};
