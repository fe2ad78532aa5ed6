import { NodeConnectionTypes } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { CREDENTIALS } from './catalogue';

/** What the older helper takes. */
export type OlderOptions = Parameters<IExecuteFunctions['helpers']['requestWithAuthentication']>[1];

/** A node that may use any credential, as HTTP Request does with 'Predefined Credential Type'. */
export function anyNode(send: (context: IExecuteFunctions) => Promise<unknown>): INodeType {
	return {
		description: {
			displayName: 'HTTP Request',
			name: 'httpRequest',
			group: ['output'],
			version: 1,
			description: 'Stands for the node of n8n',
			defaults: { name: 'HTTP Request' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: CREDENTIALS.map(({ name }) => ({ name })),
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [[{ json: (await send(this)) as IDataObject }]];
		},
	};
}
