import { toMap } from '../../core/values';
import { don } from '../ids';
import type { DevUser } from '../types';
import type { LinkStore, Work } from './types';

const PLAN: Array<[Work['type'], string, number, string]> = [
	['issue', 'ISS', 7, 'Gateway drops connections'],
	['issue', 'ISS', 8, 'Cache grows without end'],
	['ticket', 'TKT', 3, 'Kann nicht bezahlen'],
	['task', 'TASK', 5, 'Call the provider'],
	['opportunity', 'OPP', 2, 'Velo Zürich renewal'],
];

export function seedLinking(owner: DevUser): LinkStore {
	const type = (number: number, name: string, is_deprecated: boolean) => ({
		id: don('custom_link_type', number),
		name,
		forward_name: name.toLowerCase(),
		source_types: [{ leaf_type: 'incident' }],
		target_types: [{ leaf_type: 'issue' }, { leaf_type: 'ticket' }],
		is_deprecated,
	});
	return {
		works: toMap(
			PLAN.map(([kind, prefix, number, title]) => ({
				id: don(kind, number),
				display_id: `${prefix}-${number}`,
				type: kind,
				title,
				owned_by: [owner],
			})),
		),
		conversations: toMap([
			{
				id: don('conversation', 4),
				display_id: 'CONV-4',
				title: 'Is the shop down?',
				members: [owner],
			},
		]),
		customTypes: toMap([type(1, 'Was Caused By', false), type(2, 'Old Relation', true)]),
		links: [],
		nextLink: 0,
	};
}
