import type { FieldType, IDataObject, ResourceMapperField } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';

/** The incident type that every account has. */
export const BASE_TYPE = 'incident_default';

/** The kinds of a form for PagerDuty's `data_type`. docs/facts/pagerduty.md#custom-fields. */
const KINDS: { [dataType: string]: FieldType } = {
	boolean: 'boolean',
	integer: 'number',
	float: 'number',
	string: 'string',
	datetime: 'dateTime',
	url: 'string',
};

/** A custom field as a field of a form, by the name that requests take; undefined when disabled. */
export function customField(row: IDataObject): ResourceMapperField | undefined {
	const name = asText(row.name);
	if (name === undefined || row.enabled === false) return;
	const kind = asText(row.field_type) ?? 'single_value';
	const isMultiple = kind.startsWith('multi_value');
	const options = optionsOf(row);
	const isFixed = !isMultiple && kind.endsWith('_fixed') && options.length > 0;
	return {
		id: name,
		displayName: label(row, name, isMultiple),
		type: isMultiple ? 'array' : isFixed ? 'options' : KINDS[asText(row.data_type) ?? ''],
		...(isFixed ? { options } : {}),
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
	};
}

function optionsOf({ field_options }: IDataObject) {
	return asRows(field_options).flatMap((option) => {
		const { value } = asObject(option.data);
		const isValue = typeof value === 'string' || typeof value === 'number';
		return isValue ? [{ name: String(value), value }] : [];
	});
}

/** A list has no menu in n8n's form, so its values stand in the label. */
function label(row: IDataObject, name: string, isMultiple: boolean): string {
	const shown = asText(row.display_name) ?? name;
	const values = optionsOf(row).map((option) => option.name);
	return isMultiple && values.length ? `${shown} (list of: ${values.join(', ')})` : shown;
}
