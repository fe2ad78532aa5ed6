import express, { type Request, type Response } from 'express';
import { WebhookContext, WorkflowExecute } from 'n8n-core';
import { UnexpectedError } from 'n8n-workflow';
import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	IRunExecutionData,
	IWebhookData,
	Workflow,
} from 'n8n-workflow';

import { additionalDataFor, workflowOf, type NodeRun } from './engine';
import { listen } from './listen';

/** What n8n does to the page of an answer that it takes. */
const SANDBOX = 'sandbox allow-forms';

/** What came of a request to a link. */
export interface Visited {
	status: number;
	headers: { [name: string]: string };
	text: string;
}

/**
 * A node that waits for an answer in the contexts of n8n-core, behind a real address on this machine that treats a link as
 * n8n does: the signature is checked, one answer is taken, and a throw ends the execution.
 */
export class WaitingHost {
	/** What the node has put out for each answer that was taken: one at most, as n8n has it. */
	readonly answers: INodeExecutionData[][] = [];

	/** Requests to links. */
	visits = 0;

	/** What `webhook` has thrown, which would end the execution as failed. */
	readonly thrown: unknown[] = [];

	/** Until when n8n waits. */
	until?: Date;

	private readonly workflow: Workflow;

	private data?: IRunExecutionData;

	private constructor(
		private readonly run: NodeRun,
		private readonly origin: string,
		readonly stop: () => Promise<void>,
	) {
		this.workflow = workflowOf(run);
	}

	static async start(run: NodeRun): Promise<WaitingHost> {
		const app = express();
		app.use(express.urlencoded({ extended: true, limit: '16mb' }), express.json({ limit: '16mb' }));
		const { origin, close } = await listen(app);
		const host = new WaitingHost(run, origin, close);
		app.all('/webhook-waiting/:execution/:node', async (request, response) => {
			await host.take(request, response);
		});
		return host;
	}

	/** Runs the node until it waits or ends. @returns what it has put out */
	async ask(): Promise<INodeExecutionData[]> {
		const execute = new WorkflowExecute(this.additionalData(), 'manual');
		const startNode = this.workflow.getNode('Source') ?? undefined;
		const { data } = await execute.run({ workflow: this.workflow, startNode });
		this.data = data;
		this.until = data.waitTill;
		return this.outputIn(data);
	}

	/** Where waiting executions are answered, as n8n says it. */
	get waitingUrl(): string {
		return `${this.origin}/webhook-waiting`;
	}

	/** What the node before it has put out, as n8n shows it. */
	get input(): INodeExecutionData[] {
		return this.data?.resultData.runData.Source?.[0]?.data?.main[0] ?? [];
	}

	/** The time is up: n8n goes on without an answer. @returns what the node has put out */
	async timeOut(): Promise<INodeExecutionData[]> {
		const { data: waiting, workflow } = this;
		if (!waiting) throw new UnexpectedError('Nothing waits');
		const execute = new WorkflowExecute(this.additionalData(), 'manual', waiting);
		const { data } = await execute.processRunExecutionData(workflow);
		return this.outputIn(data);
	}

	/** Sends a request to a link, as a browser does: what is given is a form. */
	async visit(link: string, form?: { [name: string]: string }, method?: string): Promise<Visited> {
		const response = await fetch(link, {
			method: method ?? (form ? 'POST' : 'GET'),
			body: form && new URLSearchParams(form),
		});
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			text: await response.text(),
		};
	}

	/** The node with other parameters or credentials, as when somebody has changed it meanwhile. */
	change(parameters: INodeParameters): void {
		Object.assign(this.target.parameters, parameters);
	}

	private get target() {
		const node = this.workflow.getNode('Target');
		if (!node) throw new UnexpectedError('The workflow has no such node');
		return node;
	}

	private outputIn(data: IRunExecutionData): INodeExecutionData[] {
		const [task] = (data.resultData.runData.Target ?? []).slice(-1);
		const error = task?.error ?? data.resultData.error;
		if (error) throw error;
		return task?.data?.main[0] ?? [];
	}

	private additionalData() {
		return additionalDataFor(this.run.credentials, this.run.executionId, this.waitingUrl);
	}

	private async take(request: Request, response: Response): Promise<void> {
		const additionalData = {
			...this.additionalData(),
			httpRequest: request,
			httpResponse: response,
		};
		const context = new WebhookContext(
			this.workflow,
			this.target,
			additionalData,
			'manual',
			this.webhookData(request.method),
			[],
			this.data ?? null,
		);
		const { signature = '', ...query } = request.query as { [name: string]: string };
		const signed = new URL(context.getSignedResumeUrl(query)).searchParams.get('signature');
		this.visits += 1;
		if (signature !== signed || !['GET', 'POST'].includes(request.method)) {
			response.status(401).end();
			return;
		}
		const result = await this.run.node.webhook?.call(context).catch((failure: unknown) => {
			this.thrown.push(failure);
			return undefined;
		});
		if (!result) {
			response.status(500).end();
			return;
		}
		const [items] = result.workflowData ?? [];
		if (!items) return;
		if (this.answers.length) {
			response.status(409).json({ message: 'The execution is running already.' });
			return;
		}
		this.answers.push(items);
		response.setHeader('Content-Security-Policy', SANDBOX);
		response.send(result.webhookResponse);
	}

	private webhookData(method: string): IWebhookData {
		const { webhooks = [] } = this.run.node.description;
		return {
			httpMethod: method === 'POST' ? 'POST' : 'GET',
			node: 'Target',
			path: 'Target',
			webhookDescription: webhooks[0],
			workflowId: 'workflow-1',
			workflowExecuteAdditionalData: additionalDataFor(this.run.credentials),
		};
	}
}

/** The link in the text of an incident. */
export function linkIn(text: unknown): string {
	const [link] = /https?:\/\/[^\s"]+\/webhook-waiting\/[^\s"]+/.exec(String(text)) ?? [];
	if (!link) throw new UnexpectedError(`No link in: ${String(text)}`);
	return link;
}

/** What an item of the node holds. */
export interface Waited {
	data: IDataObject;
	incident: IDataObject;
	question: IDataObject;
}
