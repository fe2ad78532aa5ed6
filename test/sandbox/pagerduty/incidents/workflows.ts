import { lettersOf } from '../../core/ids';
import { queryList } from '../../core/request';
import { get, post } from '../../core/router';
import type { Route } from '../../core/router';
import type { JsonObject } from '../../core/types';
import { isObject } from '../../core/values';
import { requireWriteAccess } from '../auth';
import type { PagerDutyContext } from '../auth';
import { invalidInput, missingAbility, notFound } from '../errors';
import { byName, classicPage, containsText } from '../query';
import { referTo } from '../references';
import type { Workflow } from '../types';
import { readBody } from './find';
import { readText, referenceId } from './read';

/** Incident workflows and their runs. No From is needed. */
export const workflowRoutes: Array<Route<PagerDutyContext>> = [
	get('/incident_workflows', ({ store }, request) => {
		if (!store.abilities.has('incident_workflows')) throw missingAbility('incident_workflows');
		const found = byName({}, store.workflows.values()).filter(({ name }) =>
			containsText(name, request.query),
		);
		const includes = queryList(request.query, 'include[]');
		if (includes.some((one) => !['steps', 'team'].includes(one))) {
			throw invalidInput('Unknown include.');
		}
		return classicPage(request, 'incident_workflows', found, (workflow) => ({
			...workflow,
			...(includes.includes('steps') ? { steps: stepsOf(workflow) } : {}),
		}));
	}),
	get('/incident_workflows/{id}', ({ store }, _request, { id }) => {
		if (!store.abilities.has('incident_workflows')) throw missingAbility('incident_workflows');
		const workflow = store.workflows.get(id);
		if (!workflow) throw notFound();
		const incident_workflow = { ...workflow, steps: stepsOf(workflow) };
		return { status: 200, body: { incident_workflow } };
	}),
	post('/incident_workflows/{id}/instances', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		if (!store.abilities.has('incident_workflows')) throw missingAbility('incident_workflows');
		if (!store.workflows.has(id)) throw notFound();
		const wanted = readBody(request).incident_workflow_instance;
		if (!isObject(wanted)) throw invalidInput('incident_workflow_instance is missing.');
		if (wanted.type !== undefined && wanted.type !== 'incident_workflow_instance') {
			throw invalidInput('Type must be incident_workflow_instance.');
		}
		const incidentId = referenceId(wanted.incident, 'incident');
		const incident = store.incidents.get(incidentId ?? '');
		if (!incident) throw invalidInput('Incident not found.');
		const instance = {
			id: readText(wanted, 'id') ?? `P${lettersOf(`run ${store.workflowRuns.length}`, 6)}`,
			type: 'incident_workflow_instance',
			incident: referTo(incident),
		};
		store.workflowRuns.push({ workflowId: id, ...instance });
		return { status: 201, body: { incident_workflow_instance: instance } };
	}),
];

/** Each workflow has one step. */
function stepsOf({ id, name }: Workflow): JsonObject[] {
	return [
		{
			id: `P${lettersOf(`step ${id}`, 6)}`,
			type: 'step',
			name: 'Send Status Update',
			description: 'Posts a status update to an incident',
			action_configuration: {
				action_id: 'pagerduty.com:incident-workflows:send-status-update:1',
				inputs: [{ name: 'Message', parameter_type: 'text', value: `Begun: ${name}` }],
			},
		},
	];
}
