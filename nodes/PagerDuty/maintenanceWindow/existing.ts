import { asObject, asRows, asText } from '../../shared/ground/values';
import { chosenSet, moment, writtenText } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { begins } from '../form/begins';

/**
 * A window is known again by what it covers, when and why. PagerDuty does not say when one was made; two that
 * agree in all of that do the same. docs/facts/pagerduty.md#maintenance-windows.
 */
export const existing: Existing = {
	sent: ({ body }) => asObject(asObject(body).maintenance_window),
	traits: {
		start_time: begins('start_time'),
		end_time: moment('end_time'),
		description: writtenText('description', { isOurs: true, whenAbsent: '' }),
		services: chosenSet('services'),
	},
	recent: ({ services }) => ({
		method: 'GET',
		path: '/maintenance_windows',
		query: {
			filter: 'open',
			'service_ids[]': asRows(services).flatMap(({ id }) => asText(id) ?? []),
		},
	}),
	again: { body: (row) => ({ maintenance_window: row }) },
	paging: pagingOf('maintenance windows', "Narrow the list with the filter 'Services'"),
	rows: rowsOf('maintenance_windows'),
};
