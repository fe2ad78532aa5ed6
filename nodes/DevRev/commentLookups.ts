import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { cut } from '../shared/characters';
import { idIn } from '../shared/idKind';
import { searchFor } from '../shared/lookup';
import type { ApiRequest } from '../shared/operation';
import { unwrap } from '../shared/raw';
import { asText } from '../shared/values';
import { devRev, paging, read, rowsOf } from './api';
import { authorOf, isComment } from './comment/record';
import { INCIDENT } from './ids';

const LONGEST_LABEL = 80;

/** Comments of the incident that is chosen in the form. Sheet devrev, section 9.4. */
export const commentListSearch = {
	searchComments: searchFor(devRev, {
		noun: 'comments',
		request: (_, context) => ofIncident(context),
		rows: rowsOf('timeline_entries'),
		// Not taken out of the rows: a page of nothing but changes would end the list.
		value: (entry) => (isComment(entry) ? asText(entry.id) : undefined),
		label,
		paging,
		filterHere: true,
	}),
};

/** Undefined while no incident is chosen, or while only an expression stands for it. */
function ofIncident(context: ILoadOptionsFunctions): ApiRequest | undefined {
	const chosen: unknown = context.getCurrentNodeParameter('incidentId');
	const object = idIn(unwrap(chosen), INCIDENT);
	return object === undefined ? undefined : read('/timeline-entries.list', { object });
}

/** "Anna Schmidt: Failing over now". A comment that was deleted has no text. */
function label(entry: IDataObject): string {
	const text = asText(entry.body)?.replace(/\s+/g, ' ').trim() || 'no text';
	return [authorOf(entry), cut(text, LONGEST_LABEL)].filter(Boolean).join(': ');
}
