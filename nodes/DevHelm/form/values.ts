import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { listed, shown, textOf } from '../../shared/form/given';
import type { Parameters } from '../../shared/form/parameters';
import { asNumber } from '../../shared/ground/values';

/** A number field. Read it with `wholeWithin` or `numberWithin`. */
export function number(
	own: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & { default: number },
): INodeProperties {
	return { ...own, type: 'number' };
}

/**
 * A whole number within what DevHelm documents.
 * @throws FormIssue outside of it
 */
export function wholeWithin(
	fields: Parameters,
	name: string,
	least: number,
	most = Infinity,
): number | undefined {
	return within(fields, name, fields.integer(name), least, most);
}

/**
 * Any number within what DevHelm documents.
 * @throws FormIssue outside of it
 */
export function numberWithin(
	fields: Parameters,
	name: string,
	least: number,
	most: number,
): number | undefined {
	const given = fields.raw(name);
	if (given === undefined) return;
	const value = asNumber(given);
	if (value !== undefined) return within(fields, name, value, least, most);
	return fields.refuse(name, `must be a number, not ${shown(given)}`, 'Type digits only');
}

function within(
	fields: Parameters,
	name: string,
	value: number | undefined,
	least: number,
	most: number,
): number | undefined {
	if (value === undefined || (value >= least && value <= most)) return value;
	const range = most === Infinity ? `${least} or more` : `${least} to ${most}`;
	return fields.refuse(name, `cannot be ${value}`, `Use ${range}`);
}

/** The texts between the commas of one, of a list, or of a list written as JSON. */
export function textsOf(fields: Parameters, name: string): string[] {
	return listed(fields.raw(name)).map((entry) => {
		const text = textOf(entry);
		if (text !== undefined) return text;
		const hint = 'Type texts with commas between them, or give a list of texts';
		return fields.refuse(name, 'must be a list of texts', hint);
	});
}

/** Rows of a name and a value. Read them with `pairsOf`. */
export function pairs(
	own: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & { row: string },
): INodeProperties {
	const { row, ...rest } = own;
	return {
		...rest,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${row}` },
		placeholder: `Add ${row}`,
		default: {},
		options: [
			{
				displayName: row,
				name: 'values',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						description: 'What it is called',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'What it is set to; it may be empty',
					},
				],
			},
		],
	};
}

/**
 * The rows as an object.
 * @throws FormIssue for a row without a name, or a name that stands in two
 */
export function pairsOf(fields: Parameters, name: string): IDataObject {
	const found: IDataObject = {};
	for (const row of fields.rows(name)) {
		const key = row.text('name') ?? row.refuse('name', 'is empty', 'Fill it in, or remove the row');
		if (key in found) row.refuse('name', `is there twice: ${shown(key)}`, 'Keep one of the rows');
		found[key] = row.text('value') ?? '';
	}
	return found;
}
