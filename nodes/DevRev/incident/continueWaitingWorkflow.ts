import { continueWaiting } from '../../shared/wait/continue';
import { read, recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { withStagesIfReadable } from '../api/stageNames';
import { theIncident } from './fields';

/** `POST /incidents.get`, then a request to this n8n. docs/facts/devrev.md#what-an-incident-looks-like. */
export const continueWaitingWorkflow = continueWaiting({
	noun: 'incident',
	incident: theIncident('look at'),
	request: (parameters) => read('/incidents.get', { id: parameters.id('incidentId') }),
	read: async (steps, request) => {
		const found = await steps.read(request, recordOf('incident'));
		const [incident] = await withStagesIfReadable(steps, found);
		return { incident: toIncidentRecord(incident), texts: [incident.body] };
	},
});
