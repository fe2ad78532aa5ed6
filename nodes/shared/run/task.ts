import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { answerPlace } from './answerPlace';
import { formOf } from './assemble';
import type { Choice } from '../form/choices';
import type { Client } from '../wire/client';
import { planList, type ListPlan } from './list';
import {
	isGroup,
	isList,
	isSteps,
	type Asked,
	type Operation,
	type PartPlan,
	type Resource,
	type StepsPlan,
} from './operation';
import { actOf, type Act } from './perform';
import { wantsPreview } from './preview';
import type { ApiRequest } from '../wire/request';
import { Parameters, type ParameterSource } from '../form/parameters';
import { shown } from '../form/given';
import type { Remarks } from './remarks';

/** Items worked on at the same time; the gate lets through as many requests as the vendor allows. */
export const MOST_AT_ONCE = 50;

/** One item on its way: its request is built before any item's request is sent. */
export interface Task {
	itemIndex: number;
	operation: Operation;
	parameters: Parameters;
	/** The value of a parameter for this item. */
	read: (name: string) => unknown;
	/** The choices of its lists that had to be looked up, by their fields. */
	names: Map<INodeProperties, Choice[]>;
	/** As it goes out, but for what is decided late. */
	request?: ApiRequest;
	/** What the item asks for, but for operations of several steps. */
	asked?: Asked;
	/** For a list. */
	list?: ListPlan;
	/** For an operation of one request. */
	act?: Act;
	/** For an operation of several steps. */
	run?: StepsPlan['run'];
	/** Which of the things that its item asks for, where there are several. */
	part?: string;
	/** True where the write is only to be looked at. */
	isPreview?: boolean;
	shape?: (row: IDataObject) => IDataObject;
	failure?: unknown;
	records?: IDataObject[];
}

/**
 * The items of a run with the operations that they ask for; nothing is checked yet.
 * @throws NodeOperationError when an item asks for an operation that there is not
 */
export function readTasks(
	context: IExecuteFunctions,
	resources: Resource[],
	remarks: Remarks,
): Task[] {
	const runIdentity = identityOf(context);
	const valuesOf = valueReader(context);
	const answers = answerPlace(context);
	return context.getInputData().map((_, itemIndex) =>
		readTask(context, resources, itemIndex, valuesOf(itemIndex), {
			identity: `${runIdentity} ${itemIndex}`,
			answers,
			note: (text) => remarks.add(text, itemIndex),
		}),
	);
}

/**
 * Builds a task's request and checks all that can be checked before it is sent.
 * @returns the task, or one for each of the things that it asks for
 */
export function prepare(task: Task, client: Client): Task[] {
	if (task.failure) return [task];
	const { operation, parameters } = task;
	const { finish } = client.connection;
	try {
		widthOf(parameters);
		task.isPreview = wantsPreview(parameters);
		if (isGroup(operation)) return partsOf(task, operation.plans(parameters), finish);
		const { request, run } = isSteps(operation)
			? operation.plan(parameters)
			: { request: operation.request(parameters), run: undefined };
		const { simplify } = operation;
		if (simplify && parameters.boolean('simplify')) {
			task.shape = (record) => simplify(record, request);
		}
		task.request = finish(request);
		task.run = run;
		if (isSteps(operation)) return [task];
		task.asked = { parameters, request };
		if (isList(operation)) task.list = planList(operation, parameters, finish);
		else task.act = actOf(operation, task.asked);
	} catch (failure) {
		task.failure = failure;
	}
	return [task];
}

function partsOf(
	task: Task,
	plans: PartPlan[],
	finish: (request: ApiRequest) => ApiRequest,
): Task[] {
	return plans.map(({ request, run, part }) => ({ ...task, request: finish(request), run, part }));
}

/** The first item's number counts for the run; undefined: as the vendor allows. */
export function fixedWidth([first]: Task[]): number | undefined {
	try {
		return first && widthOf(first.parameters);
	} catch {
		// Said for each item by `prepare`.
		return 1;
	}
}

/** @throws FormIssue outside 1 to 50 */
function widthOf(parameters: Parameters): number | undefined {
	const options = parameters.group('options');
	const width = options.integer('requestsAtOnce');
	if (width === undefined || (width >= 1 && width <= MOST_AT_ONCE)) return width;
	return options.refuse('requestsAtOnce', `cannot be ${width}`, 'Use a number from 1 to 50');
}

/** What n8n adds to the menus of every node with a credential; as a resource it comes without an operation. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';
const NO_CUSTOM_CALL = {
	message: 'A custom API call is not made with this node',
	description:
		"Use n8n's HTTP Request node with 'Predefined Credential Type' and choose the same credential there, or choose an operation here.",
};

/** Expressions and agents may give names that no menu has. */
function unknown(
	resources: Resource[],
	resource: Resource | undefined,
	chosenResource: unknown,
	chosenOperation: unknown,
): { message: string; description: string } {
	const [label, chosen, known] = resource
		? [`'Operation' of ${resource.name}`, chosenOperation, resource.operations]
		: ["'Resource'", chosenResource, resources];
	return {
		message: `${label} has no ${shown(chosen)}`,
		description: `Nothing was sent. Choose one from the menu; an expression may give ${known.map(({ value }) => value).join(', ')}.`,
	};
}

function readTask(
	context: IExecuteFunctions,
	resources: Resource[],
	itemIndex: number,
	read: (name: string) => unknown,
	ofRun: Pick<ParameterSource, 'identity' | 'answers' | 'note'>,
): Task {
	const chosenResource = read('resource');
	const resource = resources.find(({ value }) => value === chosenResource);
	const chosenOperation = resource && read('operation');
	const operation = resource?.operations.find(({ value }) => value === chosenOperation);
	if (!operation) {
		const isCustom = [chosenResource, chosenOperation].includes(CUSTOM_API_CALL);
		const said = isCustom
			? NO_CUSTOM_CALL
			: unknown(resources, resource, chosenResource, chosenOperation);
		const { message, description } = said;
		throw new NodeOperationError(context.getNode(), message, { itemIndex, description });
	}
	const { parameters: stored } = context.getNode();
	const names = new Map<INodeProperties, Choice[]>();
	const parameters = new Parameters({
		properties: formOf(operation),
		timezone: context.getTimezone(),
		...ofRun,
		get: read,
		stored: (name) => stored[name],
		choices: (field) => names.get(field),
	});
	return { itemIndex, operation, parameters, read, names };
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
			// A field that this version of the node does not show has no value; n8n throws for one without a fallback.
			if (!known.has(name)) known.set(name, context.getNodeParameter(name, itemIndex, null));
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
