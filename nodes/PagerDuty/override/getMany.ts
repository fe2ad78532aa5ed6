import { collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import { rowsOf } from '../api/profile';
import { rangeFrom, rangeOf } from '../form/range';
import { theSchedule } from '../schedule/fields';
import { toOverrideRecord } from './record';

const USUAL_DAYS = 90;

/** `GET /schedules/{id}/overrides`, which comes whole and wants both ends of a time. docs/facts/pagerduty.md#overrides. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many overrides',
	description:
		'Read many overrides of one schedule: those of now and the next 90 days, or of another time',
	retry: 'read',
	properties: [
		theSchedule('read the overrides of'),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Editable Only',
				name: 'editable',
				type: 'boolean',
				default: true,
				description:
					'Whether to return only overrides that can still be changed, which are those to come',
			},
			...rangeFrom('90 days after its start'),
		]),
		collection('Options', 'options', [
			{
				displayName: 'Whole Overrides',
				name: 'overflow',
				type: 'boolean',
				default: true,
				description:
					'Whether overrides that reach over the start or the end of the time are returned whole; off, PagerDuty cuts them there',
			},
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: `/schedules/${parameters.pathId('scheduleId')}/overrides`,
			query: {
				...rangeOf(filters, USUAL_DAYS),
				// That it is named counts, whatever its value. docs/facts/pagerduty.md#overrides.
				editable: filters.boolean('editable') ? true : undefined,
				overflow: parameters.group('options').boolean('overflow') ?? true,
			},
		};
	},
	paging: unpaged,
	rows: rowsOf('overrides'),
	simplify: toOverrideRecord,
};
