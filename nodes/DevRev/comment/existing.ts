import type { IDataObject } from 'n8n-workflow';

import type { Existing } from '../../shared/operation';
import { asObject, asText } from '../../shared/values';
import { beta, paging, read, rowsOf } from '../api';

export const entriesOf = rowsOf('timeline_entries');

/**
 * A comment is known again by its external reference, which is unique in a timeline, else by what it
 * says, among those that are as visible. Replies name the reference in the beta only.
 * Sheet devrev, section 9.4.
 */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	identity: ({ type, external_ref, body, body_type, snap_kit_body, snap_widget_body }) => {
		const reference = asText(external_ref);
		if (reference) return JSON.stringify([type, reference]);
		return JSON.stringify([
			type,
			asText(body_type) ?? 'text',
			(asText(body) ?? '').trim(),
			asObject(snap_kit_body).body ?? null,
			widgetIds(snap_widget_body),
		]);
	},
	createdAt: (row) => asText(row.created_date),
	recent: ({ object, visibility, external_ref }) => {
		const list = read('/timeline-entries.list', { object, visibility: [visibility] as string[] });
		return external_ref === undefined ? list : beta(list);
	},
	again: { body: (row) => ({ timeline_entry: row }) },
	paging,
	rows: entriesOf,
};

/** Sent as IDs, answered as objects. */
function widgetIds(widgets: IDataObject[string]): unknown[] {
	return Array.isArray(widgets)
		? widgets.map((widget: unknown) => asObject(widget).id ?? widget)
		: [];
}
