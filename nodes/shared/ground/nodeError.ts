import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

import { explainOpen, type Asked, type Explanation } from './explain';
import { Fault } from './failures';

/** Why a run could not begin, as n8n shows it: the credential cannot work, or cannot be read. */
export function openError(
	node: INode,
	vendor: Asked,
	failure: unknown,
): NodeApiError | NodeOperationError {
	return nodeError(node, failure, explainOpen(failure, vendor));
}

/** A failure as n8n shows it. */
export function nodeError(
	node: INode,
	failure: unknown,
	said: Explanation,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	const { message, description } = said;
	const error =
		failure instanceof Fault
			? new NodeApiError(node, said.details as JsonObject, { ...said, itemIndex })
			: new NodeOperationError(node, message, { description, itemIndex });
	// n8n replaces texts in which it finds a system code such as EPERM; ours say more.
	return Object.assign(error, { message, description });
}
