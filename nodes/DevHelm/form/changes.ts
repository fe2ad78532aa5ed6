import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { FormIssue } from '../../shared/ground/failures';

/** @throws FormIssue when there is nothing to change */
export function someChange(changes: IDataObject): IDataObject {
	if (Object.keys(changes).length) return changes;
	throw new FormIssue(
		"Nothing to update: 'Update Fields' is empty",
		"Add at least one field under 'Update Fields'; if expressions feed them, look at what they give for this item.",
	);
}

/**
 * The fields chosen under 'Clear Fields'.
 * @param set what is set by the same form
 * @throws FormIssue for one that is set and cleared
 */
export function namesToClear(fields: Parameters, set: IDataObject): string[] {
	const names = fields.options<string>('clearFields');
	for (const name of names.filter((one) => one in set)) {
		fields.refuse(
			name,
			"is also chosen under 'Clear Fields'",
			'Set the field or clear it, not both',
		);
	}
	return names;
}
