import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	JsonObject,
	NodeParameterValueType,
} from 'n8n-workflow';

import { formOf } from './assemble';
import { explain, type Explanation } from './explain';
import { Client } from './http';
import { Fault, FormIssue } from './issues';
import { isList, type ApiRequest, type Operation, type Reply, type Resource } from './operation';
import { pages } from './paging';
import { Parameters } from './parameters';
import { inOrder } from './pool';
import { asNumber } from './values';
import type { Vendor } from './vendor';

/** Rows that a filter applied here reads at most while a limit is set. */
const MAX_SEARCHED = 2_000;

/** One item on its way: its request is built before any item's request is sent. */
interface Task {
	itemIndex: number;
	operation: Operation;
	parameters: Parameters;
	request?: ApiRequest;
	failure?: unknown;
	records?: IDataObject[];
}

/**
 * Runs a node: reads and checks every item, then sends the requests with bounded concurrency, and
 * gives the results in the order of the items.
 * @throws NodeOperationError on bad input, NodeApiError on a vendor's or network fault, unless the
 * node is set to continue; both name the item, and what was already done for other items
 */
export async function run(
	context: IExecuteFunctions,
	vendor: Vendor,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const tasks = context
		.getInputData()
		.map((_, itemIndex) => readTask(context, resources, itemIndex));
	const client = await openClient(context, vendor);
	for (const task of tasks) prepare(task, client);

	const goOn = context.continueOnFail();
	const refused = tasks.find((task) => task.failure);
	if (refused && !goOn) throw toNodeError(context, vendor, refused, []);

	let failed = false;
	await inOrder(
		tasks.filter((task) => !task.failure),
		width(tasks[0]),
		async (task) => {
			await perform(task, client);
			failed ||= task.failure !== undefined;
		},
		() => client.cancelled || (failed && !goOn),
	);

	const first = tasks.find((task) => task.failure);
	if (first && !goOn) throw toNodeError(context, vendor, first, tasks);
	addHints(context, client);
	return [tasks.flatMap((task) => toItems(task, vendor))];
}

function readTask(context: IExecuteFunctions, resources: Resource[], itemIndex: number): Task {
	const chosen = (name: string) => String(context.getNodeParameter(name, itemIndex));
	const resource = resources.find(({ value }) => value === chosen('resource'));
	const operation = resource?.operations.find(({ value }) => value === chosen('operation'));
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			'A custom API call is not made with this node',
			{
				itemIndex,
				description:
					"Use n8n's HTTP Request node with 'Predefined Credential Type' and choose the same credential there, or choose an operation here.",
			},
		);
	}
	const parameters = new Parameters({
		properties: formOf(operation),
		timezone: context.getTimezone(),
		get: (name) => context.getNodeParameter(name, itemIndex, undefined) as NodeParameterValueType,
	});
	return { itemIndex, operation, parameters };
}

async function openClient(context: IExecuteFunctions, vendor: Vendor): Promise<Client> {
	try {
		return await Client.open(context, vendor);
	} catch (error) {
		if (!(error instanceof FormIssue)) {
			throw new NodeOperationError(
				context.getNode(),
				error instanceof Error ? error : String(error),
			);
		}
		throw new NodeOperationError(context.getNode(), error.message, { description: error.hint });
	}
}

function prepare(task: Task, client: Client): void {
	try {
		task.request = client.connection.finish(task.operation.request(task.parameters));
		if (isList(task.operation)) task.operation.keep?.(task.parameters);
	} catch (failure) {
		task.failure = failure;
	}
}

async function perform(task: Task, client: Client): Promise<void> {
	try {
		const { operation, parameters } = task;
		const simple = operation.simplify && parameters.boolean('simplify');
		const shape = simple && operation.simplify ? operation.simplify : (row: IDataObject) => row;
		task.records = (await fetchRecords(task, client, shape)) ?? [];
	} catch (failure) {
		task.failure = failure;
	}
}

type Shape = (row: IDataObject) => IDataObject;

async function fetchRecords(task: Task, client: Client, shape: Shape): Promise<IDataObject[]> {
	const { operation, parameters, request } = task;
	if (!request) return [];
	if (!isList(operation)) {
		const reply = await client.send(request, operation.retry);
		return client.expect(operation.records(reply), reply, request, operation.retry).map(shape);
	}
	const wanted = parameters.boolean('returnAll') ? Infinity : (parameters.integer('limit') ?? 50);
	const keep = operation.keep?.(parameters);
	const { paging, retry } = operation;
	const fetch = (page: ApiRequest) => client.send(page, retry);
	const rows = (reply: Reply, page: ApiRequest) =>
		client.expect(operation.rows(reply), reply, page, retry);
	const found: IDataObject[] = [];
	let searched = 0;
	// A local filter leaves a part of each page, so ask for whole pages then.
	const size = keep ? Infinity : wanted;
	const onCeiling = (advice: string) => client.notices.add(advice);
	for await (const page of pages({
		first: request,
		paging,
		wanted: size,
		rows,
		fetch,
		onCeiling,
	})) {
		found.push(...page.filter((row) => !keep || keep(row)).map(shape));
		searched += page.length;
		if (found.length >= wanted) return found.slice(0, wanted);
		if (keep && wanted !== Infinity && searched >= MAX_SEARCHED) {
			client.notices.add(
				`Only the first ${searched} entries were searched for the filters. Switch on 'Return All' to search them all`,
			);
			return found;
		}
	}
	return found;
}

function width(task: Task | undefined): number {
	const chosen = task?.parameters.group('options').integer('requestsAtOnce') ?? 5;
	return Math.min(50, Math.max(1, asNumber(chosen) ?? 5));
}

function toItems(task: Task, vendor: Vendor): INodeExecutionData[] {
	const pairedItem = { item: task.itemIndex };
	if (task.failure === undefined) {
		return (task.records ?? []).map((json) => ({ json, pairedItem }));
	}
	// Without `item.error`: n8n would replace this JSON by the bare message. With these two keys and
	// no others the item still goes to the error branch.
	const { message, description, details } = explain(
		task.failure,
		vendor,
		task.operation,
		task.itemIndex,
	);
	return [{ json: { error: `${message}. ${description}`, details }, pairedItem }];
}

function toNodeError(
	context: IExecuteFunctions,
	vendor: Vendor,
	task: Task,
	tasks: Task[],
): NodeApiError | NodeOperationError {
	const { itemIndex, operation, failure } = task;
	const said = explain(failure, vendor, operation, itemIndex);
	const description = [said.description, alreadyDone(tasks)].filter(Boolean).join(' ');
	const node = context.getNode();
	const error =
		failure instanceof Fault
			? new NodeApiError(node, said.details as JsonObject, { ...said, description, itemIndex })
			: new NodeOperationError(node, said.message, { description, itemIndex });
	return withWords(error, said, description);
}

/** n8n replaces texts in which it finds a system code such as EPERM; ours say more. */
function withWords<E extends Error & { description?: string | null }>(
	error: E,
	{ message }: Explanation,
	description: string,
): E {
	return Object.assign(error, { message, description });
}

/** n8n drops the output of a node that fails, so what was done has to be said in the error. */
function alreadyDone(tasks: Task[]): string {
	const done = tasks.filter((task) => task.records && task.operation.retry !== 'read');
	if (!done.length) return '';
	const named = done.slice(0, 20).map(({ itemIndex, records }) => {
		const id = records?.[0]?.id;
		return id === undefined ? `item ${itemIndex}` : `item ${itemIndex} (ID ${String(id)})`;
	});
	const more = done.length > named.length ? ` and ${done.length - named.length} more` : '';
	return `Already done for: ${named.join(', ')}${more}. Do not run these items again.`;
}

/** Hints are newer than the oldest n8n we run on. */
function addHints(context: IExecuteFunctions, { slowedMs, notices, vendor }: Client): void {
	if (typeof context.addExecutionHints !== 'function') return;
	const slowed =
		slowedMs < 1000
			? []
			: [
					`${vendor.name} limited the rate: requests of this run waited ${Math.round(slowedMs / 1000)} seconds in all`,
				];
	for (const message of [...slowed, ...notices]) {
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}
}
