import { asRows } from '../../shared/ground/values';
import { continueWaiting } from '../../shared/wait/continue';
import { toIncidentRecord } from '../api/record';
import { pathOf, theIncident } from './fields';
import { readIncident } from './state';

/** `GET /api/v1/incidents/{id}` with its updates, then a request to this n8n. docs/facts/devhelm.md#internal-incidents. */
export const continueWaitingWorkflow = continueWaiting({
	noun: 'incident',
	incident: theIncident('look at'),
	request: (parameters) => ({ method: 'GET', path: pathOf(parameters) }),
	read: async (steps, { path }) => {
		const incident = await readIncident(steps, path);
		return {
			incident: toIncidentRecord(incident),
			texts: asRows(incident.updates).map(({ body }) => body),
		};
	},
});
