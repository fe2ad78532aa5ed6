import type { IDataObject } from 'n8n-workflow';

import { asObject, asText } from '../../shared/ground/values';

/** What one looks at in an alert; its body shows with Simplify off. docs/facts/pagerduty.md#alerts. */
export function toAlertRecord(alert: IDataObject): IDataObject {
	return {
		provider: 'pagerduty',
		id: asText(alert.id) ?? null,
		alertKey: asText(alert.alert_key) ?? null,
		summary: asText(alert.summary) ?? null,
		status: asText(alert.status) ?? null,
		severity: asText(alert.severity) ?? null,
		incidentId: asText(asObject(alert.incident).id) ?? null,
		serviceName: asText(asObject(alert.service).summary) ?? null,
		createdAt: asText(alert.created_at) ?? null,
		url: asText(alert.html_url) ?? null,
	};
}
