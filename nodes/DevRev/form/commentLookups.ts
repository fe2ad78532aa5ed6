import type { IDataObject } from 'n8n-workflow';

import { chosenId } from '../../shared/form/dependent';
import { searchFor } from '../../shared/form/lookup';
import { cut } from '../../shared/ground/characters';
import { asText } from '../../shared/ground/values';
import { devRev, paging, read, rowsOf } from '../api/profile';
import { authorOf, isComment } from '../comment/record';
import { INCIDENT } from './ids';

const LONGEST_LABEL = 80;
const THE_INCIDENT = { path: 'incidentId', label: 'Incident', kind: INCIDENT };

/** Comments of the incident that is chosen in the form. docs/facts/devrev.md#comments. */
export const commentListSearch = {
	searchComments: searchFor(devRev, {
		noun: 'comments',
		request: (_, context) =>
			read('/timeline-entries.list', { object: chosenId(context, THE_INCIDENT) }),
		rows: rowsOf('timeline_entries'),
		// Not taken out of the rows: a page of nothing but changes would end the list.
		value: (entry) => (isComment(entry) ? asText(entry.id) : undefined),
		label,
		paging,
		filterHere: true,
	}),
};

/** "Anna Schmidt: Failing over now". A comment that was deleted has no text. */
function label(entry: IDataObject): string {
	const text = asText(entry.body)?.replace(/\s+/g, ' ').trim() || 'no text';
	return [authorOf(entry), cut(text, LONGEST_LABEL)].filter(Boolean).join(': ');
}
