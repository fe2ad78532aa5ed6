import type { INodeProperties } from 'n8n-workflow';

import { LOOK_AT_EXPRESSION } from '../../shared/form/form';
import { shown } from '../../shared/form/given';
import type { Parameters } from '../../shared/form/parameters';
import type { Query } from '../../shared/wire/request';

/** For what the API's lists and reads know and the form does not. */
export const extraQueryParameters: INodeProperties = {
	displayName: 'Extra Query Parameters',
	name: 'extraQueryParameters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Parameter' },
	placeholder: 'Add Parameter',
	default: {},
	description:
		'Parameters of the API that this form does not have, such as "fields". They win over parameters of the same name.',
	options: [
		{
			displayName: 'Parameter',
			name: 'values',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. ordering',
					description: 'The name as it stands in the address',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. -happened_at',
					description: 'The value, unencoded; an empty one is not sent',
				},
			],
		},
	],
};

/** The extra parameters; a name that comes twice is sent twice. */
export function extraQuery(options: Parameters): Query {
	const isIgnored = options.declares('ignoreEmptyFilters') && options.boolean('ignoreEmptyFilters');
	const query: { [name: string]: string[] } = {};
	for (const row of options.rows('extraQueryParameters')) {
		const name = row.text('name');
		const value = row.text('value');
		if (name && value) query[name] = [...(query[name] ?? []), value];
		if (!name && value) row.refuse('name', 'is empty', 'Fill it in, or remove the parameter');
		if (name && !value && row.isMeant('value') && !isIgnored) {
			row.refuse(
				'value',
				`of the parameter ${shown(name)} is empty`,
				`It may be a filter, and without it everything would pass. ${LOOK_AT_EXPRESSION}, remove the parameter, or switch on 'Ignore Empty Filters'`,
			);
		}
	}
	return query;
}

/**
 * The query of a read whose record is made of certain fields: without `fields`, Bleemeo may leave
 * some out, and with it leaves out all others. docs/facts/bleemeo.md#selecting-fields.
 */
export function readQuery(parameters: Parameters, fields: string): Query {
	return {
		fields: parameters.boolean('simplify') ? fields : undefined,
		...extraQuery(parameters.group('options')),
	};
}
