import { collection, extraFields, locator } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { ApiRequest } from '../../shared/wire/request';
import { compact } from '../../shared/ground/values';
import { recordOf, reference } from '../api/profile';
import { WORKFLOW } from '../form/ids';
import { theIncident } from './fields';
import { idOf } from './number';

/** `POST /incident_workflows/{id}/instances`. docs/facts/pagerduty.md#workflows. */
export const runWorkflow: SingleOperation = {
	value: 'runWorkflow',
	name: 'Run Workflow',
	action: 'Run workflow on incident',
	description:
		'Start an incident workflow on an incident, such as one that opens a war room. It runs on in PagerDuty; its end is not waited for.',
	retry: 'once',
	checkAfterUnknown:
		'Look at the timeline of the incident in PagerDuty for the start of the workflow before you run this item again.',
	properties: [
		theIncident('run the workflow on'),
		locator(WORKFLOW, {
			displayName: 'Incident Workflow',
			name: 'workflowId',
			required: true,
			description: 'The incident workflow to start',
		}),
		collection('Additional Fields', 'additionalFields', [
			extraFields,
			{
				displayName: 'Instance ID',
				name: 'instanceId',
				type: 'string',
				default: '',
				placeholder: 'e.g. nightly-check-17',
				description: 'Your own name for this run of the workflow, to tell it from others',
			},
		]),
	],
	request: (parameters) => requestFor(parameters, incidentOf(parameters)),
	decide: async (reader, { parameters }) =>
		requestFor(parameters, await idOf(reader, incidentOf(parameters))),
	records: recordOf('incident_workflow_instance'),
};

function incidentOf(parameters: Parameters): string {
	return decodeURIComponent(parameters.pathId('incidentId'));
}

function requestFor(parameters: Parameters, incidentId: string): ApiRequest {
	const fields = parameters.group('additionalFields');
	return {
		method: 'POST',
		path: `/incident_workflows/${parameters.pathId('workflowId')}/instances`,
		body: {
			incident_workflow_instance: {
				...compact({
					id: fields.text('instanceId'),
					type: 'incident_workflow_instance',
					incident: reference('incident', incidentId),
				}),
				...fields.json('extraFields'),
			},
		},
	};
}
