import { collection, extraFields, simplify } from '../../shared/form/fields';
import { Fault, withHint } from '../../shared/ground/failures';
import type { StepsOperation } from '../../shared/run/operation';
import { fromOption, recordOf, senderOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { hasCode } from '../api/words';
import { existing } from './existing';
import { bodyOf, text } from './fields';
import { about, toCommentRecord } from './record';

/** docs/facts/pagerduty.md#notes */
const LIMIT_REACHED = 2019;
const FULL =
	"PagerDuty keeps 2,000 notes for an incident at most. Delete old notes (operation 'Delete'), add the text to an existing one ('Update'), or post it as a status update instead.";

/**
 * `POST /incidents/{id}/notes`. docs/facts/pagerduty.md#notes. Of several steps, so that the notes of
 * one incident keep the order of the items, and a full incident is explained.
 */
export const create: StepsOperation = {
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
	plan: (parameters) => {
		const request = {
			method: 'POST' as const,
			path: `/incidents/${parameters.pathId('incidentId')}/notes`,
			sender: senderOf(parameters),
			body: bodyOf(parameters, parameters.group('additionalFields').json('extraFields')),
		};
		const onIncident = about(parameters);
		return {
			request,
			run: async (steps) => {
				const made = steps.create(
					{ retry: 'reconcilable', records: recordOf('note'), existing },
					request,
				);
				return onIncident(
					await made.catch(async (failure: unknown) => full(failure) ?? (await made)),
				);
			},
		};
	},
	simplify: toCommentRecord,
};

/** @throws Fault that says what to do about an incident which takes no more notes */
function full(failure: unknown): undefined {
	if (!(failure instanceof Fault) || !hasCode(LIMIT_REACHED)(failure.details)) return;
	throw withHint(failure.details, FULL);
}
