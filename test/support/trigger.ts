import express, { type Request, type Response } from 'express';
import { HookContext, WebhookContext } from 'n8n-core';
import { sleep, UnexpectedError, Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWebhookData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { CredentialStore } from './credentials';
import { additionalDataFor } from './engine';
import { listen } from './listen';

export interface TriggerSetup {
	node: INodeType;
	credentials: CredentialStore;
	parameters: INodeParameters;
	/** `Trigger` unless given: static data is kept by the node's name. */
	name?: string;
	workflowId?: string;
	webhookId?: string;
	/** True while somebody listens for a test event. */
	isTest?: boolean;
}

/**
 * A trigger node in the contexts of n8n-core, behind a real address on this machine that treats deliveries as
 * n8n's webhook endpoint does: the raw body is kept, a body that is no JSON is answered with 422.
 */
export class TriggerHost {
	/** Items of each run that was started. */
	readonly runs: INodeExecutionData[][] = [];

	/** What n8n keeps in the workflow. */
	staticData: IDataObject = {};

	/** What the life cycle has written into n8n's log. */
	readonly log: string[] = [];

	/** So many of the next runs cannot be started: n8n answers 500. */
	failures = 0;

	/** How long n8n takes to start a run, in milliseconds. */
	startMs = 0;

	/** Statuses of the answers, in the order in which they were given. */
	readonly answers: number[] = [];

	private constructor(
		private setup: TriggerSetup,
		private readonly origin: string,
		private readonly close: () => Promise<void>,
	) {}

	static async start(setup: TriggerSetup): Promise<TriggerHost> {
		const app = express();
		app.use(express.raw({ type: () => true, limit: '16mb' }));
		const { origin, close } = await listen(app);
		const host = new TriggerHost(setup, origin, close);
		app.post('/*splat', async (request, response) => await host.take(request, response));
		return host;
	}

	async stop(): Promise<void> {
		await this.close();
	}

	/** Other settings, as after a change of the form. */
	change(more: Partial<TriggerSetup>): void {
		this.setup = { ...this.setup, ...more };
	}

	/** The address that the vendor is given. */
	get url(): string {
		const path = this.setup.isTest ? 'webhook-test' : 'webhook';
		return `${this.origin}/${path}/${this.webhookId}/webhook`;
	}

	/** What n8n shows under "Webhook URLs", which is what `getNodeWebhookUrl` gives. */
	get shownUrl(): string {
		const { workflow, target, additionalData, mode } = this.context();
		const data = { ...this.webhookData(), isTest: this.setup.isTest ?? false };
		const context = new HookContext(workflow, target, additionalData, mode, 'activate', data);
		return context.getNodeWebhookUrl('default') ?? '';
	}

	/** As n8n publishes a workflow. @returns whether `create` had to be called */
	async activate(): Promise<boolean> {
		if (await this.hook('checkExists')) return false;
		await this.hook('create');
		return true;
	}

	/** As n8n takes it offline. @returns what the node says of it */
	async deactivate(): Promise<boolean> {
		return await this.hook('delete');
	}

	async hook(method: 'checkExists' | 'create' | 'delete'): Promise<boolean> {
		const { node } = this.setup;
		const call = node.webhookMethods?.default?.[method];
		if (!call) throw new UnexpectedError(`The node has no ${method}`);
		const { workflow, target, additionalData, mode } = this.context();
		const context = new HookContext(workflow, target, additionalData, mode, 'activate', {
			...this.webhookData(),
			isTest: this.setup.isTest ?? false,
		});
		jest.spyOn(context.logger, 'warn').mockImplementation((text) => this.log.push(text));
		const result = await call.call(context);
		this.keep(workflow, target);
		return result;
	}

	private async take(request: Request, response: Response): Promise<void> {
		response.once('finish', () => this.answers.push(response.statusCode));
		const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
		const body = parsed(rawBody);
		if (body === undefined) {
			response.status(422).json({ message: 'Failed to parse request body' });
			return;
		}
		Object.assign(request, { rawBody, body });
		const { workflow, target, additionalData, mode } = this.context();
		Object.assign(additionalData, { httpRequest: request, httpResponse: response });
		const context = new WebhookContext(
			workflow,
			target,
			additionalData,
			mode,
			this.webhookData(),
			[],
			null,
		);
		const result = await this.setup.node.webhook?.call(context).catch(() => undefined);
		if (!result) {
			response.status(500).json({ message: 'Workflow could not be started' });
			return;
		}
		const [items] = result.workflowData ?? [];
		if (items) {
			if (this.startMs) await sleep(this.startMs);
			if (this.failures > 0) {
				this.failures -= 1;
				response.status(500).json({ message: 'Workflow could not be started' });
				return;
			}
			this.runs.push(items);
		}
		if (!result.noWebhookResponse) response.status(200).end();
	}

	private get webhookId(): string {
		return this.setup.webhookId ?? '5f3c9b1e-0000-4000-8000-000000000001';
	}

	private context() {
		const { name = 'Trigger', workflowId = 'workflow-1', parameters, credentials } = this.setup;
		const target: INode = {
			id: 'trigger-1',
			name,
			type: 'trigger',
			typeVersion: 1,
			position: [0, 0],
			parameters,
			webhookId: this.webhookId,
			credentials: Object.fromEntries(
				Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
			),
		};
		const workflow = new Workflow({
			id: workflowId,
			name: 'Test',
			active: true,
			nodes: [target],
			connections: {},
			nodeTypes: {
				getByName: () => this.setup.node,
				getByNameAndVersion: () => this.setup.node,
				getKnownTypes: () => ({}),
			},
			settings: { timezone: 'UTC' },
			staticData: structuredClone(this.staticData),
		});
		const found = workflow.getNode(name);
		if (!found) throw new UnexpectedError('The workflow has no trigger');
		const additionalData = {
			...additionalDataFor(credentials),
			webhookBaseUrl: `${this.origin}/webhook`,
			webhookTestBaseUrl: `${this.origin}/webhook-test`,
		};
		const mode: WorkflowExecuteMode = this.setup.isTest ? 'manual' : 'webhook';
		return { workflow, target: found, additionalData, mode };
	}

	/** n8n stores what the life cycle has written; what `webhook` writes is lost (docs/design.md#static-data). */
	private keep(workflow: Workflow, target: INode): void {
		const kept = JSON.stringify(workflow.getStaticData('node', target));
		this.staticData = { [`node:${target.name}`]: JSON.parse(kept) as IDataObject };
	}

	private webhookData(): IWebhookData {
		const [description] = this.setup.node.description.webhooks ?? [];
		return {
			httpMethod: 'POST',
			node: this.setup.name ?? 'Trigger',
			path: `${this.webhookId}/webhook`,
			webhookDescription: description,
			workflowId: this.setup.workflowId ?? 'workflow-1',
			workflowExecuteAdditionalData: additionalDataFor(this.setup.credentials),
		};
	}
}

/** Ways in which a vendor may give an address back. */
export const SPELLINGS: Array<[string, (url: string) => string]> = [
	['a slash at the end', (url) => `${url}/`],
	['another case', (url) => url.replace('http:', 'HTTP:')],
	['percent-encoding', (url) => url.replace('/webhook/5f', '/web%68ook/%35f')],
];

function parsed(raw: Buffer): unknown {
	if (!raw.length) return {};
	try {
		return JSON.parse(raw.toString('utf8'));
	} catch {
		return undefined;
	}
}
