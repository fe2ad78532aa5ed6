import { collection, locatorList } from '../../shared/form/fields';
import { referenceFields } from '../../shared/form/referenceFields';
import type { StepsOperation } from '../../shared/run/operation';
import { referencePlan, soughtIn } from '../../shared/run/reference';
import type { ApiRequest } from '../../shared/wire/request';
import { paging, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { SERVICE } from '../form/ids';

/** `GET /incidents` with a key. docs/facts/pagerduty.md#finding-an-incident-by-its-key. */
export const findByReference: StepsOperation = {
	value: 'findByReference',
	name: 'Find by Reference',
	action: 'Find incidents by reference',
	description:
		"Find the incidents that have an incident key, or an alert with it, the newest first. Another system's ID as the key makes this the way to see whether a problem is known already.",
	retry: 'read',
	properties: [
		...referenceFields({
			displayName: 'Incident Key',
			placeholder: 'e.g. checkout-502',
			description:
				'The key to look for, to the letter. It is what the incident was created with, or the deduplication key of an event.',
		}),
		collection('Filters', 'filters', [
			locatorList(SERVICE, {
				displayName: 'Services',
				name: 'serviceIds',
				rowName: 'serviceId',
				description:
					'Only incidents of these services: each may have an open one with the same key',
			}),
		]),
	],
	plan: (parameters) => {
		const { reference, includesResolved } = soughtIn(parameters);
		const request: ApiRequest = {
			method: 'GET',
			path: '/incidents',
			query: {
				incident_key: reference,
				date_range: 'all',
				'statuses[]': includesResolved ? [] : ['triggered', 'acknowledged'],
				'service_ids[]': parameters.group('filters').ids('serviceIds'),
				sort_by: 'created_at:desc',
			},
		};
		return referencePlan(
			parameters,
			request,
			async (steps) => await steps.list({ paging, rows: rowsOf('incidents') }, request),
		);
	},
	simplify: toIncidentRecord,
};
