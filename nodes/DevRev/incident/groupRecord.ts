import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asRows, asText } from '../../shared/ground/values';
import { stageOf } from '../api/stage';

/**
 * One group of incidents: the value that they share, its name where an incident of the group tells it, and how
 * many there are. docs/facts/devrev.md#counting-incidents.
 */
export function toGroupRecord(group: IDataObject, field: string): IDataObject {
	const incidents = asRows(group.incidents);
	const key = keyOf(asObject(group.key));
	return {
		provider: 'devrev',
		groupBy: field,
		key: key || null,
		keyName: (key && nameIn(incidents[0] ?? {}, field, key)) || null,
		// Where all of a group came, they are the count.
		count: asNumber(group.total) ?? (asText(group.next_cursor) ? null : incidents.length),
	};
}

/** The value of a key, of whichever type; several with commas in between. */
function keyOf({ value, values, name, tag_id }: IDataObject): string {
	const given: unknown[] = Array.isArray(values) ? values : [value ?? tag_id ?? name];
	return given
		.map((one) =>
			typeof one === 'boolean' ? String(one) : (asText(one) ?? asText(asObject(one).tag_id) ?? ''),
		)
		.filter(Boolean)
		.join(', ');
}

/** The name of the value that has this ID, as an incident with that value shows it. */
function nameIn(incident: IDataObject, field: string, key: string): string | undefined {
	if (field === 'stage') return stageOf(incident).name;
	const shown = [incident[field]].flat().map(asObject);
	const { label, full_name, display_name, name, title } =
		shown.find(({ id }) => String(id) === key) ?? {};
	return [label, full_name, display_name, name, title].map(asText).find(Boolean);
}
