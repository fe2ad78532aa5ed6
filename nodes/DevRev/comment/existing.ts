import { chosen, chosenSet, members, notStored, writtenText } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { beta, paging, read, rowsOf } from '../api/profile';

export const entriesOf = rowsOf('timeline_entries');

/**
 * A comment is known again by its external reference, which is unique in a timeline, else by what it
 * says, among those that are as visible. Replies name the reference in the beta only.
 * docs/facts/devrev.md#comments.
 */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	traits: {
		type: chosen('type'),
		object: notStored,
		body: writtenText('body', { isMarkdown: true, isOurs: true, whenAbsent: '' }),
		body_type: chosen('body_type', { whenAbsent: 'text' }),
		visibility: chosen('visibility'),
		external_ref: chosen('external_ref', { isOurs: true, whenAbsent: null }),
		snap_kit_body: members('snap_kit_body'),
		snap_widget_body: chosenSet('snap_widget_body', { whenAbsent: [] }),
		// What DevRev takes and does not give back.
		private_to: notStored,
		artifacts: chosenSet('artifacts', { whenAbsent: [] }),
		labels: notStored,
		expires_at: notStored,
		collections: notStored,
		link_previews: notStored,
	},
	createdAt: (row) => asText(row.created_date),
	recent: ({ object, visibility, external_ref, snap_widget_body }) => {
		const list = read('/timeline-entries.list', { object, visibility: [visibility] as string[] });
		return external_ref === undefined && snap_widget_body === undefined ? list : beta(list);
	},
	again: { body: (row) => ({ timeline_entry: row }) },
	paging,
	rows: entriesOf,
};
