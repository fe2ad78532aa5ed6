import { collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { absentAltogether, optionsOf } from '../form/lists';
import { toWorkflowRecord } from './record';

/** `GET /incident_workflows`. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many incident workflows',
	description:
		'Read many incident workflows. Incident → Run Workflow starts one. Only some plans have workflows: in others the list is empty.',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Name Contains',
				name: 'query',
				type: 'string',
				default: '',
				placeholder: 'e.g. war room',
				description: 'Only workflows whose name matches this text',
			},
		]),
		collection('Options', 'options', [
			{
				displayName: 'Include',
				name: 'include',
				type: 'multiOptions',
				default: [],
				description: 'What to return besides: the steps of each workflow, and its team',
				options: optionsOf(['steps', 'team']),
			},
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: '/incident_workflows',
		query: {
			query: parameters.group('filters').text('query'),
			'include[]': parameters.group('options').options<string>('include'),
		},
	}),
	paging: pagingOf('incident workflows', "Narrow the list with the filter 'Name Contains'"),
	rows: rowsOf('incident_workflows'),
	absent: absentAltogether('Incident workflows'),
	simplify: toWorkflowRecord,
};
