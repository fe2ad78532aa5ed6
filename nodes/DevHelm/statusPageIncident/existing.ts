import type { IDataObject } from 'n8n-workflow';

import {
	chosen,
	chosenSet,
	flag,
	moment,
	notStored,
	writtenText,
} from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { asRows, asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { isResolved } from './record';

const title = writtenText('title');
const scheduled = flag('scheduled', false);

/** The text becomes the first update; a list may leave the updates out. */
function textsOf({ updates }: IDataObject): string[] | undefined {
	if (!Array.isArray(updates)) return;
	return asRows(updates).flatMap(({ body }) => asText(body) ?? []);
}

/** As a request names the components; a reply has other names for the same. */
function componentsOf({ affectedComponents }: IDataObject): string[] | undefined {
	if (!Array.isArray(affectedComponents)) return;
	return asRows(affectedComponents).map((one) =>
		[one.statusPageComponentId, one.componentStatus].join(' '),
	);
}

const affected = chosenSet('affectedComponents', { from: componentsOf, whenAbsent: [] });

/** DevHelm knows no key: the list of the page shows what was sent. */
export const existing: Existing = {
	sent: ({ path, body }) => ({ ...body, listPath: path }),
	traits: {
		title,
		scheduled,
		impact: chosen('impact'),
		scheduledFor: moment('scheduledFor', { whenAbsent: null }),
		scheduledUntil: moment('scheduledUntil', { whenAbsent: null }),
		autoResolve: flag('autoResolve', false),
		body: writtenText('body', { from: textsOf, isMarkdown: true }),
		affectedComponents: {
			agrees: (sent, object, isWhole) =>
				affected.agrees(sent && sentComponents(sent), object, isWhole),
			key: (sent) => affected.key(sent && sentComponents(sent)),
		},
		notifySubscribers: notStored,
		listPath: notStored,
	},
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
		problem: { title, scheduled },
		isOpen: (row) => !isResolved(row),
		list: (object) => list(object, ['INVESTIGATING', 'IDENTIFIED', 'MONITORING']),
	},
};

function list({ listPath }: IDataObject, status?: string[]): ApiRequest {
	return { method: 'GET', path: String(listPath), query: { status } };
}

function sentComponents(sent: unknown): string[] {
	return asRows(sent).map(({ componentId, status }) => [componentId, status].join(' '));
}
