import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import { NodeConnectionTypes, UnexpectedError, Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	OnError,
} from 'n8n-workflow';

import { TestCredentials, type CredentialStore } from './credentials';

export interface NodeRun {
	node: INodeType;
	parameters: INodeParameters;
	credentials: CredentialStore;
	/** JSON of the input items; one empty item unless given. */
	items?: IDataObject[];
	onError?: OnError;
	retryOnFail?: boolean;
	timezone?: string;
	/** The node's version in the saved workflow, 1 unless given. */
	typeVersion?: number;
	/** Another execution than the usual one: what derives from it differs. */
	executionId?: string;
	/** Where this n8n says that its waiting executions are answered. */
	waitingUrl?: string;
	/** Called with a function that stops the execution. */
	onStart?: (stop: () => void) => void;
}

export interface NodeResult {
	/** Items of the success output. A test that reads one of a run that failed gets the node's own error. */
	items: INodeExecutionData[];
	/** Items of the error output, when the node has one. */
	failed: INodeExecutionData[];
	/** The failure of the whole node. */
	error?: { message: string; description?: string | null; httpCode?: string | null; name: string };
	hints: NodeExecutionHint[];
}

/** Emits the items that a test feeds into the node. */
function source(items: IDataObject[]): INodeType {
	return {
		description: {
			displayName: 'Source',
			name: 'source',
			group: ['transform'],
			version: 1,
			description: 'Feeds the test',
			defaults: { name: 'Source' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [items.map((json, item) => ({ json, pairedItem: { item } }))];
		},
	};
}

/** The source and the node under test, connected. */
export function workflowOf(run: NodeRun): Workflow {
	const types: { [type: string]: INodeType } = {
		source: source(run.items ?? [{}]),
		target: run.node,
	};
	const nodeTypes: INodeTypes = {
		getByName: (name) => types[name],
		getByNameAndVersion: (name) => types[name],
		getKnownTypes: () => ({}),
	};
	return new Workflow({
		id: 'workflow-1',
		name: 'Test',
		active: false,
		nodeTypes,
		nodes: [node('Source', 'source', {}), target(run)],
		connections: { Source: { main: [[{ node: 'Target', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', timezone: run.timezone ?? 'UTC' },
	});
}

/** Runs one node in the real engine of n8n-core, fed by the given items. */
export async function runNode(run: NodeRun): Promise<NodeResult> {
	const workflow = workflowOf(run);
	const additionalData = additionalDataFor(run.credentials, run.executionId, run.waitingUrl);
	const execution = new WorkflowExecute(additionalData, 'manual').run({
		workflow,
		startNode: workflow.getNode('Source') ?? undefined,
	});
	const stop = () => execution.cancel();
	run.onStart?.(stop);
	underWay.set(execution, stop);
	const { data } = await execution.finally(() => underWay.delete(execution));
	const [task] = data.resultData.runData.Target ?? [];
	const main = task?.data?.main ?? [];
	const error = (task?.error ?? data.resultData.error) as NodeResult['error'];
	return {
		items: error ? orItsError(main[0] ?? [], error) : (main[0] ?? []),
		failed: main[1] ?? [],
		error,
		hints: task?.hints ?? [],
	};
}

/** Runs that have not ended yet, with what stops each. */
const underWay = new Map<Promise<unknown>, () => void>();

/** Stops what a test has left behind that ran out of time: the next one would be met by its requests. */
export async function stopRuns(): Promise<void> {
	for (const stop of underWay.values()) stop();
	await Promise.allSettled([...underWay.keys()]);
}

/** The items; "cannot read json of undefined" would hide why there is none. */
function orItsError(
	items: INodeExecutionData[],
	error: NonNullable<NodeResult['error']>,
): INodeExecutionData[] {
	return new Proxy(items, {
		get: (own, key, receiver) => {
			const isMissing = typeof key === 'string' && /^\d+$/.test(key) && Number(key) >= own.length;
			if (!isMissing) return Reflect.get(own, key, receiver) as unknown;
			const { message, description } = error;
			throw new UnexpectedError(`The node failed: ${message}\n${description ?? ''}`);
		},
	});
}

function node(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function target(run: NodeRun): INode {
	const { parameters, credentials, onError, retryOnFail, typeVersion = 1 } = run;
	return {
		...node('Target', 'target', parameters),
		typeVersion,
		onError,
		retryOnFail,
		waitBetweenTries: 1,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
		),
	};
}

export function additionalDataFor(
	credentials: CredentialStore,
	executionId = 'execution-1',
	waitingUrl = 'http://127.0.0.1:1/webhook-waiting',
): IWorkflowExecuteAdditionalData {
	const base = 'http://127.0.0.1:1/';
	const workflowData = {
		id: 'workflow-1',
		name: 'Test',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: [],
		connections: {},
	};
	return {
		credentialsHelper: new TestCredentials(credentials),
		hooks: new ExecutionLifecycleHooks('manual', executionId, workflowData),
		executionId,
		currentNodeExecutionIndex: 0,
		restApiUrl: base,
		instanceBaseUrl: base,
		formBaseUrl: base,
		formWaitingBaseUrl: base,
		formTestBaseUrl: base,
		webhookBaseUrl: base,
		webhookWaitingBaseUrl: waitingUrl,
		webhookTestBaseUrl: base,
		mcpBaseUrl: base,
		mcpTestBaseUrl: base,
		variables: {},
		logAiEvent: () => undefined,
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}
