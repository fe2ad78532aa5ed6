import { collection, extraFields, simplify } from '../../shared/form/fields';
import { compact } from '../../shared/ground/values';
import type { CreateOperation } from '../../shared/run/operation';
import { fromOption, senderOf } from '../api/profile';
import { timesFor, timesOf } from '../form/times';
import { existing } from './existing';
import { description, referToServices, services, windowIn } from './fields';
import { toWindowRecord } from './record';

/** `POST /maintenance_windows`. docs/facts/pagerduty.md#maintenance-windows. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create maintenance window',
	description:
		'Keep services from opening incidents for a while: from now on for an hour, or at a time to come. Open incidents go on notifying.',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look among the maintenance windows in PagerDuty (Services → Maintenance Windows) for one of these services and times before you run this item again.',
	properties: [
		services('The services that are worked on: they open no incidents in this time', true),
		...timesFor('the services fall silent', 'incidents are opened again'),
		simplify,
		collection('Additional Fields', 'additionalFields', [description, extraFields]),
		collection('Options', 'options', [fromOption]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const { start, end } = timesOf(parameters);
		const serviceIds = parameters.ids('serviceIds');
		if (!serviceIds.length) {
			parameters.refuse('serviceIds', 'is empty', 'Choose at least one service');
		}
		return {
			method: 'POST',
			path: '/maintenance_windows',
			sender: senderOf(parameters),
			body: {
				maintenance_window: {
					...compact({
						type: 'maintenance_window',
						start_time: start,
						end_time: end,
						description: fields.text('description'),
						services: referToServices(serviceIds),
					}),
					...fields.json('extraFields'),
				},
			},
		};
	},
	existing,
	records: windowIn,
	simplify: toWindowRecord,
};
