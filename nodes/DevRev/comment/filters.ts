import type { INodeProperties } from 'n8n-workflow';

import { limited } from '../../shared/form/limits';
import { COLLECTIONS, LABEL_CHARACTERS, VISIBILITIES } from './fields';

/** The filters of the list of a timeline; `what` as in "Only comments with". docs/facts/devrev.md#comments. */
export function entryFilters(what: string): INodeProperties[] {
	return [
		{
			displayName: 'Collections',
			name: 'collections',
			type: 'multiOptions',
			default: [],
			description: `Only ${what} in one of these parts of the timeline (beta API)`,
			options: COLLECTIONS,
		},
		limited(
			{
				displayName: 'Labels',
				name: 'labels',
				type: 'string',
				default: '',
				placeholder: 'e.g. runbook, automatic',
				description: `Only ${what} with at least one of these labels, as a comma-separated list (beta API)`,
			},
			{ vendor: 'DevRev', characters: LABEL_CHARACTERS },
		),
		{
			displayName: 'Visibilities',
			name: 'visibilities',
			type: 'multiOptions',
			default: [],
			description: `Only ${what} with exactly one of these visibilities: Internal does not bring what customers can read`,
			options: VISIBILITIES,
		},
	];
}
