import { PollContext } from 'n8n-core';
import { UnexpectedError, Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IPollFunctions,
	WorkflowActivateMode,
} from 'n8n-workflow';

import type { CredentialStore } from './credentials';
import { additionalDataFor } from './engine';

export interface PollSetup {
	node: INodeType;
	credentials: CredentialStore;
	parameters: INodeParameters;
	/** `Trigger` unless given: static data is kept by the node's name. */
	name?: string;
	workflowId?: string;
	/** As with n8n's durable cursors: each poll has a copy of the state, which is stored unless it throws. */
	isDurable?: boolean;
	/** What n8n lets a poll take; five minutes unless given, as in n8n. */
	budgetMs?: number;
}

/**
 * A polling trigger in n8n-core's PollContext, published as n8n 2.41 does it: one workflow and one
 * context serve all polls of a process, so the static data that a poll writes lives in memory, and it is
 * stored when the workflow is published and when a poll starts a run. What a poll without items writes is
 * gone after a restart; with durable cursors it is not, but what a failing poll writes is.
 */
export class PollHost {
	/** Items of each run that was started. */
	readonly runs: INodeExecutionData[][] = [];

	/** What n8n has in its database. */
	stored: IDataObject;

	private readonly setup: PollSetup;

	private workflow: Workflow;

	/** One for all polls of a process. */
	private context: IPollFunctions;

	private constructor(setup: PollSetup, stored: IDataObject, mode: WorkflowActivateMode) {
		this.setup = setup;
		this.stored = stored;
		this.workflow = workflowOf(setup, stored);
		this.context = this.contextOf(mode);
	}

	/** Publishes the workflow: n8n polls once, and publishes only when that succeeds. */
	static async publish(setup: PollSetup, stored: IDataObject = {}): Promise<PollHost> {
		const host = new PollHost(setup, stored, 'activate');
		await host.poll();
		host.keep();
		return host;
	}

	/** Stops n8n and starts it again: what is not stored is gone, and it polls at once. */
	async restart(): Promise<void> {
		this.load('init');
		await this.poll();
		this.keep();
	}

	/** Publishes the workflow with other settings. */
	async change(more: Partial<PollSetup>): Promise<void> {
		Object.assign(this.setup, more);
		this.load('update');
		await this.poll();
		this.keep();
	}

	/** One poll. @returns the items of the run that it started */
	async poll(): Promise<IDataObject[]> {
		const { node, isDurable } = this.setup;
		const staged = isDurable ? copy(this.state) : undefined;
		const context = staged ? this.contextOf('update', staged) : this.context;
		const result = await node.poll?.call(context);
		if (staged) this.stored = { ...this.stored, [this.key]: copy(staged) };
		const [items] = result ?? [];
		if (!items) return [];
		this.keep();
		this.runs.push(items);
		return items.map(({ json }) => json);
	}

	/** A person runs the node in the editor, with a copy of the workflow as it is stored. */
	async test(): Promise<IDataObject[] | null> {
		const workflow = workflowOf(this.setup, this.stored);
		const context = this.contextOf('manual', undefined, workflow);
		const result = await this.setup.node.poll?.call(context);
		return result?.[0].map(({ json }) => json) ?? null;
	}

	/** n8n's log, as this node writes it. */
	get logger() {
		return this.context.logger;
	}

	/** The node's part of what is stored. */
	get state(): IDataObject {
		return (this.stored[this.key] ?? {}) as IDataObject;
	}

	private load(mode: WorkflowActivateMode): void {
		this.workflow = workflowOf(this.setup, this.stored);
		this.context = this.contextOf(mode);
	}

	private keep(): void {
		if (this.setup.isDurable) return;
		const bucket = this.workflow.getStaticData('node', nodeOf(this.workflow));
		this.stored = { ...this.stored, [this.key]: copy(bucket) };
	}

	private get key(): string {
		return `node:${nodeOf(this.workflow).name}`;
	}

	private contextOf(
		mode: WorkflowActivateMode,
		staged?: IDataObject,
		workflow = this.workflow,
	): IPollFunctions {
		const { budgetMs, credentials } = this.setup;
		return new PollContext(
			workflow,
			nodeOf(workflow),
			additionalDataFor(credentials),
			mode === 'manual' ? 'manual' : 'trigger',
			mode,
			undefined,
			undefined,
			undefined,
			undefined,
			staged && (() => staged),
			budgetMs === undefined ? undefined : () => budgetMs,
		);
	}
}

/** As a database gives it back; the original is one of n8n's proxies. */
function copy(data: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(data)) as IDataObject;
}

function nodeOf(workflow: Workflow): INode {
	const [node] = Object.values(workflow.nodes);
	if (!node) throw new UnexpectedError('The workflow has no trigger');
	return node;
}

function workflowOf(
	{ node, credentials, parameters, name = 'Trigger', workflowId = 'workflow-1' }: PollSetup,
	stored: IDataObject,
) {
	return new Workflow({
		id: workflowId,
		name: 'Test',
		active: true,
		nodes: [
			{
				id: 'trigger-1',
				name,
				type: 'trigger',
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: Object.fromEntries(
					Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
				),
			},
		],
		connections: {},
		nodeTypes: {
			getByName: () => node,
			getByNameAndVersion: () => node,
			getKnownTypes: () => ({}),
		},
		settings: { timezone: 'UTC' },
		staticData: structuredClone(stored),
	});
}
