import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText, isObject } from '../../shared/ground/values';

/**
 * What one looks at in a change event; `correlation` says why PagerDuty takes it for related to an incident, where
 * that was asked for. docs/facts/pagerduty.md#reading-change-events.
 */
export function toChangeEventRecord(change: IDataObject): IDataObject {
	const services = asRows(change.services);
	const details = change.custom_details;
	return {
		provider: 'pagerduty',
		id: asText(change.id) ?? null,
		summary: asText(change.summary) ?? null,
		source: asText(change.source) ?? null,
		serviceIds: services.flatMap(({ id }) => asText(id) ?? []),
		serviceNames: services.flatMap(({ summary }) => asText(summary) ?? []),
		integrationId: asText(asObject(change.integration).id) ?? null,
		details: isObject(details) ? details : null,
		links: asRows(change.links).map(({ href, text }) => ({
			url: asText(href) ?? null,
			text: asText(text) ?? null,
		})),
		correlation: asText(asObject(change.correlation_reason).reason) ?? null,
		occurredAt: asText(change.timestamp) ?? null,
		url: asText(change.html_url) ?? null,
	};
}
