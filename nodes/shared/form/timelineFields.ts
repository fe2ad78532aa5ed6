import type { INodeProperties } from 'n8n-workflow';

import { choice, returnAllAndLimit, simplify } from './fields';

export const MARKDOWN = 'markdown';

const forItems = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { ...property.displayOptions?.show, output: ['items'] } },
});

/** What every "Get Timeline" offers, besides the incident. Read it with `timelinePlan`. */
export const timelineFields: INodeProperties[] = [
	choice({
		displayName: 'Output',
		name: 'output',
		default: 'items',
		description: 'Whether to put out an item for each entry, or one document of all of them',
		options: [
			{
				name: 'Items',
				value: 'items',
				description: 'One item for each entry, newest first',
			},
			{
				name: 'Markdown',
				value: MARKDOWN,
				description:
					'One item with the whole timeline as a document, oldest first, for a post-mortem draft',
			},
		],
	}),
	...returnAllAndLimit.map(forItems),
	forItems(simplify),
];
