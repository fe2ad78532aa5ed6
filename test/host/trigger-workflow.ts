import type { IDataObject } from 'n8n-workflow';

import { name as PACKAGE } from '../../package.json';

export { PACKAGE };

export interface TriggerWorkflow {
	/** Name of the node type. */
	type: string;
	parameters: IDataObject;
	credential?: { id: string; name: string; type: string };
	/** Told of each run that goes past the trigger. */
	countUrl: string;
	name?: string;
}

/** A workflow of a trigger and a request to the counter. */
export function triggerWorkflow({
	type,
	parameters,
	credential,
	countUrl,
	name = 'Trigger',
}: TriggerWorkflow) {
	return {
		name: `Test ${type}`,
		nodes: [
			{
				name,
				type: `${PACKAGE}.${type}`,
				parameters,
				credentials: credential ? { [credential.type]: credential } : {},
			},
			{
				name: 'Count',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					method: 'POST',
					url: countUrl,
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '={{ JSON.stringify($json) }}',
					options: {},
				},
			},
		],
		connections: { [name]: { main: [[{ node: 'Count', type: 'main', index: 0 }]] } },
	};
}
