import { collection, extraFields, simplify } from '../../shared/form/fields';
import { withHint } from '../../shared/ground/failures';
import type { CreateOperation } from '../../shared/run/operation';
import { fromOption, recordOf, senderOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { hasCode } from '../api/words';
import { existing } from './existing';
import { bodyOf, text } from './fields';
import { toCommentRecord } from './record';

/** docs/facts/pagerduty.md#notes */
const LIMIT_REACHED = 2019;
const FULL =
	"PagerDuty keeps 2,000 notes for an incident at most. Delete old notes (operation 'Delete'), add the text to an existing one ('Update'), or post it as a status update instead.";

/** `POST /incidents/{id}/notes`. docs/facts/pagerduty.md#notes. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create note',
	description:
		'Write a note on an incident, for all who work on it. An incident takes 2,000 notes.',
	retry: 'reconcilable',
	checkAfterUnknown: 'Look for the note in the timeline of the incident before you run it again.',
	properties: [
		theIncident('write on'),
		text,
		simplify,
		collection('Additional Fields', 'additionalFields', [extraFields]),
		collection('Options', 'options', [fromOption]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `/incidents/${parameters.pathId('incidentId')}/notes`,
		sender: senderOf(parameters),
		body: bodyOf(parameters, parameters.group('additionalFields').json('extraFields')),
	}),
	keepsOrder: true,
	existing,
	records: recordOf('note'),
	instead: async (fault) => {
		if (!hasCode(LIMIT_REACHED)(fault)) return undefined;
		throw withHint(fault, FULL);
	},
	simplify: toCommentRecord,
};
