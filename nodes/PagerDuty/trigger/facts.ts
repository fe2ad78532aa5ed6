import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';
import { actorOf, allNamedIn, namedIn } from '../api/record';
import { serviceIn } from './record';

/**
 * What an event tells beyond the common record, under the same names for all events; what it does not tell is null.
 * Survives any event. Pure.
 */
export function factsOf(event: IDataObject): IDataObject {
	const data = asObject(event.data);
	return { ...ofIncident(data), ...ofSubject(data), client: textIn(event.client, 'name') };
}

/** What is known of the incident, or of the service. */
function ofIncident(data: IDataObject): IDataObject {
	const { resolve_reason: reason } = data;
	const isIncident = data.type === 'incident';
	return {
		urgency: asText(data.urgency) ?? null,
		priority: namedIn(data.priority),
		incidentType: textIn(data.incident_type, 'name'),
		incidentKey: asText(data.incident_key) ?? null,
		// A responder's is the one that the responder was found by.
		escalationPolicy: isIncident ? namedIn(data.escalation_policy) : null,
		teams: allNamedIn(data.teams),
		serviceId: asText(serviceIn(data).id) ?? null,
		alertCreation: asText(data.alert_creation) ?? null,
		reopenedAt: asText(data.reopened_at) ?? null,
		resolveReason: textIn(reason, 'type'),
		mergedInto: namedIn(asObject(reason).incident),
		conferenceBridge: bridgeOf(data),
	};
}

/** What happened on the incident: a note, a task, a reply, a workflow. */
function ofSubject(data: IDataObject): IDataObject {
	const isOf = (type: string) => data.type === type;
	const isText = isOf('incident_note') || isOf('incident_status_update');
	return {
		textId: (isText && asText(data.id)) || null,
		isTextTrimmed: isText && typeof data.trimmed === 'boolean' ? data.trimmed : null,
		responder: isOf('incident_responder') ? responderOf(data) : null,
		roles: isOf('incident_role_assignment') ? rolesOf(data) : null,
		task: isOf('incident_task') ? taskOf(data) : null,
		customFields: valuesOf(data.custom_fields),
		changedCustomFields: valuesOf(data.changed_custom_fields),
		workflow: isOf('incident_workflow_instance') ? workflowOf(data) : null,
		action: isOf('incident_action_invocation') ? actionOf(data) : null,
	};
}

/** An incident has one number, an event about the bridge has several with labels. */
function bridgeOf(data: IDataObject): IDataObject | null {
	const one = asObject(data.conference_bridge);
	const several = asRows(data.conference_numbers);
	const numbers = (several.length ? several : [{ number: one.conference_number }]).flatMap(
		({ label, number }) => {
			const text = asText(number);
			return text === undefined ? [] : { label: asText(label) ?? null, number: text };
		},
	);
	const url = asText(data.conference_url) ?? asText(one.conference_url) ?? null;
	if (!numbers.length && url === null) return null;
	return { number: numbers[0]?.number ?? null, url, numbers };
}

/** A user, or the policy that was asked before anybody was found. `state` is the reply. */
function responderOf({ user, escalation_policy, state }: IDataObject): IDataObject {
	const { id = null, name = null, type = null } = actorOf(user) ?? actorOf(escalation_policy) ?? {};
	const escalationPolicy = namedIn(escalation_policy);
	return { id, name, type, state: asText(state) ?? null, escalationPolicy };
}

/** Without an assignee nobody has the role any more. */
function rolesOf({ incident_role_assignments: roles }: IDataObject): IDataObject[] | null {
	if (!Array.isArray(roles)) return null;
	return asRows(roles).map(({ role, status, assignee, old_assignee }) => ({
		...nameAndId(role),
		state: asText(status) ?? null,
		assignee: namedIn(assignee),
		previousAssignee: namedIn(old_assignee),
	}));
}

function taskOf({ id, name, summary, description, status, assignees }: IDataObject): IDataObject {
	return {
		...nameAndId({ id, summary: asText(name) ?? summary }),
		description: asText(description) ?? null,
		state: asText(status) ?? null,
		assignees: allNamedIn(assignees),
	};
}

/** Whether they are the old values or the new ones is not the same in all of PagerDuty's samples. */
function valuesOf(fields: unknown): IDataObject | null {
	if (!Array.isArray(fields)) return null;
	const named = asRows(fields).flatMap(({ name, id, value }) => {
		const key = asText(name) ?? asText(id);
		return key === undefined ? [] : [[key, value ?? null] as const];
	});
	return Object.fromEntries(named);
}

function workflowOf({ id, incident_workflow, workflow_trigger }: IDataObject): IDataObject {
	return {
		...nameAndId(incident_workflow),
		runId: asText(id) ?? null,
		trigger: namedIn(workflow_trigger),
	};
}

function actionOf({ id, action, state, html_url }: IDataObject): IDataObject {
	return {
		...nameAndId(action),
		state: asText(state) ?? null,
		runId: asText(id) ?? null,
		url: asText(html_url) ?? null,
	};
}

function nameAndId(reference: unknown): IDataObject {
	return { ...(namedIn(reference) ?? { id: null, name: null }) };
}

function textIn(object: unknown, key: string): string | null {
	return asText(asObject(object)[key]) ?? null;
}
