import type { INodeProperties } from 'n8n-workflow';

import { choice, simplify } from './fields';

export const FAIL = 'fail';

type Own = Pick<INodeProperties, 'displayName' | 'description' | 'placeholder'>;

/** The reference of every "Find by Reference", and what to find by it. Read them with `referencePlan`. */
export function referenceFields(own: Own, resolved = 'resolved'): INodeProperties[] {
	return [
		{ ...own, name: 'reference', type: 'string', required: true, default: '' },
		{
			displayName: 'Include Resolved',
			name: 'includeResolved',
			type: 'boolean',
			default: false,
			description: `Whether to find those that are ${resolved} as well. Off: only those that are open.`,
		},
		choice({
			displayName: 'When Nothing Is Found',
			name: 'whenNothingFound',
			default: 'noItem',
			description: 'What the item does when nothing has the reference',
			options: [
				{ name: 'Fail', value: FAIL, description: 'The item fails, and says what was looked for' },
				{ name: 'No Item', value: 'noItem', description: 'Nothing is put out for the item' },
			],
		}),
		simplify,
	];
}
