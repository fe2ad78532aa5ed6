import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, isObject } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	labelsOf,
	linesOf,
	linksOf,
	placed,
	severityOf,
	textOrNull,
	timeOrNull,
} from '../reading';

/** The webhook of Google Cloud Monitoring: one incident. https://cloud.google.com/monitoring/support/notification-options#webhooks */
export const googleCloud: AlertSource = {
	value: 'googleCloud',
	name: 'Google Cloud Monitoring',
	looksFor: "'incident' with 'incident_id' and 'policy_name'",
	recognises: ({ incident }) =>
		isObject(incident) && hasKeys(incident, 'incident_id', 'policy_name'),
	read: ({ incident, version }) => [alertFrom(asObject(incident), version === 'test')],
};

function alertFrom(incident: IDataObject, isTest: boolean): Alert {
	const [resource, documentation] = [asObject(incident.resource), asObject(incident.documentation)];
	const labels = {
		...labelsOf(asObject(incident.metadata).user_labels),
		...labelsOf(resource.labels),
		...labelsOf(asObject(incident.metric).labels),
		...labelsOf(incident.policy_user_labels),
	};
	const isOver = textOrNull(incident.state)?.toLowerCase() === 'closed';
	const severity = firstText(incident.severity, labels.severity);
	return alertOf({
		tool: 'Google Cloud Monitoring',
		...(isTest
			? { state: 'none', reason: 'a test message of Google Cloud Monitoring' }
			: { state: isOver ? 'resolved' : 'firing' }),
		title: placed(
			firstText(incident.policy_name, incident.condition_name) ?? 'Google Cloud incident',
			textOrNull(incident.resource_display_name),
		),
		text: linesOf(incident.summary, documentation.content),
		severity: severityOf(severity),
		toolSeverity: severity,
		source: firstText(incident.resource_display_name, incident.resource_name),
		service: firstText(labels.service_name, labels.container_name, labels.module_id),
		fingerprint:
			textOrNull(incident.incident_id) ??
			fingerprintOf('googleCloud', incident.policy_name, incident.condition_name, labels),
		startedAt: timeOrNull(incident.started_at),
		endedAt: isOver ? timeOrNull(incident.ended_at) : null,
		links: [
			...linksOf(['Google Cloud', incident.url]),
			...asRows(documentation.links).flatMap(({ displayName, url }) =>
				linksOf([textOrNull(displayName) ?? 'Link', url]),
			),
		],
		labels,
	});
}
