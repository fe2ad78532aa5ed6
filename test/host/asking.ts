import type { IDataObject } from 'n8n-workflow';

import { name as PACKAGE } from '../../package.json';
import type { Sandbox } from '../sandbox';
import { linkIn, type Waited } from '../support/waiting';
import type { VendorFile } from '../support/vendorFile';
import { openDemo } from './demo-session';
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

/** A real n8n in which workflows ask somebody something by the create of one vendor. */
export function askingHost(vendor: VendorFile, extraEnv: Record<string, string> = {}) {
	let demo: Demo;
	const credential: { id?: string; name?: string } = {};
	const sandboxOf = () => demo.sandbox as unknown as Sandbox;
	const rest = () => demo.host.rest;
	const { resource, operation } = vendor.otherCreates.find(
		(one) => one.operation === 'sendAndWait',
	)!;
	const { fields, path } = vendor.otherCreates.find((one) => one.operation === operation)!;

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
			const before = texts().length;
			const execution = await rest().run(workflow.id, 'Start');
			await this.waits(execution);
			const link = linkIn(
				texts()
					.slice(before)
					.find((text) => text.includes(`/${execution}/`)),
			);
			return { execution, workflow: workflow.id, link };
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
