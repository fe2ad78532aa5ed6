import { idOf, named } from './named';
import type { CustomField, Workflow } from './types';

/** Custom fields of the base type, and one of another type. */
export function seedFields(at: number): CustomField[] {
	const created_at = new Date(at).toISOString();
	const times = { created_at, updated_at: created_at };
	const field = (
		name: string,
		data_type: CustomField['data_type'],
		field_type: CustomField['field_type'],
		values: Array<string | number> = [],
		more: Partial<CustomField> = {},
	): CustomField => ({
		id: idOf('field', name),
		type: 'field',
		name,
		summary: name,
		self: `https://api.pagerduty.example/incidents/custom_fields/${idOf('field', name)}`,
		...times,
		display_name: name.replace(/_/g, ' ').replace(/^./, (letter) => letter.toUpperCase()),
		description: null,
		data_type,
		field_type,
		default_value: null,
		enabled: true,
		incident_type: 'incident_default',
		field_options: values.map((value) => ({
			id: idOf('option', `${name} ${value}`),
			type: 'field_option',
			data: { data_type, value },
			...times,
		})),
		...more,
	});
	return [
		field('environment', 'string', 'single_value_fixed', ['production', 'staging']),
		field('customers_hit', 'integer', 'single_value'),
		field('loss_per_hour', 'float', 'single_value'),
		field('public', 'boolean', 'single_value'),
		field('began_at', 'datetime', 'single_value'),
		field('runbook', 'url', 'single_value'),
		field('summary', 'string', 'single_value'),
		field('regions', 'string', 'multi_value_fixed', ['eu', 'us', 'ap']),
		field('labels', 'string', 'multi_value'),
		field('old_field', 'string', 'single_value', [], { enabled: false }),
		field('war_room', 'string', 'single_value', [], { incident_type: 'major_incident' }),
	];
}

export function seedWorkflows(at: number): Workflow[] {
	return ['Open War Room', 'Störung melden'].map((name) => ({
		...named('incident_workflow', name),
		description: `How we go about: ${name}`,
		created_at: new Date(at).toISOString(),
	}));
}
