import type { IDataObject } from 'n8n-workflow';

import { returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { pagingOf, rowsOf } from '../api/profile';
import { absentAltogether } from '../form/lists';

/** `GET /priorities`. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many priorities',
	description:
		'Read the priorities that the account has for incidents, the most severe first. Where they are switched off the list is empty.',
	retry: 'read',
	properties: [...returnAllAndLimit, simplify],
	request: () => ({ method: 'GET', path: '/priorities' }),
	paging: pagingOf('priorities', 'Look at the rest in PagerDuty'),
	rows: rowsOf('priorities'),
	absent: absentAltogether('Priorities', [402, 404]),
	simplify: toPriorityRecord,
};

function toPriorityRecord(priority: IDataObject): IDataObject {
	return {
		provider: 'pagerduty',
		id: asText(priority.id) ?? null,
		name: asText(priority.name) ?? asText(priority.summary) ?? null,
		description: asText(priority.description) ?? null,
	};
}
