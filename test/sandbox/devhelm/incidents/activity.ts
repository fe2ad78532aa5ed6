import { uuidOf } from '../../core/ids';
import type { JsonObject } from '../../core/types';
import type { DevHelmStore, IncidentStatus } from '../types';

export type DispatchStatus =
	| 'ACKNOWLEDGED'
	| 'COMPLETED'
	| 'DELIVERED'
	| 'DISPATCHING'
	| 'ESCALATING'
	| 'PENDING';

/** A notification on its way through a policy. */
export interface Dispatch extends JsonObject {
	id: string;
	incidentId: string;
	policyId: string;
	policyName: string | null;
	status: DispatchStatus;
	completionReason: string | null;
	currentStep: number;
	totalSteps: number | null;
	acknowledgedAt: string | null;
	nextEscalationAt: string | null;
	lastNotifiedAt: string | null;
	deliveries: JsonObject[];
	createdAt: string;
	updatedAt: string;
}

/** A change of an incident's state that a monitor brought about. */
export interface Transition extends JsonObject {
	id: string;
	occurredAt: string;
	monitorId: string;
	incidentId: string;
	fromStatus: IncidentStatus;
	toStatus: IncidentStatus;
	reason: string;
	triggeringEvaluationIds: string[];
	affectedRegions: string[];
	policySnapshotHashHex: string;
	engineVersion: string;
	checkId: string;
	details: { source: string };
}

export function addDispatch(
	store: DevHelmStore,
	incidentId: string,
	status: DispatchStatus,
	at = store.clock.now(),
): Dispatch {
	const [policy] = store.notificationPolicies.values();
	const id = uuidOf(`dispatch ${store.dispatches.size + 1}`);
	const time = new Date(at).toISOString();
	const dispatch: Dispatch = {
		id,
		incidentId,
		policyId: policy.id,
		policyName: policy.name,
		status,
		completionReason: status === 'COMPLETED' ? 'EXHAUSTED' : null,
		currentStep: 1,
		totalSteps: 2,
		acknowledgedAt: status === 'ACKNOWLEDGED' ? time : null,
		nextEscalationAt: null,
		lastNotifiedAt: time,
		deliveries: [],
		createdAt: time,
		updatedAt: time,
	};
	store.dispatches.set(id, dispatch);
	return dispatch;
}

export function addTransition(
	store: DevHelmStore,
	incidentId: string,
	[fromStatus, toStatus]: [IncidentStatus, IncidentStatus],
	at = store.clock.now(),
): Transition {
	const id = uuidOf(`transition ${store.transitions.size + 1}`);
	const transition: Transition = {
		id,
		occurredAt: new Date(at).toISOString(),
		monitorId: store.incidents.get(incidentId)?.monitorId ?? uuidOf('no monitor'),
		incidentId,
		fromStatus,
		toStatus,
		reason: toStatus === 'RESOLVED' ? 'resolve' : 'confirm',
		triggeringEvaluationIds: [uuidOf(`evaluation of ${id}`)],
		affectedRegions: ['eu-central'],
		policySnapshotHashHex: 'ab12',
		engineVersion: '2.4.0',
		checkId: uuidOf(`check of ${id}`),
		details: { source: 'pipeline' },
	};
	store.transitions.set(id, transition);
	return transition;
}

/** The notifications of an incident, oldest first. */
export function dispatchesOf({ dispatches }: DevHelmStore, incidentId: string): Dispatch[] {
	return [...dispatches.values()].filter((dispatch) => dispatch.incidentId === incidentId);
}
