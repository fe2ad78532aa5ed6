import { pageAndWait } from '../../shared/wait/operation';
import { read, recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { withStages } from '../api/stageNames';
import { create as createComment } from '../comment/create';
import { create } from './create';
import { resolve } from './resolve';

/** `POST /incidents.create`, then n8n waits. docs/facts/devrev.md#creating-an-incident. */
export const sendAndWait = pageAndWait({
	create,
	text: 'body',
	canBeAcknowledged: true,
	recordOf: toIncidentRecord,
	standing: async (steps, id) => {
		const found = await steps.read(read('/incidents.get', { id }), recordOf('incident'));
		const [incident] = await withStages(steps, found);
		return toIncidentRecord(incident);
	},
	close: (incidentId) => ({ operation: resolve, values: { incidentId } }),
	note: (incidentId, text) => ({ operation: createComment, values: { incidentId, text } }),
	checkAfterUnknown:
		'Look in DevRev for an incident with this question that was made just now before you run this item again.',
	description:
		'Open an incident that asks its owners something, and wait until they approve, decline or write an answer',
});
