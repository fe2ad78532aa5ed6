import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { isList } from '../../nodes/shared/operation';
import { NODES, OPERATIONS } from '../support/catalogue';
import { exists, textOf } from '../support/files';

const fileOf = (value: string) => (value === 'getAll' ? 'getMany' : value);

describe.each(
	OPERATIONS.map((entry) => [`${entry.folder} ${entry.operation.action}`, entry] as const),
)('%s', (_, { folder, resource, operation, node }) => {
	const path = `${folder}/${resource.value}/${fileOf(operation.value)}`;

	it('has a file where its menu label says', () => expect(exists(`nodes/${path}.ts`)).toBe(true));

	it('has an engine test', () => expect(exists(`test/${path}.engine.test.ts`)).toBe(true));

	it('is a row of the operations table in the README', () => {
		const row = new RegExp(
			`^\\| ${node.description.displayName} \\| ${resource.name} \\| ${operation.name} \\|`,
			'm',
		);
		expect(textOf('README.md')).toMatch(row);
	});

	it('declares Simplify when it can, and only then', () =>
		expect(operation.properties.some(({ name }) => name === 'simplify')).toBe(
			operation.simplify !== undefined,
		));

	it('declares Return All and Limit when it is a list, and only then', () => {
		const names = operation.properties.map(({ name }) => name);
		expect(names.includes('returnAll') && names.includes('limit')).toBe(isList(operation));
	});

	it('says what to look at when it is a create', () =>
		expect(operation.checkAfterUnknown !== undefined).toBe(operation.value === 'create'));
});

it('keeps its names', () => {
	const names = NODES.map(({ node }) => ({
		node: node.description.name,
		credentials: node.description.credentials?.map(({ name }) => name),
		parameters: node.description.properties.flatMap((property) => namesOf(property)),
	}));
	expect(names).toMatchSnapshot();
});

/** `resource[incident].operation[create].additionalFields.urgency`, and options by value. */
function namesOf(property: INodeProperties): string[] {
	const { resource = [], operation = [] } = property.displayOptions?.show ?? {};
	const place = [...resource, ...operation].join('/');
	const own = `${place}${place && ':'}${property.name}`;
	if (property.type === 'options' || property.type === 'multiOptions') {
		const values = ((property.options ?? []) as INodePropertyOptions[]).map(({ value }) => value);
		return [`${own}(${values.join('|')})`];
	}
	const inner = (
		(property.options ?? []) as Array<INodeProperties & { values?: INodeProperties[] }>
	)
		.flatMap((option) => (option.values ?? [option]).flatMap(namesOf))
		.map((name) => `${own}.${name}`);
	return [own, ...inner];
}
