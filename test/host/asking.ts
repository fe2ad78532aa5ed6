import type { IDataObject } from 'n8n-workflow';

import { name as PACKAGE } from '../../package.json';
import type { Sandbox } from '../sandbox';
import { linkIn, type Waited } from '../support/waiting';
import { byId } from '../support/locators';
import { textOf } from '../support/files';
import type { CreateCase, VendorFile } from '../support/vendorFile';
import { openDemo } from './demo-session';
import { fillIn } from './examples';
import { until } from './rest-session';

type Demo = Awaited<ReturnType<typeof openDemo>>;
export type Execution = Awaited<ReturnType<Demo['host']['rest']['execution']>>;

/** A workflow that asks somebody something, and what it needs to be answered. */
export interface Asked {
	execution: string;
	workflow: string;
	link: string;
}

export interface AskOptions {
	parameters?: IDataObject;
	/** More of the node that asks. */
	node?: IDataObject;
	/** What comes in before it: one item, or several that go through a loop. */
	items?: IDataObject[];
	isLoop?: boolean;
}

/** The case of its operation that asks. */
function askOf({ name, otherCreates }: VendorFile): CreateCase {
	const found = otherCreates.find(({ operation }) => operation === 'sendAndWait');
	if (!found) throw new Error(`${name} asks nothing`);
	return found;
}

/** A real n8n in which workflows ask somebody something by the create of one vendor. */
export function askingHost(vendor: VendorFile, extraEnv: Record<string, string> = {}) {
	let demo: Demo;
	const credential: { id?: string; name?: string } = {};
	const sandboxOf = () => demo.sandbox as unknown as Sandbox;
	const rest = () => demo.host.rest;
	const { resource, operation, fields, path } = askOf(vendor);

	/** The texts of all that was created, the newest last. */
	const texts = () =>
		sandboxOf()
			.requests(vendor.vendor)
			.filter((one) => one.method === 'POST' && one.path === path)
			.map(({ body }) => JSON.stringify(body).replaceAll('\\n', '\n').replaceAll('\\"', '"'));

	const asker = ({ parameters, node }: AskOptions) => ({
		name: 'Ask',
		type: `${PACKAGE}.${vendor.node.description.name}`,
		parameters: {
			resource,
			operation,
			...fields(sandboxOf()),
			...parameters,
		},
		credentials: { [vendor.credential]: credential },
		...node,
	});

	return {
		async open() {
			demo = await openDemo({ example: 'first-incidents.json', log: () => undefined, extraEnv });
			const data = { ...sandboxOf().credentials[vendor.credential] };
			const { id, name } = await rest().createCredential('Asker', vendor.credential, data);
			Object.assign(credential, { id, name });
		},
		close: async () => await demo?.stop(),
		get sandbox() {
			return sandboxOf();
		},
		get host() {
			return demo.host;
		},
		get rest() {
			return demo.host.rest;
		},
		credential: () => ({ [vendor.credential]: { ...credential } }),
		asker,
		texts,

		/** Runs a workflow that asks, and waits until it waits. */
		async ask(options: AskOptions = {}): Promise<Asked> {
			const { items = [{ host: 'checkout-1' }], isLoop = false } = options;
			const to = (node: string) => [[{ node, type: 'main', index: 0 }]];
			const workflow = await rest().createWorkflow({
				name: 'Asking',
				nodes: [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
					{
						name: 'Items',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						parameters: { mode: 'raw', jsonOutput: `={{ ${JSON.stringify({ items })} }}` },
					},
					{
						name: 'Split',
						type: 'n8n-nodes-base.splitOut',
						parameters: { fieldToSplitOut: 'items', options: {} },
					},
					...(isLoop
						? [{ name: 'Loop', type: 'n8n-nodes-base.splitInBatches', typeVersion: 3 }]
						: []),
					asker(options),
					{ name: 'After', type: 'n8n-nodes-base.noOp' },
				],
				connections: {
					Start: { main: to('Items') },
					Items: { main: to('Split') },
					...(isLoop
						? {
								Split: { main: to('Loop') },
								Loop: { main: [...to('After'), ...to('Ask')] },
								Ask: { main: to('Loop') },
							}
						: { Split: { main: to('Ask') }, Ask: { main: to('After') } }),
				},
			});
			return await this.start(workflow.id as string);
		},

		/** Does one operation of the vendor by hand. @returns what it puts out */
		async does(parameters: IDataObject): Promise<IDataObject> {
			const node = { ...asker({}), name: 'Do', parameters: { resource, ...parameters } };
			const { id } = await rest().createWorkflow({
				nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, node],
				connections: { Start: { main: [[{ node: 'Do', type: 'main', index: 0 }]] } },
			});
			const { nodes, error } = await rest().runToEnd(id, 'Start', { timeoutMs: 60_000 });
			if (error) throw new Error(String(error.message));
			return nodes.Do.items[0][0].json as IDataObject;
		},

		/** Tells the workflow that waits for this incident. */
		async tell(id: string): Promise<IDataObject> {
			const { field } = vendor.get;
			return await this.does({ operation: 'continueWaitingWorkflow', [field]: byId(id) });
		},

		/** Imports an example. */
		async example(
			file: string,
			amend: (nodes: { [name: string]: { parameters: IDataObject } }) => void = () => undefined,
			data: IDataObject = {},
		): Promise<string> {
			const workflow = JSON.parse(textOf(`examples/${file}.json`)) as {
				nodes: Array<{ name: string; parameters: IDataObject }>;
				connections: object;
			};
			amend(Object.fromEntries(workflow.nodes.map((node) => [node.name, node])));
			await fillIn(rest(), workflow, { ...sandboxOf().credentials, ...data } as never);
			return (await rest().createWorkflow(workflow)).id as string;
		},

		/** Starts a workflow by hand, waits until it waits, and gives the link of its question. */
		async start(workflow: string): Promise<Asked> {
			const before = texts().length;
			const execution = await rest().run(workflow, 'Start');
			await this.waits(execution);
			return { execution, workflow, link: linkIn(texts().slice(before)[0]) };
		},

		/** Waits until an execution waits for an answer. */
		async waits(execution: string): Promise<void> {
			await until(`execution ${execution} waits`, async () => {
				const { status } = await rest().rest('GET', `/executions/${execution}`);
				if (['error', 'success', 'crashed'].includes(status)) throw new Error(`It is ${status}`);
				return status === 'waiting' || undefined;
			});
		},

		async status(execution: string): Promise<string> {
			return (await rest().rest('GET', `/executions/${execution}`)).status as string;
		},

		/** The end of an execution, and what the node that asks has put out last. */
		async ended(execution: string): Promise<Execution & { waited: Waited }> {
			const found = await rest().execution(execution, { timeoutMs: 60_000 });
			const [[item]] = found.nodes.Ask.items;
			return { ...found, waited: item.json as Waited };
		},
	};
}

/** Sends a request to a link as a browser, or something else, does. */
export async function visit(
	link: string,
	form?: { [name: string]: string },
	agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)',
) {
	const response = await fetch(link, {
		method: form ? 'POST' : 'GET',
		body: form && new URLSearchParams(form),
		headers: { 'user-agent': agent },
	});
	return { status: response.status, headers: response.headers, text: await response.text() };
}
