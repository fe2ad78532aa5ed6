import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, loadedOptions, locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { ACCOUNT, ARTICLE, PART, STAGE, USER } from '../form/ids';
import { isOver } from '../api/stage';
import { dateFilters, datesOf, type Dates } from './dateFilter';
import { syncFilterBody, syncFilters, textField } from './syncFilters';
import { enumIds, textRows } from './values';

/** The dates that can be filtered and sorted by, with what happened then. */
export const DATES: Dates = {
	acknowledged_date: 'were acknowledged',
	actual_close_date: 'were closed',
	created_date: 'were created',
	identified_date: 'were noticed',
	mitigated_date: 'were mitigated',
	modified_date: 'were changed last',
	target_close_date: 'should be over',
};

const references = (
	[
		[PART, 'Applies to Parts', 'appliesToPartIds', 'that apply to one of these parts'],
		[USER, 'Created By', 'createdByIds', 'that one of these users created'],
		[
			ACCOUNT,
			'Impacted Customers',
			'impactedCustomerIds',
			'that hit one of these customers (accounts). Only newer versions of the API know this filter.',
		],
		[USER, 'Owned By', 'ownedByIds', 'that one of these users owns'],
		[ARTICLE, 'Playbooks', 'playbookIds', 'with one of these playbooks'],
		[ARTICLE, 'Post-Incident Analyses', 'piaIds', 'with one of these analyses'],
		[ARTICLE, 'Related Documents', 'relatedDocIds', 'with one of these documents'],
		[STAGE, 'Stages', 'stageIds', 'in one of these stages'],
	] as const
).map(([kind, displayName, name, which]) =>
	locatorList(kind, {
		displayName,
		name,
		rowName: `${kind.noun}Id`,
		description: `Only incidents ${which}`,
	}),
);

/** Every filter of `incidents.list`, and "State", which the API lacks. docs/facts/devrev.md#filters-of-the-list-of-incidents. */
export const filterFields: INodeProperties[] = [
	...dateFilters(DATES, 'incidents'),
	...references,
	customFieldsFilter('incidents'),
	{
		displayName: 'Include Child Parts',
		name: 'includeChildParts',
		type: 'boolean',
		default: true,
		description:
			"Whether parts below those in 'Applies to Parts' count, too. Only newer versions of the API know this filter.",
	},
	...syncFilters('incidents'),
	loadedOptions({
		displayName: 'Reported By Names or IDs',
		name: 'reportedBy',
		method: 'getReporters',
	}),
	loadedOptions({
		displayName: 'Severity Names or IDs',
		name: 'severity',
		method: 'getSeverities',
	}),
	loadedOptions({ displayName: 'Source Names or IDs', name: 'source', method: 'getSources' }),
	choice({
		displayName: 'State',
		name: 'state',
		default: 'open',
		description:
			'Only incidents that are still open, or only closed ones. DevRev has no such filter, so all incidents are read and the rest is left out here.',
		options: [
			{ name: 'Closed', value: 'closed' },
			{ name: 'Open', value: 'open' },
		],
	}),
	loadedOptions({ displayName: 'Subtype Names or IDs', name: 'subtype', method: 'getSubtypes' }),
	textField('Titles', 'title', 'Add Title', {
		placeholder: 'e.g. Checkout answers with 502',
		description: 'Only incidents with exactly this title',
	}),
];

/** The filters as the API wants them. */
export function filterBody(fields: Parameters): IDataObject {
	return compact({
		...datesOf(DATES, fields),
		applies_to_parts: fields.ids('appliesToPartIds'),
		created_by: fields.ids('createdByIds'),
		impacted_customers: fields.ids('impactedCustomerIds'),
		include_child_parts: fields.boolean('includeChildParts'),
		owned_by: fields.ids('ownedByIds'),
		pia: fields.ids('piaIds'),
		playbooks: fields.ids('playbookIds'),
		related_docs: fields.ids('relatedDocIds'),
		stage: fields.ids('stageIds'),
		reported_by: enumIds(fields, 'reportedBy'),
		severity: enumIds(fields, 'severity'),
		source: enumIds(fields, 'source'),
		subtype: fields.options('subtype'),
		title: textRows(fields, 'title'),
		custom_fields: customFieldsOf(fields),
		...syncFilterBody(fields),
	});
}

/** The filter "State". */
export function stateFilter(fields: Parameters): ((row: IDataObject) => boolean) | undefined {
	const state = fields.option<string>('state');
	return state === undefined ? undefined : (row) => isOver(row) === (state === 'closed');
}

/** A filter by what the organization defined; `plural` as in "Only incidents whose". */
export function customFieldsFilter(plural: string): INodeProperties {
	return {
		displayName: 'Custom Fields (JSON)',
		name: 'customFields',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "tnt__channel": ["web", "app"] }',
		description: `Only ${plural} whose custom fields have one of the values, as a JSON object of field name to list of values. Works for fields that the schema marks as filterable.`,
	};
}

/** The API wants lists of values; a single value is what people write. */
export function customFieldsOf(fields: Parameters): IDataObject {
	const entries = Object.entries(fields.json('customFields') ?? {});
	return Object.fromEntries(
		entries.map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
	) as IDataObject;
}
