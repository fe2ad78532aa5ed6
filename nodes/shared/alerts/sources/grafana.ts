import type { IDataObject } from 'n8n-workflow';

import { asRows } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOfLabels,
	firstText,
	hasKeys,
	labelsOf,
	linesOf,
	linksOf,
	severityOf,
	textOrNull,
	timeOrNull,
} from '../reading';

type Labels = { [name: string]: string };

/** The webhook contact point of Grafana's alerting: a group of alerts. https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/ */
export const grafana: AlertSource = {
	value: 'grafana',
	name: 'Grafana',
	looksFor: "'alerts', 'receiver' and 'orgId'",
	recognises: (payload) => Array.isArray(payload.alerts) && hasKeys(payload, 'orgId', 'receiver'),
	read: ({ alerts }) => asRows(alerts).map(alertFrom),
};

function alertFrom(row: IDataObject): Alert {
	const [labels, annotations] = [labelsOf(row.labels), labelsOf(row.annotations)];
	const isResolved = row.status === 'resolved';
	const severity = firstText(labels.severity, labels.priority);
	return alertOf({
		tool: 'Grafana',
		...stateOf(isResolved, labels),
		title: titleOf(labels, annotations),
		text: linesOf(
			annotations.description ?? annotations.message,
			annotations.Error,
			// Such as "MissingSeries" of what is resolved because its data no longer comes.
			annotations.grafana_state_reason,
		),
		severity: severityOf(severity),
		toolSeverity: severity,
		source: firstText(labels.instance, labels.host, labels.pod, labels.node),
		service: firstText(labels.service, labels.job),
		fingerprint: textOrNull(row.fingerprint) ?? fingerprintOfLabels(labels),
		startedAt: timeOrNull(row.startsAt),
		// While it fires the end is the year 1.
		endedAt: isResolved ? timeOrNull(row.endsAt) : null,
		links: linksOf(
			['Runbook', annotations.runbook_url],
			['Dashboard', row.dashboardURL],
			['Panel', row.panelURL],
			['Alert rule', row.generatorURL],
			['Silence', row.silenceURL],
			['Image', row.imageURL],
		),
		labels,
	});
}

/** What the button "Test" of a contact point sends has two labels of its own. */
function stateOf(isResolved: boolean, labels: Labels): Pick<Alert, 'state' | 'reason'> {
	const isTest = labels.alertname === 'TestAlert' && labels.instance === 'Grafana';
	if (isTest) return { state: 'none', reason: 'a test message of Grafana' };
	return { state: isResolved ? 'resolved' : 'firing' };
}

/** Where a rule has no data, or cannot be worked out, the rule's own summary would be about something else. */
function titleOf({ alertname, rulename }: Labels, annotations: Labels): string {
	if (alertname === 'DatasourceNoData' && rulename) return `${rulename}: no data`;
	if (alertname === 'DatasourceError' && rulename) return `${rulename}: cannot be evaluated`;
	return firstText(annotations.summary, annotations.title, alertname) ?? 'Alert';
}
