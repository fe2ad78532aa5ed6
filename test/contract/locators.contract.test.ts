import type { INodeProperties } from 'n8n-workflow';

import { NODES } from '../support/catalogue';

const rulesOf = ({ modes = [] }: INodeProperties) =>
	JSON.stringify(modes.map((mode) => mode.validation));

/**
 * n8n holds the fields of a collection against the values beside it, shown or not: a locator in there makes its
 * rule count for every field of its name in the node.
 */
it.each(NODES.map(({ folder, node }) => [folder, node.description.properties] as const))(
	'%s: a locator in a collection takes what the field of its name beside it takes',
	(_, properties) => {
		const inCollections = properties
			.filter(({ type }) => type === 'collection')
			.flatMap(({ options = [] }) => options as INodeProperties[])
			.filter(({ type }) => type === 'resourceLocator');
		const clashes = properties
			.filter(({ type }) => type === 'resourceLocator')
			.flatMap((field) =>
				inCollections.some(
					(inner) => inner.name === field.name && rulesOf(inner) !== rulesOf(field),
				)
					? [`${field.name}: give one of them another name`]
					: [],
			);
		expect([...new Set(clashes)]).toEqual([]);
	},
);
