import { lettersOf } from '../../core/ids';
import { get, post } from '../../core/router';
import type { Route } from '../../core/router';
import { isObject } from '../../core/values';
import { requireWriteAccess } from '../auth';
import type { PagerDutyContext } from '../auth';
import { invalidInput, missingAbility, notFound } from '../errors';
import { byName, classicPage, containsText } from '../query';
import { referTo } from '../references';
import { readBody } from './find';
import { readText, referenceId } from './read';

/** Incident workflows and their runs. No From is needed. */
export const workflowRoutes: Array<Route<PagerDutyContext>> = [
	get('/incident_workflows', ({ store }, request) => {
		if (!store.abilities.has('incident_workflows')) throw missingAbility('incident_workflows');
		const found = byName({}, store.workflows.values()).filter(({ name }) =>
			containsText(name, request.query),
		);
		return classicPage(request, 'incident_workflows', found);
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
