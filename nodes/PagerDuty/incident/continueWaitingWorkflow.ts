import { asObject } from '../../shared/ground/values';
import { continueWaiting } from '../../shared/wait/continue';
import { recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { theIncident } from './fields';

/** `GET /incidents/{id}` with its text, then a request to this n8n. docs/facts/pagerduty.md#reading-one-incident. */
export const continueWaitingWorkflow = continueWaiting({
	noun: 'incident',
	incident: theIncident('look at'),
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}`,
		query: { 'include[]': ['body'] },
	}),
	read: async ({ read }, request) => {
		const [incident] = await read(request, recordOf('incident'));
		return {
			incident: toIncidentRecord(incident),
			texts: [asObject(incident.body).details],
		};
	},
});
