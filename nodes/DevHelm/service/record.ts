import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asRows, asText, isObject } from '../../shared/ground/values';
import type { Reply } from '../../shared/wire/request';

/** The object of a reply that is about one. */
export function dataOf({ body }: Reply): IDataObject[] | undefined {
	const { data } = asObject(body);
	return isObject(data) && Object.keys(data).length ? [data] : undefined;
}

/**
 * A service in one shape, whether it comes from the catalogue, alone, or from what the organization tracks. What a
 * subscription adds is null elsewhere. docs/facts/devhelm.md#services-of-others.
 */
export function toServiceRecord(service: IDataObject): IDataObject {
	const { overallStatus } = asObject(service.currentStatus);
	return {
		provider: 'devhelm',
		id: asText(service.serviceId) ?? asText(service.id) ?? null,
		slug: asText(service.slug) ?? null,
		name: asText(service.name) ?? null,
		category: asText(service.category) ?? null,
		status: asText(service.overallStatus) ?? asText(overallStatus) ?? null,
		activeIncidents: activeIncidentsOf(service),
		url: asText(service.officialStatusUrl) ?? null,
		subscriptionId: asText(service.subscriptionId) ?? null,
		component: asText(asObject(service.component).name) ?? null,
		alertSensitivity: asText(service.alertSensitivity) ?? null,
	};
}

/** A single service shows its newest incidents in place of their number. */
function activeIncidentsOf({ activeIncidentCount, recentIncidents }: IDataObject): number | null {
	if (!Array.isArray(recentIncidents)) return asNumber(activeIncidentCount) ?? null;
	return asRows(recentIncidents).filter(({ resolvedAt }) => asText(resolvedAt) === undefined)
		.length;
}
