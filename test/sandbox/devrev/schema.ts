import type { CompositeSchema, EnumValue, FieldDescriptor, FieldType } from './types';

function labels(...names: string[]): EnumValue[] {
	return names.map((label, index) => ({ id: index + 1, label, ordinal: index + 1 }));
}

function field(
	name: string,
	field_type: FieldType,
	display_name: string,
	more: Partial<FieldDescriptor> = {},
): FieldDescriptor {
	return { name, field_type, is_filterable: true, ui: { display_name }, ...more };
}

const severities: EnumValue[] = [
	...labels('sev-0', 'sev-1', 'sev-2', 'sev-3'),
	{ id: 5, label: 'sev-4', ordinal: 5, is_deprecated: true },
];

export const stockFields: FieldDescriptor[] = [
	field('title', 'text', 'Title', { is_required: true }),
	field('body', 'rich_text', 'Description', { is_filterable: false }),
	field('severity', 'uenum', 'Severity', { allowed_values: severities }),
	field('reported_by', 'uenum', 'Reported by', {
		allowed_values: labels('Customer', 'Internal Users', 'System'),
	}),
	field('source', 'uenum', 'Source', { allowed_values: labels('Manual', 'Monitoring', 'Import') }),
	field('impact', 'composite', 'Impact', { composite_type: 'impacted_customer_details' }),
	field('owned_by', 'array', 'Owner', { base_type: 'id', id_type: ['devu'] }),
	field('identified_date', 'timestamp', 'Identified'),
	field('target_close_date', 'timestamp', 'Target close date'),
];

export const stockComposites: CompositeSchema[] = [
	{
		name: 'impacted_customer_details',
		fields: [
			field('count', 'uenum', 'Impacted customers', {
				allowed_values: labels('None', '1 to 10', '11 to 100', 'More than 100'),
			}),
			field('customer_ids', 'array', 'Customers', { base_type: 'id', id_type: ['account'] }),
		],
	},
];

export const tenantFields: FieldDescriptor[] = [
	field('tnt__runbook', 'tokens', 'Runbook'),
	field('tnt__summary', 'rich_text', 'Executive summary', { is_filterable: false }),
	field('tnt__notes', 'text', 'Notes', { is_filterable: false }),
	field('tnt__affected_orders', 'int', 'Affected orders'),
	field('tnt__lost_revenue', 'double', 'Lost revenue'),
	field('tnt__customer_facing', 'bool', 'Customer facing', { is_required: true }),
	field('tnt__channel', 'enum', 'Channel', { allowed_values: ['web', 'app', 'store'] }),
	field('tnt__root_cause', 'uenum', 'Root cause', {
		allowed_values: labels('Change', 'Capacity', 'Vendor'),
	}),
	field('tnt__detected_at', 'timestamp', 'Detected at'),
	field('tnt__review_on', 'date', 'Review on'),
	field('tnt__reviewer', 'id', 'Reviewer', { id_type: ['devu'] }),
	field('tnt__regions', 'array', 'Regions', {
		base_type: 'enum',
		allowed_values: ['eu', 'us', 'asia'],
	}),
];

export const securityFields: FieldDescriptor[] = [
	field('ctype__data_leaked', 'bool', 'Data leaked'),
	field('ctype__reported_to', 'tokens', 'Reported to'),
];
