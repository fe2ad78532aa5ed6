import { LoadOptionsContext } from 'n8n-core';
import { UnexpectedError } from 'n8n-workflow';
import type {
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { CredentialStore } from './credentials';
import { additionalDataFor, workflowOf } from './engine';

export interface LookupCall {
	node: INodeType;
	credentials: CredentialStore;
	/** What is chosen in the form so far. */
	parameters?: INodeParameters;
}

/** Asks a list search of the node as the editor does. */
export async function searchList(
	call: LookupCall,
	method: string,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = call.node.methods?.listSearch?.[method];
	if (!search) throw new UnexpectedError(`The node has no list search ${method}`);
	return await search.call(contextOf(call), filter, paginationToken);
}

/** Asks for the entries of an option list as the editor does. */
export async function loadList(call: LookupCall, method: string): Promise<INodePropertyOptions[]> {
	const load = call.node.methods?.loadOptions?.[method];
	if (!load) throw new UnexpectedError(`The node has no option list ${method}`);
	return await load.call(contextOf(call));
}

/** Asks which fields a resource mapper of the node offers, as the editor does. */
export async function mapFields(call: LookupCall, method: string): Promise<ResourceMapperFields> {
	const map = call.node.methods?.resourceMapping?.[method];
	if (!map) throw new UnexpectedError(`The node has no resource mapping ${method}`);
	return await map.call(contextOf(call));
}

function contextOf({ node, credentials, parameters = {} }: LookupCall): LoadOptionsContext {
	const workflow = workflowOf({ node, credentials, parameters });
	const target = workflow.getNode('Target');
	if (!target) throw new UnexpectedError('The workflow has no target');
	// The editor sends the whole form, with what is preselected in it.
	const currentNodeParameters = { ...target.parameters, ...parameters };
	const additionalData = { ...additionalDataFor(credentials), currentNodeParameters };
	return new LoadOptionsContext(workflow, target, additionalData, '');
}
