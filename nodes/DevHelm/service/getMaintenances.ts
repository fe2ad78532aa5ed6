import type { IDataObject } from 'n8n-workflow';

import { collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import { asRows, asText } from '../../shared/ground/values';
import type { ListOperation } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import { rowsOf } from '../api/profile';
import { pathOf, theService } from './fields';

/** `GET /api/v1/services/{slugOrId}/maintenances`. docs/facts/devhelm.md#services-of-others. */
export const getMaintenances: ListOperation = {
	value: 'getMaintenances',
	name: 'Get Maintenances',
	action: 'Get maintenances of service',
	description:
		'Read the maintenances that a service of another vendor has announced, for example those that are under way',
	retry: 'read',
	properties: [
		theService('read the maintenances of'),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description: 'Only maintenances in one of these states',
				options: [
					{ name: 'Completed', value: 'completed' },
					{ name: 'In Progress', value: 'in_progress' },
					{ name: 'Scheduled', value: 'scheduled' },
					{ name: 'Verifying', value: 'verifying' },
				],
			},
		]),
	],
	request: (parameters) => {
		const statuses = parameters.group('filters').options<string>('statuses');
		return {
			method: 'GET',
			path: `${pathOf(parameters)}/maintenances`,
			query: { status: statuses.length ? statuses : undefined },
		};
	},
	paging: unpaged,
	rows: rowsOf,
	simplify: toMaintenanceRecord,
};

function toMaintenanceRecord(maintenance: IDataObject): IDataObject {
	return {
		provider: 'devhelm',
		id: asText(maintenance.id) ?? null,
		title: asText(maintenance.title) ?? null,
		status: asText(maintenance.status) ?? null,
		impact: asText(maintenance.impact) ?? null,
		url: asText(maintenance.shortlink) ?? null,
		scheduledFor: asText(maintenance.scheduledFor) ?? null,
		scheduledUntil: asText(maintenance.scheduledUntil) ?? null,
		startedAt: asText(maintenance.startedAt) ?? null,
		completedAt: asText(maintenance.completedAt) ?? null,
		affectedComponents: asRows(maintenance.affectedComponents).flatMap(
			({ name }) => asText(name) ?? [],
		),
	};
}
