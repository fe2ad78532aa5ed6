import type { IDataObject } from 'n8n-workflow';

import { asRows, asText } from '../../ground/values';
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

/** The webhook of Prometheus Alertmanager, version 4: a group of alerts. https://prometheus.io/docs/alerting/latest/configuration/#webhook_config */
export const alertmanager: AlertSource = {
	value: 'alertmanager',
	name: 'Prometheus Alertmanager',
	looksFor: "'alerts', 'groupKey' and 'receiver', without 'orgId'",
	// Grafana sends the same and its own fields beside it.
	recognises: (payload) =>
		Array.isArray(payload.alerts) &&
		hasKeys(payload, 'groupKey', 'receiver') &&
		!hasKeys(payload, 'orgId'),
	read: ({ alerts, externalURL }) => asRows(alerts).map((row) => alertFrom(row, externalURL)),
};

function alertFrom(row: IDataObject, externalURL: unknown): Alert {
	const [labels, annotations] = [labelsOf(row.labels), labelsOf(row.annotations)];
	const isResolved = row.status === 'resolved';
	return alertOf({
		tool: 'Alertmanager',
		state: isResolved ? 'resolved' : 'firing',
		title: firstText(annotations.summary, annotations.title, labels.alertname) ?? 'Alert',
		text: linesOf(annotations.description ?? annotations.message),
		severity: severityOf(labels.severity),
		toolSeverity: textOrNull(labels.severity),
		source: firstText(labels.instance, labels.pod, labels.node, labels.job),
		service: firstText(labels.service, labels.job),
		// The labels are what Alertmanager tells alerts by; old versions give no fingerprint of them.
		fingerprint: asText(row.fingerprint) ?? fingerprintOfLabels(labels),
		startedAt: timeOrNull(row.startsAt),
		// While it fires the end is the year 1, or a guess.
		endedAt: isResolved ? timeOrNull(row.endsAt) : null,
		links: linksOf(
			['Runbook', annotations.runbook_url],
			['Dashboard', annotations.dashboard_url ?? annotations.dashboard],
			['Prometheus', row.generatorURL],
			['Alertmanager', externalURL],
		),
		labels,
	});
}
