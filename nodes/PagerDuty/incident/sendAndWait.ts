import type { Parameters } from '../../shared/form/parameters';
import { pageAndWait } from '../../shared/wait/operation';
import { fromOption, recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { create as createNote } from '../note/create';
import { create } from './create';
import { resolve } from './resolve';

/** `POST /incidents`, then n8n waits. docs/facts/pagerduty.md#creating-an-incident. */
export const sendAndWait = pageAndWait({
	create,
	text: 'body',
	// An open incident with the same key would be taken for this one, and its text has another link.
	without: ['incidentKey'],
	check: withoutKey,
	options: [fromOption],
	canBeAcknowledged: true,
	recordOf: toIncidentRecord,
	standing: async ({ read }, id) => {
		const path = `/incidents/${encodeURIComponent(id)}`;
		const [incident] = await read({ method: 'GET', path }, recordOf('incident'));
		return toIncidentRecord(incident);
	},
	close: (incidentId, options) => ({ operation: resolve, values: { incidentId, options } }),
	note: (incidentId, text, options) => ({
		operation: createNote,
		values: { incidentId, text, options },
	}),
	checkAfterUnknown:
		'Look in PagerDuty for an open incident with this question before you run this item again.',
	description:
		'Open an incident that asks who is on call something, and wait until they approve, decline or write an answer',
});

function withoutKey(parameters: Parameters): void {
	const fields = parameters.group('additionalFields');
	if (fields.json('extraFields')?.incident_key === undefined) return;
	fields.refuse(
		'extraFields',
		'cannot set an incident key for a question',
		'Take it out: an open incident with this key would not have the link for the answer',
	);
}
