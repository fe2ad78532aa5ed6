import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData, NodeConnectionTypes, UnexpectedError } from 'n8n-workflow';
import type {
	ICredentialsDecrypted,
	ICredentialType,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

import type { CredentialStore } from './credentials';
import { additionalDataFor, workflowOf } from './engine';

/**
 * Sends a credential's test request as n8n does: through a node made of that request.
 * @throws what n8n would show as the failure of the test
 */
export async function sendTestRequest(
	credential: ICredentialType,
	credentials: CredentialStore,
): Promise<INodeExecutionData[][] | null | undefined> {
	const node = nodeFor(credential);
	const workflow = workflowOf({ node, parameters: {}, credentials });
	const target = workflow.getNode('Target');
	if (!target) throw new UnexpectedError('The workflow has no target');
	const context = new ExecuteContext(
		workflow,
		target,
		additionalDataFor(credentials),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node: target, data: {}, source: null },
		[],
	);
	const data = credentials[credential.name] as ICredentialsDecrypted['data'];
	const decrypted = { id: '1', name: credential.name, type: credential.name, data };
	return await new RoutingNode(context, node, decrypted).runNode();
}

function nodeFor({ name, test }: ICredentialType): INodeType {
	return {
		description: {
			displayName: 'Target',
			name: 'target',
			group: ['transform'],
			version: 1,
			description: 'Sends the test request',
			defaults: { name: 'Target' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: test?.request },
				},
			],
		},
	};
}
