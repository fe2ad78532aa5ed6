import type { IDataObject } from 'n8n-workflow';

import {
	choice,
	collection,
	dateTime,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import { asText } from '../../shared/ground/values';
import type { ListOperation } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { toServiceIncidentRecord } from '../api/serviceIncident';
import { CATALOG, pathOf, theService } from './fields';

const ALL = 'all';

/** `GET /api/v1/services/{slugOrId}/incidents`, or `GET /api/v1/services/incidents`. docs/facts/devhelm.md#services-of-others. */
export const getIncidents: ListOperation = {
	value: 'getIncidents',
	name: 'Get Incidents',
	action: 'Get incidents of services',
	description:
		'Read what a service of another vendor has reported, for example whether it has an incident right now; or the incidents of all services that DevHelm knows',
	retry: 'read',
	properties: [
		choice({
			displayName: 'Scope',
			name: 'scope',
			required: true,
			default: 'one',
			description: 'Whose incidents are read',
			options: [
				{ name: 'All Services', value: ALL, description: 'Also of those that you do not track' },
				{ name: 'One Service', value: 'one' },
			],
		}),
		{
			...theService('read the incidents of'),
			displayOptions: { show: { scope: ['one'] } },
		},
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Category',
				name: 'category',
				type: 'string',
				default: '',
				placeholder: 'e.g. infrastructure',
				description: 'Only incidents of services of this category',
				displayOptions: { show: { '/scope': [ALL] } },
			},
			dateTime({
				displayName: 'From',
				name: 'from',
				description:
					'Only incidents that started on this day or later; the time of day does not count',
			}),
			choice({
				displayName: 'Status',
				name: 'status',
				default: 'active',
				description: 'Only incidents that are not over, or only those that are',
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Resolved', value: 'resolved' },
				],
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const isAll = parameters.option('scope') === ALL;
		return {
			method: 'GET',
			path: isAll ? `${CATALOG}/incidents` : `${pathOf(parameters)}/incidents`,
			query: {
				// A day, in UTC.
				from: filters.date('from')?.slice(0, 10),
				status: filters.option('status'),
				category: isAll ? filters.text('category') : undefined,
			},
		};
	},
	paging,
	rows: rowsOf,
	simplify: toRecord,
};

/** Over is what has a time of resolution, or says so: the status is the other vendor's own word. */
function toRecord(incident: IDataObject): IDataObject {
	const isOver =
		asText(incident.resolvedAt) !== undefined ||
		/^(resolved|postmortem)$/i.test(String(incident.status));
	return {
		...toServiceIncidentRecord(incident),
		status: isOver ? 'resolved' : 'triggered',
	};
}
