import { locator, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { WORKFLOW } from '../form/ids';
import { toWorkflowRecord } from './record';

/** `GET /incident_workflows/{id}`. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get incident workflow',
	description:
		'Read one incident workflow with its steps. Incident → Run Workflow starts one. Only some plans have workflows.',
	retry: 'read',
	properties: [
		locator(WORKFLOW, {
			displayName: 'Incident Workflow',
			name: 'workflowId',
			required: true,
			description: 'The incident workflow to read: choose it, or give its ID or address',
		}),
		simplify,
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/incident_workflows/${parameters.pathId('workflowId')}`,
	}),
	records: recordOf('incident_workflow'),
	simplify: toWorkflowRecord,
};
