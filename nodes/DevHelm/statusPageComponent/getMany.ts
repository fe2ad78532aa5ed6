import type { IDataObject } from 'n8n-workflow';

import { collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import { asText } from '../../shared/ground/values';
import type { ListOperation } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import { rowsOf } from '../api/profile';
import { thePage } from '../statusPageIncident/fields';
import { componentStatuses } from '../statusPageIncident/options';

/** `GET /api/v1/status-pages/{id}/components`. docs/facts/devhelm.md#components-and-subscribers-of-a-status-page. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many status page components',
	description:
		'Read the components of a status page with what customers see of each, for example all that do not work',
	retry: 'read',
	properties: [
		thePage,
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description:
					'Only components in one of these states. DevHelm has no such filter, so it is applied here.',
				options: componentStatuses,
			},
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/api/v1/status-pages/${parameters.pathId('statusPageId')}/components`,
	}),
	paging: unpaged,
	rows: rowsOf,
	keep: (parameters) => {
		const statuses = parameters.group('filters').options<string>('statuses');
		if (!statuses.length) return;
		return ({ currentStatus }) => statuses.includes(String(currentStatus));
	},
	simplify: toComponentRecord,
};

function toComponentRecord(component: IDataObject): IDataObject {
	return {
		provider: 'devhelm',
		id: asText(component.id) ?? null,
		statusPageId: asText(component.statusPageId) ?? null,
		name: asText(component.name) ?? null,
		description: asText(component.description) ?? null,
		type: asText(component.type) ?? null,
		status: asText(component.currentStatus) ?? null,
		groupId: asText(component.groupId) ?? null,
		monitorId: asText(component.monitorId) ?? null,
		resourceGroupId: asText(component.resourceGroupId) ?? null,
		updatedAt: asText(component.updatedAt) ?? null,
	};
}
