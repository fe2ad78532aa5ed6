import { pageAndWait } from '../../shared/wait/operation';
import { toIncidentRecord } from '../api/record';
import { toAcknowledgedRecord } from './acknowledge';
import { addUpdate } from './addUpdate';
import { create } from './create';
import { dispatchesOf } from './dispatches';
import { resolve } from './resolve';
import { readIncident } from './state';

/** `POST /api/v1/incidents`, then n8n waits. docs/facts/devhelm.md#creating-an-internal-incident. */
export const sendAndWait = pageAndWait({
	create,
	text: 'body',
	canBeAcknowledged: true,
	recordOf: toIncidentRecord,
	// That somebody has acknowledged it is known by its notifications only.
	standing: async (steps, id) => {
		const incident = await readIncident(steps, `/api/v1/incidents/${encodeURIComponent(id)}`);
		return toAcknowledgedRecord({ ...incident, skipped: await dispatchesOf(steps, id) });
	},
	close: (incidentId) => ({ operation: resolve, values: { incidentId } }),
	note: (incidentId, body) => ({ operation: addUpdate, values: { incidentId, body } }),
	checkAfterUnknown:
		'Look in DevHelm for an open manual incident with this question before you run this item again: a second one may alert people again.',
	description:
		'Open an incident that asks who is on call something, and wait until they approve, decline or write an answer',
});
