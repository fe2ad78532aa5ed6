import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { NODES, TRIGGERS } from './catalogue';

/**
 * Declares the test that holds the names of a vendor's nodes, credentials, parameters and options. Saved workflows
 * refer to them: from the first release on nothing may vanish from the snapshot.
 * @param folder the vendor's, below `nodes`
 */
export function itKeepsItsNames(folder: string): void {
	it(`keeps its names: look at the difference, then npx jest -u test/${folder}/names`, () => {
		const own = [...NODES, ...TRIGGERS].filter((entry) => entry.folder === folder);
		const names = own.map(({ node: { description } }) => ({
			node: description.name,
			credentials: description.credentials?.map(({ name }) => name),
			parameters: description.properties.flatMap((property) => namesOf(property)),
		}));
		expect(names).toMatchSnapshot();
	});
}

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
