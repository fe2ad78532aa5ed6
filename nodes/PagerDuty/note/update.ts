import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { fromOption, recordOf, senderOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { bodyOf, text, theNote } from './fields';
import { toCommentRecord } from './record';

/** `PUT /incidents/{id}/notes/{note_id}`. docs/facts/pagerduty.md#notes. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update note',
	description: 'Replace the text of a note',
	retry: 'idempotent',
	properties: [
		theIncident('look in'),
		theNote('change'),
		{
			...text,
			displayName: 'New Text',
			description: 'What the note is to say. It replaces the whole text.',
		},
		simplify,
		collection('Update Fields', 'updateFields', [extraFields]),
		collection('Options', 'options', [fromOption]),
	],
	request: (parameters) => ({
		method: 'PUT',
		path: `/incidents/${parameters.pathId('incidentId')}/notes/${parameters.pathId('noteId')}`,
		sender: senderOf(parameters),
		body: bodyOf(parameters, parameters.group('updateFields').json('extraFields')),
	}),
	records: recordOf('note'),
	simplify: toCommentRecord,
};
