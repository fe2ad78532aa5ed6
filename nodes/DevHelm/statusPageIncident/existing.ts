import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest, Existing } from '../../shared/operation';
import { asText } from '../../shared/values';
import { paging, rowsOf } from '../api';
import { isResolved } from './record';

/** DevHelm knows no key: the list of the page shows what was sent. Sheet devhelm, sections 8 and 13. */
export const existing: Existing = {
	sent: ({ path, body }) => ({ ...body, listPath: path }),
	identity: ({ title, impact, scheduled, scheduledFor, scheduledUntil, autoResolve }) =>
		JSON.stringify([
			title,
			impact,
			scheduled === true,
			time(scheduledFor),
			time(scheduledUntil),
			autoResolve === true,
		]),
	createdAt: (row) => asText(row.createdAt),
	recent: (object) => list(object),
	again: {
		read: (id, { listPath }) => ({
			method: 'GET',
			path: `${String(listPath)}/${encodeURIComponent(id)}`,
		}),
	},
	paging,
	rows: rowsOf,
	open: {
		problem: ({ title, scheduled }) => JSON.stringify([title, scheduled === true]),
		isOpen: (row) => !isResolved(row),
		list: (object) => list(object, ['INVESTIGATING', 'IDENTIFIED', 'MONITORING']),
	},
};

function list({ listPath }: IDataObject, status?: string[]): ApiRequest {
	return { method: 'GET', path: String(listPath), query: { status } };
}

/** The vendor writes the same moment in its own way. */
function time(value: unknown): number | null {
	const parsed = Date.parse(asText(value) ?? '');
	return Number.isNaN(parsed) ? null : parsed;
}
