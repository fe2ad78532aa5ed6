import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { period, periodFields } from './dateFilter';
import { once, optionOf, SYNC_STATES } from './syncFields';
import { plainIds, textRows } from './values';

/** Several texts, one in each row: they may hold commas. */
export function textField(
	displayName: string,
	name: string,
	button: string,
	more: Partial<INodeProperties>,
) {
	const property: INodeProperties = {
		displayName,
		name,
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: button },
		default: '',
		...more,
	};
	return property;
}

function lastSync(displayName: string, name: string, states: string[], description: string) {
	return once({ displayName, name, description }, [
		{
			displayName: 'Statuses',
			name: 'status',
			type: 'multiOptions',
			default: [],
			description: 'How the transfer ended',
			options: states.map(optionOf),
		},
		once(
			{
				displayName: 'Sync Date',
				name: 'syncDate',
				description: 'When the object was transferred',
			},
			periodFields,
		),
		{
			displayName: 'Sync History IDs',
			name: 'syncHistoryIds',
			type: 'string',
			default: '',
			description: 'IDs of the runs, as a comma-separated list',
		},
		{
			displayName: 'Sync Unit IDs',
			name: 'syncUnitIds',
			type: 'string',
			default: '',
			description: 'IDs of the units, as a comma-separated list',
		},
	]);
}

/** Filters for what is kept in step with another system. docs/facts/devrev.md#filters-of-the-list-of-incidents. */
export const syncFilters = (plural: string): INodeProperties[] => [
	textField('External References', 'externalReference', 'Add Reference', {
		placeholder: 'e.g. https://monitoring.example.com/alerts/4711',
		description: `Only ${plural} that refer to exactly this record in another system`,
	}),
	{
		displayName: 'Is Staged',
		name: 'isStaged',
		type: 'boolean',
		default: false,
		description: `Whether to read the ${plural} that a sync tool has not taken over fully, or all but those`,
	},
	lastSync(
		'Last Sync In',
		'lastSyncIn',
		SYNC_STATES,
		`Only ${plural} whose last transfer into DevRev was like this`,
	),
	lastSync(
		'Last Sync Out',
		'lastSyncOut',
		SYNC_STATES.filter((state) => state !== 'staged'),
		`Only ${plural} whose last transfer out of DevRev was like this`,
	),
	textField('Origin Systems', 'originSystem', 'Add System', {
		placeholder: 'e.g. n8n',
		description: `Only ${plural} that were made first in this system`,
	}),
];

/** The filters above as the API wants them. */
export function syncFilterBody(fields: Parameters): IDataObject {
	return {
		staged_info: compact({ is_staged: fields.boolean('isStaged') }),
		sync_metadata: compact({
			external_reference: textRows(fields, 'externalReference'),
			origin_system: textRows(fields, 'originSystem'),
			last_sync_in: fields.rows('lastSyncIn').map(lastSyncBody)[0],
			last_sync_out: fields.rows('lastSyncOut').map(lastSyncBody)[0],
		}),
	};
}

function lastSyncBody(row: Parameters): IDataObject {
	return compact({
		status: row.options('status'),
		sync_date: row.rows('syncDate').map(period)[0],
		sync_history: plainIds(row, 'syncHistoryIds'),
		sync_unit: plainIds(row, 'syncUnitIds'),
	});
}
