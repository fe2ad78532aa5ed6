import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { searchFor } from '../shared/lookup';
import type { ApiRequest } from '../shared/operation';
import { asObject, asText } from '../shared/values';
import { devRev, paging, read, rowsOf } from './api';
import { authorOf, isComment } from './comment/record';
import { ANY_ID } from './ids';

const LONGEST_LABEL = 80;
const ID = new RegExp(`^${ANY_ID}$`);

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
	const object = asText(asObject(chosen).value) ?? asText(chosen) ?? '';
	return ID.test(object) ? read('/timeline-entries.list', { object }) : undefined;
}

/** "Anna Schmidt: Failing over now". A comment that was deleted has no text. */
function label(entry: IDataObject): string {
	const text = asText(entry.body)?.replace(/\s+/g, ' ').trim() || 'no text';
	const shown = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
	return [authorOf(entry), shown].filter(Boolean).join(': ');
}
