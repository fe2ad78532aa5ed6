import { hexOf, uuidOf } from '../../core/ids';
import { get, type Params, type Route } from '../../core/router';
import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { refuse } from '../errors';
import { cursorPage } from '../paging';
import type { DevHelmStore, IncidentUpdate } from '../types';
import { dispatchesOf, type Dispatch, type Transition } from './activity';
import { findIncident, newer } from './find';

export const timelineRoutes: Array<Route<DevHelmStore>> = [
	get('/api/v1/incidents/{id}/events', newer(404, activity)),
	get('/api/v1/forensics/incidents/{id}/timeline', forensics),
];

/** All that happened, newest first. Keys that have no value are absent. */
function activity(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	const incident = findIncident(store, id);
	const events = [
		...(store.updates.get(incident.id) ?? []).map(ofUpdate),
		...dispatchesOf(store, incident.id).map(ofDispatch),
		...transitionsOf(store, incident.id).map(ofTransition),
	];
	events.sort((one, other) => (one.at < other.at ? 1 : -1));
	return cursorPage(request, events, 50);
}

type Event = JsonObject & { id: string; at: string };

function ofUpdate({ id, createdAt, createdBy, ...update }: IncidentUpdate): Event {
	const { oldStatus, newStatus, body } = update;
	return {
		id,
		at: createdAt,
		kind: 'update',
		actor: createdBy === 'USER' ? 'anna.schmidt@alpenrad.example' : null,
		summary: newStatus ? `Status set to ${newStatus}` : 'Update posted',
		payload: present({ oldStatus, newStatus, body, createdBy }),
	};
}

function ofDispatch({ id, createdAt, status, policyId, policyName, currentStep }: Dispatch): Event {
	return {
		id,
		at: createdAt,
		kind: 'dispatch',
		actor: null,
		summary: `Policy ${policyName ?? ''} fired`,
		payload: present({ phase: 'fired', status, policyId, policyName, currentStep, dispatchId: id }),
	};
}

function ofTransition(transition: Transition): Event {
	const { id, occurredAt, fromStatus, toStatus, reason, affectedRegions } = transition;
	return {
		id,
		at: occurredAt,
		kind: 'forensic_transition',
		actor: 'system',
		summary: `${fromStatus} to ${toStatus}`,
		payload: present({ fromStatus, toStatus, reason, affectedRegions }),
	};
}

/** Only for what a monitor has brought about; in the order in which it happened. */
function forensics(store: DevHelmStore, _request: SandboxRequest, { id }: Params): Reply {
	const incident = findIncident(store, id);
	if (incident.source === 'MANUAL') throw refuse(404, 'No forensic data for this incident');
	const transitions = transitionsOf(store, incident.id);
	const triggeringEvaluations = transitions.map(({ id: transitionId, occurredAt, monitorId }) => ({
		id: uuidOf(`evaluation of ${transitionId}`),
		occurredAt,
		monitorId,
		region: 'eu-central',
		ruleType: 'consecutive_failures',
		ruleScope: 'per_region',
		ruleIndex: 0,
		outputMatched: true,
		checkId: uuidOf(`check of ${transitionId}`),
		inputResultIds: [uuidOf(`result of ${transitionId}`)],
		evaluationDetails: {},
		engineVersion: '2026.06',
		policySnapshotHashHex: hexOf(`policy of ${monitorId ?? transitionId}`, 64),
		triggeringTransitionId: transitionId,
	}));
	const data = { transitions, triggeringEvaluations, policySnapshot: null };
	return { status: 200, body: { data } };
}

function transitionsOf({ transitions }: DevHelmStore, incidentId: string): Transition[] {
	return [...transitions.values()].filter((transition) => transition.incidentId === incidentId);
}

function present(payload: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(payload).filter(([, value]) => value !== null && value !== undefined),
	);
}
