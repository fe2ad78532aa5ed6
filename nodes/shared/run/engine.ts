import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { performTogether, unitsOf } from './bulk';
import { Client } from '../wire/client';
import { readList } from './list';
import { isCreate, isGroup, isList, type ListOperation, type Resource } from './operation';
import { insteadOf, perform } from './perform';
import { lookUpNames, type Names } from './names';
import { checkHost } from '../ground/host';
import { openError } from '../ground/nodeError';
import { addHints, toItems, toNodeError } from './outcome';
import { inOrder } from '../ground/pool';
import { preview } from './preview';
import { completing } from './reader';
import { Remarks } from './remarks';
import { stepsOf } from './steps';
import { fixedWidth, MOST_AT_ONCE, prepare, readTasks, type Task } from './task';
import type { ApiRequest } from '../wire/request';
import { chosenVendor, type Vendor, type VendorChoice } from '../wire/vendor';

/**
 * Runs a node: reads and checks every item, then sends the requests with bounded concurrency, and
 * gives the results in the order of the items.
 * @throws NodeOperationError on bad input, NodeApiError on a vendor's or network fault, unless the
 * node is set to continue; both name the item, and what was already done for other items
 * @param names the lists of options whose entries people may also give by their names
 */
export async function run(
	context: IExecuteFunctions,
	choice: VendorChoice,
	resources: Resource[],
	names?: Names,
): Promise<INodeExecutionData[][]> {
	checkHost(context.getNode());
	const vendor = chosenVendor(choice, (name) => context.getNodeParameter(name, 0, null));
	const remarks = new Remarks();
	const items = readTasks(context, resources, remarks);
	const fixed = fixedWidth(items);
	const client = await openClient(context, vendor, fixed !== undefined);
	if (names) await lookUpNames(context, names, items);
	const tasks = items.flatMap((item) => prepare(item, client));

	const goOn = context.continueOnFail();
	const refused = tasks.find((task) => task.failure);
	if (refused && !goOn) throw toNodeError(context, vendor, refused, []);

	const width = fixed ?? MOST_AT_ONCE;
	let failed = false;
	const stop = () => client.cancelled || (failed && !goOn);
	const note = (task: Task) => {
		failed ||= task.failure !== undefined;
	};
	const performOne = async (task: Task, hasTurn: boolean) => {
		await settle(task, client, hasTurn);
		note(task);
	};
	await inOrder(
		unitsOf(tasks.filter((task) => !task.failure)),
		width,
		async (unit) => await performTogether(unit, { client, width, perform: performOne, note, stop }),
		stop,
	);

	const first = tasks.find((task) => task.failure);
	if (first && !goOn) throw toNodeError(context, vendor, first, tasks);
	addHints(context, client, remarks.texts);
	return [tasks.flatMap((task) => toItems(context, vendor, task))];
}

async function openClient(
	context: IExecuteFunctions,
	vendor: Vendor,
	isFixed: boolean,
): Promise<Client> {
	try {
		return await Client.open(context, vendor, { isFixed });
	} catch (error) {
		throw openError(context.getNode(), vendor, error);
	}
}

/** Does what a task asks for, and notes on it how that went. */
async function settle(task: Task, client: Client, hasTurn: boolean): Promise<void> {
	try {
		if (task.isPreview) {
			const work = async (looking: Client) => await fetchRecords(task, looking, hasTurn);
			task.records = [await preview(client, work)];
			return;
		}
		const records = await fetchRecords(task, client, hasTurn);
		const { shape, list, operation } = task;
		const complete = completing(client, operation) ?? (async (all) => all);
		task.records = shape && !list ? (await complete(records)).map(shape) : records;
	} catch (failure) {
		task.failure = failure;
	}
}

async function fetchRecords(task: Task, client: Client, hasTurn: boolean): Promise<IDataObject[]> {
	const { operation, request, act, run: steps } = task;
	if (!request) return [];
	if (isList(operation)) return await listRecords(task, client, operation, request);
	const work = async () =>
		act ? await perform(client, act) : ((await steps?.(stepsOf(client))) ?? []);
	// Writes to one object keep the order of the items; the parts of a group see to it themselves.
	const isAlone =
		operation.retry === 'read' ||
		(isCreate(operation) && !operation.keepsOrder) ||
		isGroup(operation);
	if (hasTurn || isAlone) return await work();
	return await client.gate.inTurn(client.vendor.objectOf(request), work);
}

async function listRecords(
	{ asked, list, shape }: Task,
	client: Client,
	operation: ListOperation,
	request: ApiRequest,
): Promise<IDataObject[]> {
	const complete = completing(client, operation);
	const plan = { wanted: Infinity, ...list, complete };
	return await readList(client, operation, request, plan, shape).catch(async (failure: unknown) => {
		const rows = asked && (await insteadOf(client, operation, asked, failure));
		if (!rows) throw failure;
		return shape ? rows.map(shape) : rows;
	});
}
