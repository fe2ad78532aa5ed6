import { choice, collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { optionsOf, orderOf } from '../form/lists';
import { toAlertRecord } from './record';

const ORDERS = [
	{ name: 'Created At (Ascending)', value: 'created_at:asc' },
	{ name: 'Created At (Descending)', value: 'created_at:desc' },
	{ name: 'Resolved At (Ascending)', value: 'resolved_at:asc' },
	{ name: 'Resolved At (Descending)', value: 'resolved_at:desc' },
];

/** `GET /incidents/{id}/alerts`. docs/facts/pagerduty.md#alerts. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many alerts',
	description:
		'Read many alerts of one incident, the newest first unless sorted otherwise. What the monitoring tool sent along (body.details) shows with Simplify off.',
	retry: 'read',
	properties: [
		theIncident('read the alerts of'),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Alert Key',
				name: 'alertKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. checkout-502',
				description: 'Only the alert with exactly this de-duplication key (dedup key of its event)',
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description: 'Only alerts in one of these states',
				options: [
					{ name: 'Resolved', value: 'resolved' },
					{ name: 'Triggered', value: 'triggered' },
				],
			},
		]),
		collection('Options', 'options', [
			{
				displayName: 'Include',
				name: 'include',
				type: 'multiOptions',
				default: [],
				description: 'Related objects to return in full. They show only when Simplify is off.',
				options: optionsOf(['first_trigger_log_entries', 'incidents', 'services']),
			},
			choice({
				displayName: 'Sort By',
				name: 'sortBy',
				default: 'created_at:desc',
				description: 'The order of the alerts',
				options: ORDERS,
			}),
			choice({
				displayName: 'Then By',
				name: 'thenBy',
				default: 'created_at:desc',
				description: 'The order among alerts that are equal in the first order',
				options: ORDERS,
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: `/incidents/${parameters.pathId('incidentId')}/alerts`,
			query: {
				alert_key: filters.key('alertKey'),
				'statuses[]': filters.options<string>('statuses'),
				sort_by: orderOf(options),
				'include[]': options.options<string>('include'),
			},
		};
	},
	paging: pagingOf(
		'alerts',
		"Narrow the list with the filter 'Statuses' or 'Alert Key', or read it from the other end with 'Sort By' under Options",
	),
	rows: rowsOf('alerts'),
	simplify: toAlertRecord,
};
