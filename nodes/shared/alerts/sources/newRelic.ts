import type { IDataObject } from 'n8n-workflow';

import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	joined,
	labelsOf,
	linesOf,
	linksOf,
	severityOf,
	textOrNull,
	timeOrNull,
} from '../reading';

/** "Send test notification" fills the template with the examples of New Relic's documentation. */
const TEST_ISSUE = 'd1b1f3fd-995a-4066-88ab-8ce4f6960654';

/** The default template of a webhook in a workflow of New Relic: one issue. https://docs.newrelic.com/docs/alerts/get-notified/custom-variables-alert-event-workflows/ */
export const newRelic: AlertSource = {
	value: 'newRelic',
	name: 'New Relic',
	looksFor: "'issueUrl', 'state' and 'alertPolicyNames'",
	recognises: (payload) => hasKeys(payload, 'issueUrl', 'state', 'alertPolicyNames'),
	read: (payload) => [alertFrom(payload)],
};

function alertFrom(payload: IDataObject): Alert {
	const conditions = joined(payload.alertConditionNames);
	const entities = joined(payload.impactedEntities);
	const state = stateOf(payload);
	return alertOf({
		tool: 'New Relic',
		...state,
		title: firstText(joined(payload.title), conditions) ?? 'New Relic issue',
		text: linesOf(conditions, entities),
		severity: severityOf(payload.priority),
		toolSeverity: textOrNull(payload.priority),
		source: entities,
		fingerprint:
			textOrNull(payload.id) ?? fingerprintOf('newRelic', payload.issueUrl, conditions, entities),
		startedAt: timeOrNull(payload.createdAt),
		endedAt: state.state === 'resolved' ? timeOrNull(payload.updatedAt) : null,
		links: linksOf(['New Relic', payload.issueUrl]),
		labels: labelsOf({
			policy: joined(payload.alertPolicyNames),
			condition: conditions,
			workflow: payload.workflowName,
		}),
	});
}

function stateOf({ id, state, trigger }: IDataObject): Pick<Alert, 'state' | 'reason'> {
	if (id === TEST_ISSUE) return { state: 'none', reason: 'a test notification of New Relic' };
	if (state === 'CLOSED' || state === 'DEACTIVATED') return { state: 'resolved' };
	// What a person does with an open issue, whose activation has been sent before.
	if (trigger === 'USER_ACTION' || state === 'ACKNOWLEDGED') {
		return { state: 'none', reason: 'an acknowledgement in New Relic' };
	}
	return { state: 'firing' };
}
