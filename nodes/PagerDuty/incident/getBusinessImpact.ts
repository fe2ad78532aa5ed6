import type { IDataObject } from 'n8n-workflow';

import { returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import type { ApiRequest, Paging } from '../../shared/wire/request';
import { asNumber, asObject, asText } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import { theIncident } from './fields';

/** Pages by a cursor, which is sent from the second page on only. docs/facts/pagerduty.md#business-impact. */
const paging: Paging = {
	maxPageSize: Infinity,
	sized: (request) => request,
	next: (request, { body }) => {
		const cursor = asText(asObject(body).next_cursor);
		return cursor ? { ...request, query: { ...request.query, cursor } } : undefined;
	},
};

/** `GET /incidents/{id}/business_services/impacts`. docs/facts/pagerduty.md#business-impact. */
export const getBusinessImpact: ListOperation = {
	value: 'getBusinessImpact',
	name: 'Get Business Impact',
	action: 'Get business impact of incident',
	description:
		'Read which business services, such as a web shop, an incident is said to impact. One item for each; none where nobody has said so.',
	retry: 'read',
	properties: [theIncident('look at'), ...returnAllAndLimit, simplify],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}/business_services/impacts`,
	}),
	paging,
	rows: rowsOf('services'),
	simplify: toImpactRecord,
};

function toImpactRecord(service: IDataObject, { path }: ApiRequest): IDataObject {
	const { highest_impacting_priority } = asObject(service.additional_fields);
	const priority = asObject(highest_impacting_priority);
	return {
		provider: 'pagerduty',
		incidentId: decodeURIComponent(path.split('/')[2]),
		businessServiceId: asText(service.id) ?? null,
		name: asText(service.name) ?? null,
		status: asText(service.status) ?? null,
		priorityId: asText(priority.id) ?? null,
		priorityOrder: asNumber(priority.order) ?? null,
	};
}
