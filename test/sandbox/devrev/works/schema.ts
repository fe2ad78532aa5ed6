import { don } from '../ids';
import type { EnumValue, FieldDescriptor } from '../types';
import type { WorkType } from './shapes';

const labels = (...names: string[]): EnumValue[] =>
	names.map((label, index) => ({ id: index + 1, label, ordinal: index + 1 }));

const uenum = (name: string, display_name: string, ...names: string[]): FieldDescriptor => ({
	name,
	field_type: 'uenum',
	is_filterable: true,
	ui: { display_name },
	allowed_values: labels(...names),
});

/** The numbered fields of works, as this organization calls their values. */
export const workStockFields: Record<WorkType, FieldDescriptor[]> = {
	issue: [uenum('priority_v2', 'Priority', 'P0', 'P1', 'P2', 'P3', 'Someday')],
	ticket: [
		uenum('sentiment', 'Sentiment', 'Delighted', 'Happy', 'Neutral', 'Unhappy', 'Frustrated'),
	],
};

const own = (name: string, display_name: string): FieldDescriptor => ({
	name,
	field_type: 'tokens',
	is_filterable: true,
	ui: { display_name },
});

export const workSubtypes = [
	{
		value: 'bug',
		display_name: 'Bug',
		leaf_type: 'issue',
		fragment_id: don('custom_type_fragment', 8),
	},
	{
		value: 'complaint',
		display_name: 'Complaint',
		leaf_type: 'ticket',
		fragment_id: don('custom_type_fragment', 9),
	},
];

export const workSubtypeFields: Array<[string, FieldDescriptor[]]> = [
	['bug', [own('ctype__found_in', 'Found in')]],
	['complaint', [own('ctype__order', 'Order')]],
];

export const sprintPlan = ['Week 14', 'Week 15'].map((name, index) => ({
	id: `${don('vista', 2)}:vista_group_item/${index + 1}`,
	name,
	type: 'curated',
	state: index ? 'planned' : 'active',
}));
