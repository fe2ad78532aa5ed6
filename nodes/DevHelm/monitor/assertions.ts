import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { numberWithin, textsOf, wholeWithin } from '../form/values';
import { assertionKinds, type AssertionKind } from './assertionKinds';
import { recordTypes } from './configMembers';

/** Shown for the kinds that have such a member only. */
const shownFor = (has: (kind: AssertionKind) => boolean): INodeProperties['displayOptions'] => ({
	show: { assertion: assertionKinds.filter(has).map(({ value }) => value) },
});
const shownWith = (name: NonNullable<AssertionKind['also']>[number]) =>
	shownFor(({ also }) => also?.includes(name) === true);

/** What has to hold for a check to pass. */
export const assertions: INodeProperties = {
	displayName: 'Assertions',
	name: 'assertions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Assertion' },
	placeholder: 'Add Assertion',
	default: {},
	description: 'What has to hold for a check to pass, for monitors of the type in its name',
	options: [
		{
			displayName: 'Assertion',
			name: 'values',
			values: [
				choice({
					displayName: 'Assertion',
					name: 'assertion',
					default: 'status_code',
					description: 'What is looked at',
					options: [...assertionKinds]
						.sort((one, other) => one.name.toLowerCase().localeCompare(other.name.toLowerCase()))
						.map(({ name, value, description }) => ({ name, value, description })),
				}),
				{
					displayName: 'Header Name',
					name: 'headerName',
					type: 'string',
					default: '',
					placeholder: 'e.g. Cache-Control',
					description: 'The header that is looked at',
					displayOptions: shownWith('headerName'),
				},
				{
					displayName: 'IP Addresses',
					name: 'ips',
					type: 'string',
					default: '',
					placeholder: 'e.g. 192.0.2.1,192.0.2.2',
					description: 'The addresses of which one has to be found, with commas between them',
					displayOptions: shownWith('ips'),
				},
				{
					displayName: 'JSON Path',
					name: 'path',
					type: 'string',
					default: '',
					placeholder: 'e.g. $.status',
					description: 'Where the value stands',
					displayOptions: shownWith('path'),
				},
				{
					...choice({
						displayName: 'Record Type',
						name: 'recordType',
						default: 'A',
						description: 'The records that are looked at',
						options: recordTypes,
					}),
					displayOptions: shownWith('recordType'),
				},
				{
					...choice({
						displayName: 'Operator',
						name: 'operator',
						default: 'equals',
						description: 'How it is compared with the value',
						options: [
							{ name: 'Contains', value: 'contains' },
							{ name: 'Equals', value: 'equals' },
							{ name: 'Greater Than', value: 'greater_than' },
							{ name: 'In Range', value: 'range' },
							{ name: 'Less Than', value: 'less_than' },
							{ name: 'Matches', value: 'matches' },
						],
					}),
					displayOptions: shownWith('operator'),
				},
				{
					displayName: 'Threshold',
					name: 'threshold',
					type: 'number',
					// A number would be sent for an assertion that it is not meant for.
					default: '',
					placeholder: 'e.g. 1000',
					description: 'The number; what it counts stands below the name of the assertion',
					displayOptions: shownFor(({ threshold }) => threshold !== undefined),
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2xx',
					description: 'What is expected; what it means stands below the name of the assertion',
					displayOptions: shownFor(({ text }) => text !== undefined),
				},
				choice({
					displayName: 'Severity',
					name: 'severity',
					default: 'fail',
					description: 'What it means when it does not hold',
					options: [
						{ name: 'Fail', value: 'fail', description: 'The check has failed' },
						{ name: 'Warn', value: 'warn', description: 'The check has passed with a warning' },
					],
				}),
			],
		},
	],
};

/**
 * The rows as a request has them.
 * @throws FormIssue for a row that is not whole
 */
export function assertionsOf(fields: Parameters): IDataObject[] {
	return fields.rows('assertions').map((row) => {
		const chosen = filled(row, 'assertion', row.option<string>('assertion'));
		const kind = assertionKinds.find(({ value }) => value === chosen);
		const config = kind ? configOf(row, kind) : {};
		return {
			config: { type: chosen, ...config },
			severity: row.option<string>('severity') ?? 'fail',
		};
	});
}

function configOf(row: Parameters, kind: AssertionKind): IDataObject {
	const { text, threshold, also = [], range = [0, Infinity], isDecimal } = kind;
	const read = isDecimal ? numberWithin : wholeWithin;
	return {
		...Object.fromEntries(also.map((name) => [name, memberOf(row, name)])),
		...(text ? { [text]: filled(row, 'value', row.text('value')) } : {}),
		...(threshold
			? { [threshold]: filled(row, 'threshold', read(row, 'threshold', ...range)) }
			: {}),
	};
}

function memberOf(row: Parameters, name: string): string | string[] {
	if (name === 'ips') {
		const addresses = textsOf(row, name);
		return filled(row, name, addresses.length ? addresses : undefined);
	}
	const isChoice = name === 'operator' || name === 'recordType';
	return filled(row, name, isChoice ? row.option<string>(name) : row.text(name));
}

function filled<Value>(row: Parameters, name: string, value: Value | undefined): Value {
	return value ?? row.refuse(name, 'is empty', "Fill in each row of 'Assertions', or remove it");
}
