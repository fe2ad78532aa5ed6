import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { explain } from '../ground/explain';
import type { Client } from '../wire/client';
import { nodeError } from '../ground/nodeError';
import type { Task } from './task';
import { asObject, asText } from '../ground/values';
import type { Vendor } from '../wire/vendor';

/**
 * What an item puts out: its records, or what n8n takes for a failed item: `error`, the whole text,
 * and `details`, which n8n drops where the node also has Retry On Fail.
 */
export function toItems(
	context: IExecuteFunctions,
	vendor: Vendor,
	task: Task,
): INodeExecutionData[] {
	const pairedItem = { item: task.itemIndex };
	if (task.failure === undefined) {
		return (task.records ?? []).map((json) => ({ json, pairedItem }));
	}
	const said = explain(task.failure, vendor, task.operation, task.itemIndex, task.part);
	const text = `${said.message}. ${said.description}`;
	const json = { error: text, details: said.details };
	const { onError, retryOnFail } = context.getNode();
	if (!retryOnFail && onError !== 'continueErrorOutput') return [{ json, pairedItem }];
	const error = Object.assign(toNodeError(context, vendor, task, []), { message: text });
	// n8n runs the whole node again when the first item has a key "error", and what was created for
	// the others would be created twice. In this form it does not; it makes the JSON itself.
	if (retryOnFail) return [{ json: {}, error, pairedItem }];
	// n8n before 2.35.5 takes this JSON for a success, unless the item has an error; but then every
	// n8n replaces the JSON by the bare message. So the item has one that n8n sees when it chooses
	// the branch, and leaves behind when it copies the item there together with its input.
	return [
		Object.defineProperty({ json, pairedItem }, 'error', { value: error, enumerable: false }),
	];
}

/**
 * The failure of the whole node, which names the item.
 * @param tasks all items of the run, to say which are done already
 */
export function toNodeError(
	context: IExecuteFunctions,
	vendor: Vendor,
	task: Task,
	tasks: Task[],
): NodeApiError | NodeOperationError {
	const { itemIndex, operation, failure, part } = task;
	const said = explain(failure, vendor, operation, itemIndex, part);
	const description = [said.description, alreadyDone(tasks)].filter(Boolean).join(' ');
	return nodeError(context.getNode(), failure, { ...said, description }, itemIndex);
}

/** n8n drops the output of a node that fails, so what was done has to be said in the error. */
function alreadyDone(tasks: Task[]): string {
	const done = tasks.filter(
		({ records, operation, isPreview }) => records && operation.retry !== 'read' && !isPreview,
	);
	if (!done.length) return '';
	const named = done.slice(0, 20).map(({ itemIndex, part, records }) => {
		const id = idOf(records?.[0]);
		const name = [`item ${itemIndex}`, part].filter(Boolean).join(' ');
		return id === undefined ? name : `${name} (ID ${id})`;
	});
	const more = done.length > named.length ? ` and ${done.length - named.length} more` : '';
	return `Already done, counted from 0: ${named.join(', ')}${more}. Do not run these items again.`;
}

/** The ID of a record, or of the incident that it tells of. */
function idOf(record: IDataObject = {}): string | undefined {
	return asText(record.id ?? asObject(record.incident).id);
}

/** Tells the user about a run that succeeded. Hints are newer than the oldest n8n we run on. */
export function addHints(
	context: IExecuteFunctions,
	{ slowedMs, notices, vendor }: Client,
	remarks: string[],
): void {
	if (typeof context.addExecutionHints !== 'function') return;
	const slowed =
		slowedMs < 1000
			? []
			: [
					`${vendor.name} limited the rate: this run was held back for ${Math.round(slowedMs / 1000)} s`,
				];
	for (const message of [...slowed, ...notices, ...remarks]) {
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}
}
