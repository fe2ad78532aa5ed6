import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { loadedOptions, locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { PART, TAG, USER } from '../form/ids';
import { dateFilters, datesOf, period, periodFields, type Dates } from '../incident/dateFilter';
import { customFieldsFilter, customFieldsOf } from '../incident/filters';
import { once } from '../incident/syncFields';
import { syncFilterBody, syncFilters, textField } from '../incident/syncFilters';
import { textRows } from '../incident/values';
import type { WorkKind } from './kind';

/** The dates of both that can be filtered and sorted by, with what happened then. */
export const DATES: Dates = {
	actual_close_date: 'were closed',
	created_date: 'were created',
	modified_date: 'were changed last',
	target_close_date: 'should be done',
};

const REFERENCES = [
	[PART, 'Applies to Parts', 'appliesToPartIds', 'applies_to_part', 'about one of these parts'],
	[USER, 'Created By', 'createdByIds', 'created_by', 'that one of these users created'],
	[USER, 'Modified By', 'modifiedByIds', 'modified_by', 'that one of these users changed last'],
	[USER, 'Owned By', 'ownedByIds', 'owned_by', 'that one of these users owns'],
	[USER, 'Reported By', 'reportedByIds', 'reported_by', 'that one of these users reported'],
	[TAG, 'Tags', 'tagIds', 'tags', 'with one of these tags'],
] as const;

const SLA_STAGES = ['breached', 'completed', 'paused', 'running', 'warning'].map((value) => ({
	name: `${value[0].toUpperCase()}${value.slice(1)}`,
	value,
}));

/** How it stands with what was promised. */
const sla = (plural: string): INodeProperties =>
	once(
		{
			displayName: 'Service Level (SLA)',
			name: 'sla',
			description: `Only ${plural} whose service level agreement stands like this`,
		},
		[
			{
				displayName: 'SLA Stages',
				name: 'stages',
				type: 'multiOptions',
				default: [],
				description: 'How the time that was promised is running',
				options: SLA_STAGES,
			},
			once(
				{
					displayName: 'Target Time',
					name: 'targetTime',
					description: 'When the promise would be broken',
				},
				periodFields,
			),
		],
	);

/** Every filter of `works.list` for one kind. docs/facts/devrev.md#filters-of-the-list-of-issues-and-tickets. */
export function filterFields(kind: WorkKind): INodeProperties[] {
	const { plural, lists } = kind;
	return [
		...dateFilters({ ...DATES, ...kind.dates }, plural),
		...REFERENCES.map(([id, displayName, name, , which]) =>
			locatorList(id, {
				displayName,
				name,
				rowName: `${id.noun}Id`,
				description: `Only ${plural} ${which}`,
			}),
		),
		customFieldsFilter(plural),
		sla(plural),
		textField('Stage Names', 'stageNames', 'Add Stage', {
			placeholder: 'e.g. in_development',
			description: `Only ${plural} in a stage of exactly this name`,
		}),
		textField('States', 'states', 'Add State', {
			placeholder: 'e.g. open',
			description: `Only ${plural} in this state: open, in_progress or closed, unless the organization has renamed them`,
		}),
		loadedOptions({
			displayName: 'Subtype Names or IDs',
			name: 'subtype',
			method: lists.subtypes,
		}),
		...syncFilters(plural),
		...kind.filterFields,
	];
}

/** The filters as the API wants them. */
export function filterBody(kind: WorkKind, fields: Parameters): IDataObject {
	const [agreement] = fields.rows('sla');
	return compact({
		...datesOf(DATES, fields),
		...Object.fromEntries(REFERENCES.map(([, , name, api]) => [api, fields.ids(name)])),
		custom_fields: customFieldsOf(fields),
		stage: compact({ name: textRows(fields, 'stageNames') }),
		state: textRows(fields, 'states'),
		...syncFilterBody(fields),
		[kind.type]: compact({
			...datesOf(kind.dates, fields),
			subtype: fields.options('subtype'),
			sla_summary:
				agreement &&
				compact({
					stage: agreement.options('stages'),
					target_time: agreement.rows('targetTime').map(period)[0],
				}),
			...kind.filterBody(fields),
		}),
	});
}
