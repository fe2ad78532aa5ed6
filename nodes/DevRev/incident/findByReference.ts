import { collection } from '../../shared/form/fields';
import { referenceFields } from '../../shared/form/referenceFields';
import { compact } from '../../shared/ground/values';
import type { StepsOperation } from '../../shared/run/operation';
import { referencePlan, soughtIn } from '../../shared/run/reference';
import { paging, read, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { isOver } from '../api/stage';
import { withStages } from '../api/stageNames';
import { textField } from './syncFilters';
import { textRows } from './values';

/** `POST /incidents.list` with sync metadata. docs/facts/devrev.md#filters-of-the-list-of-incidents. */
export const findByReference: StepsOperation = {
	value: 'findByReference',
	name: 'Find by Reference',
	action: 'Find incidents by reference',
	description:
		"Find the incidents that have an external reference (the address or ID of the same problem in another system), the newest first. It is what 'Create' sets as External Reference.",
	retry: 'read',
	properties: [
		...referenceFields(
			{
				displayName: 'External Reference',
				placeholder: 'e.g. https://monitoring.example.com/alerts/4711',
				description: 'The reference to look for, to the letter',
			},
			'closed',
		),
		collection('Filters', 'filters', [
			textField('Origin Systems', 'originSystem', 'Add System', {
				placeholder: 'e.g. n8n',
				description: 'Only incidents that were made first in this system',
			}),
		]),
	],
	plan: (parameters) => {
		const { reference, includesResolved } = soughtIn(parameters);
		const request = read('/incidents.list', {
			sync_metadata: compact({
				external_reference: [reference],
				origin_system: textRows(parameters.group('filters'), 'originSystem'),
			}),
			sort_by: ['created_date:desc'],
		});
		return referencePlan(parameters, request, async (steps) => {
			const incidents = await steps.list({ paging, rows: rowsOf('incidents') }, request);
			const known = await withStages(steps, incidents);
			// Where nobody can tell, it may be open: a mirror must not make a second one.
			return known.filter((incident) => includesResolved || isOver(incident) !== true);
		});
	},
	simplify: toIncidentRecord,
};
