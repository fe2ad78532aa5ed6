import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, dateTime } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { plainId } from './values';

export const SYNC_STATES = ['failed', 'modified', 'staged', 'succeeded'];

/** A group of fields that can be added once. Read it with `Parameters.rows`. */
export function once(
	own: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	values: INodeProperties[],
): INodeProperties {
	const { displayName } = own;
	return {
		...own,
		type: 'fixedCollection',
		placeholder: `Add ${displayName}`,
		default: {},
		options: [{ displayName, name: 'values', values }],
	};
}

/** The option of a DevRev word: "Last N Days" for `last_n_days`. */
export function optionOf(value: string) {
	const name = value.replace(/_/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
	return { name, value };
}

function lastSync(displayName: string, name: string, states: string[], description: string) {
	return once({ displayName, name, description }, [
		choice({
			displayName: 'Status',
			name: 'status',
			default: '',
			description: 'How the run ended',
			options: [
				...states.filter((state) => state < 'not').map(optionOf),
				{ name: 'Not Given', value: '' },
				...states.filter((state) => state > 'not').map(optionOf),
			],
		}),
		dateTime({
			displayName: 'Sync Date',
			name: 'syncDate',
			description: 'When the object was transferred',
		}),
		{
			displayName: 'Sync History ID',
			name: 'syncHistoryId',
			type: 'string',
			default: '',
			placeholder: 'e.g. don:core:dvrv-us-1:devo/example:sync_history/4',
			description: 'ID of the run that transferred the object',
		},
		{
			displayName: 'Sync Unit ID',
			name: 'syncUnitId',
			type: 'string',
			default: '',
			placeholder: 'e.g. don:core:dvrv-us-1:devo/example:sync_unit/4',
			description: 'ID of the unit that the object is transferred with',
		},
	]);
}

/** Where the incident comes from and how it is kept in step with it. docs/facts/devrev.md#fields-for-synchronisation. */
export const syncFields: INodeProperties[] = [
	{
		displayName: 'External Reference',
		name: 'externalReference',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://monitoring.example.com/alerts/4711',
		description:
			"Address (or ID) of the same record in the other system. 'Get Many' can look for it, to see whether an incident exists already.",
	},
	{
		displayName: 'Origin System',
		name: 'originSystem',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n',
		description: 'The system in which the record was made first',
	},
	once(
		{
			displayName: 'External Source Dates',
			name: 'externalSourceData',
			description: 'When the record was made, changed and closed in the other system',
		},
		[
			dateTime({
				displayName: 'Closed Date',
				name: 'closedDate',
				description: 'When it was closed there',
			}),
			dateTime({
				displayName: 'Created Date',
				name: 'createdDate',
				description: 'When it was made there',
			}),
			dateTime({
				displayName: 'Modified Date',
				name: 'modifiedDate',
				description: 'When it was changed there last',
			}),
		],
	),
	lastSync(
		'Last Sync In (Sync Tooling)',
		'lastSyncIn',
		SYNC_STATES,
		'The last transfer from the other system into DevRev. Only for tools that keep two systems in step.',
	),
	lastSync(
		'Last Sync Out (Sync Tooling)',
		'lastSyncOut',
		SYNC_STATES.filter((state) => state !== 'staged'),
		'The last transfer from DevRev into the other system. Only for tools that keep two systems in step.',
	),
	{
		displayName: 'Staged Info (JSON)',
		name: 'stagedInfo',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "is_staged": true, "unresolved_fields": ["owned_by"] }',
		description:
			'Marks the incident as not taken over fully, with the fields that are open, as a JSON object. Only for tools that keep two systems in step.',
	},
];

/** The fields above as the API wants them. */
export function syncBody(fields: Parameters): IDataObject {
	const [source] = fields.rows('externalSourceData');
	return {
		external_source_data:
			source &&
			compact({
				closed_date: source.date('closedDate'),
				created_date: source.date('createdDate'),
				modified_date: source.date('modifiedDate'),
			}),
		sync_metadata: compact({
			external_reference: fields.key('externalReference'),
			origin_system: fields.text('originSystem'),
			last_sync_in: lastSyncBody(fields, 'lastSyncIn'),
			last_sync_out: lastSyncBody(fields, 'lastSyncOut'),
		}),
		staged_info: fields.json('stagedInfo'),
	};
}

function lastSyncBody(fields: Parameters, name: string): IDataObject | undefined {
	const [sync] = fields.rows(name);
	if (!sync) return;
	return compact({
		status: sync.option('status'),
		sync_date: sync.date('syncDate'),
		sync_history: plainId(sync, 'syncHistoryId'),
		sync_unit: plainId(sync, 'syncUnitId'),
	});
}
