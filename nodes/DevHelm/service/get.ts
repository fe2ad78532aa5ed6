import { collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { pathOf, theService } from './fields';
import { dataOf, toServiceRecord } from './record';

/** `GET /api/v1/services/{slugOrId}`. docs/facts/devhelm.md#services-of-others. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get service',
	description:
		'Read one service of another vendor, tracked or not; with Simplify off also its components, newest incidents and maintenances',
	retry: 'read',
	properties: [
		theService('read'),
		simplify,
		collection('Options', 'options', [
			{
				displayName: 'Fewer Components',
				name: 'summary',
				type: 'boolean',
				default: false,
				description:
					'Whether of a service with very many components only the most important and those with a problem are read',
			},
			{
				displayName: 'Published Only',
				name: 'publishedOnly',
				type: 'boolean',
				default: false,
				description: 'Whether a service that has no public page at DevHelm counts as not there',
			},
		]),
	],
	request: (parameters) => {
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: pathOf(parameters),
			query: {
				summary: options.boolean('summary'),
				publishedOnly: options.boolean('publishedOnly'),
			},
		};
	},
	records: dataOf,
	simplify: toServiceRecord,
};
