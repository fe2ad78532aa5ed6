import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, JsonObject } from 'n8n-workflow';

import { formOf } from './assemble';
import { createOnce, planCreate, type CreatePlan } from './create';
import { explain, type Explanation } from './explain';
import { Client } from './http';
import { Fault, FormIssue } from './issues';
import { planList, readList, type ListPlan } from './list';
import {
	isCreate,
	isList,
	type ApiRequest,
	type Operation,
	type Reply,
	type Resource,
} from './operation';
import { Parameters } from './parameters';
import { inOrder } from './pool';
import type { Vendor } from './vendor';

/** Items worked on at the same time; the gate lets through as many requests as the vendor allows. */
const MOST_AT_ONCE = 50;

/** One item on its way: its request is built before any item's request is sent. */
interface Task {
	itemIndex: number;
	operation: Operation;
	parameters: Parameters;
	request?: ApiRequest;
	list?: ListPlan;
	shape?: (row: IDataObject) => IDataObject;
	create?: CreatePlan;
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
	const runIdentity = identityOf(context);
	const valuesOf = valueReader(context);
	const tasks = context
		.getInputData()
		.map((_, itemIndex) =>
			readTask(context, resources, itemIndex, valuesOf(itemIndex), runIdentity),
		);
	const fixed = fixedWidth(tasks);
	const client = await openClient(context, vendor, fixed !== undefined);
	for (const task of tasks) prepare(task, client);

	const goOn = context.continueOnFail();
	const refused = tasks.find((task) => task.failure);
	if (refused && !goOn) throw toNodeError(context, vendor, refused, []);

	let failed = false;
	await inOrder(
		tasks.filter((task) => !task.failure),
		fixed ?? MOST_AT_ONCE,
		async (task) => {
			await perform(task, client);
			failed ||= task.failure !== undefined;
		},
		() => client.cancelled || (failed && !goOn),
	);

	const first = tasks.find((task) => task.failure);
	if (first && !goOn) throw toNodeError(context, vendor, first, tasks);
	addHints(context, client);
	return [tasks.flatMap((task) => toItems(context, vendor, task))];
}

function readTask(
	context: IExecuteFunctions,
	resources: Resource[],
	itemIndex: number,
	read: (name: string) => unknown,
	runIdentity: string,
): Task {
	const [chosenResource, chosenOperation] = [read('resource'), read('operation')];
	const resource = resources.find(({ value }) => value === chosenResource);
	const operation = resource?.operations.find(({ value }) => value === chosenOperation);
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
		identity: `${runIdentity} ${itemIndex}`,
		get: read,
	});
	return { itemIndex, operation, parameters };
}

/**
 * Readers of the parameters' values, one for each item. Working them out is what costs most here, so
 * it is done once for an item, and once for the run where no expression can give items their own.
 */
function valueReader(context: IExecuteFunctions): (itemIndex: number) => (name: string) => unknown {
	const { parameters } = context.getNode();
	const constant = new Map<string, boolean>();
	const isConstant = (name: string) =>
		constant.get(name) ?? constant.set(name, !hasExpression(parameters[name])).get(name) === true;
	const ofAll = new Map<string, unknown>();
	return (itemIndex) => {
		const ofOne = new Map<string, unknown>();
		return (name) => {
			const known = isConstant(name) ? ofAll : ofOne;
			if (!known.has(name)) known.set(name, context.getNodeParameter(name, itemIndex, undefined));
			return known.get(name);
		};
	};
}

/** True when a stored value, or something in it, is an expression. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}

/** The same when n8n runs the node again for "Retry On Fail", another one in a loop's next round. */
function identityOf(context: IExecuteFunctions): string {
	const { id: workflow } = context.getWorkflow();
	const round = context.getInputData().length
		? context.evaluateExpression('{{ $runIndex }}', 0)
		: 0;
	return [workflow, context.getExecutionId(), context.getNode().id, round].join(' ');
}

/** The first item's number counts for the run; undefined: as the vendor allows. */
function fixedWidth([first]: Task[]): number | undefined {
	try {
		return first && widthOf(first.parameters);
	} catch {
		// Said for each item by `prepare`.
		return 1;
	}
}

async function openClient(
	context: IExecuteFunctions,
	vendor: Vendor,
	isFixed: boolean,
): Promise<Client> {
	try {
		return await Client.open(context, vendor, { isFixed });
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
	const { operation, parameters } = task;
	try {
		widthOf(parameters);
		task.request = client.connection.finish(operation.request(parameters));
		if (operation.simplify && parameters.boolean('simplify')) task.shape = operation.simplify;
		if (isList(operation)) task.list = planList(operation, parameters);
		if (isCreate(operation)) task.create = planCreate(parameters);
	} catch (failure) {
		task.failure = failure;
	}
}

async function perform(task: Task, client: Client): Promise<void> {
	try {
		task.records = await fetchRecords(task, client);
	} catch (failure) {
		task.failure = failure;
	}
}

async function fetchRecords(task: Task, client: Client): Promise<IDataObject[]> {
	const { operation, request, list, create, shape = (row) => row } = task;
	if (!request) return [];
	if (isList(operation)) {
		return await readList(client, operation, request, list ?? { wanted: Infinity }, shape);
	}
	if (isCreate(operation) && create) {
		return (await createOnce(client, operation, request, create)).map(shape);
	}
	const isWhole = (reply: Reply) => operation.records(reply) !== undefined;
	const send = async () => await client.send(request, operation.retry, { isWhole });
	// Writes to one object keep the order of the items.
	const isRead = operation.retry === 'read';
	const reply = isRead ? await send() : await client.gate.inTurn(request.path, send);
	return (operation.records(reply) ?? []).map(shape);
}

/** @throws FormIssue outside 1 to 50 */
function widthOf(parameters: Parameters): number | undefined {
	const options = parameters.group('options');
	const width = options.integer('requestsAtOnce');
	if (width === undefined || (width >= 1 && width <= MOST_AT_ONCE)) return width;
	return options.refuse('requestsAtOnce', `cannot be ${width}`, 'Use a number from 1 to 50');
}

function toItems(context: IExecuteFunctions, vendor: Vendor, task: Task): INodeExecutionData[] {
	const pairedItem = { item: task.itemIndex };
	if (task.failure === undefined) {
		return (task.records ?? []).map((json) => ({ json, pairedItem }));
	}
	const said = explain(task.failure, vendor, task.operation, task.itemIndex);
	const text = `${said.message}. ${said.description}`;
	if (context.getNode().retryOnFail) {
		// n8n runs the whole node again when the first item has a key "error", and what was created
		// for the others would be created twice. In this form it does not; it makes the JSON itself.
		const error = Object.assign(toNodeError(context, vendor, task, []), { message: text });
		return [{ json: {}, error, pairedItem }];
	}
	// Without `item.error`: n8n would replace this JSON by the bare message. With these two keys and
	// no others the item still goes to the error branch.
	return [{ json: { error: text, details: said.details }, pairedItem }];
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
					`${vendor.name} limited the rate: this run was held back for ${Math.round(slowedMs / 1000)} s`,
				];
	for (const message of [...slowed, ...notices]) {
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}
}
