import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { NOTE } from '../form/ids';

/** What a note says. */
export const text: INodeProperties = {
	displayName: 'Note',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. Payment provider confirms the outage, failing over now',
	description: 'The text of the note. It stands in the timeline of the incident.',
};

/** The note that an operation is about; `verb` as in "The note to delete". */
export function theNote(verb: string): INodeProperties {
	return locator(NOTE, {
		displayName: 'Note',
		name: 'noteId',
		required: true,
		typeOptions: { loadOptionsDependsOn: ['incidentId.value'] },
		description: `The note to ${verb}: choose it from those of the incident, or give its ID`,
	});
}

/** The body of a note that is written or changed. */
export function bodyOf(parameters: Parameters, extra: IDataObject | undefined): IDataObject {
	return { note: compact({ content: parameters.text('text'), ...extra }) };
}
