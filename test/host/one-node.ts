import { name as PACKAGE } from '../../package.json';
import type { Sandbox } from '../sandbox';
import { NODES } from '../support/catalogue';
import { openDemo } from './demo-session';

type Demo = Awaited<ReturnType<typeof openDemo>>;

/** A real n8n with the package, and a workflow of a manual trigger, items and one node of ours. */
export function oneNode() {
	let demo: Demo;
	const credentials: { [type: string]: { id: string; name: string } } = {};
	beforeAll(async () => {
		demo = await openDemo({ example: 'first-incidents.json', log: () => undefined });
		for (const [type, data] of Object.entries({ ...demo.sandbox.credentials })) {
			credentials[type] = await demo.host.rest.createCredential(`Test ${type}`, type, data);
		}
	}, 600_000);
	afterAll(async () => await demo?.stop(), 60_000);

	async function workflowWith(type: string, parameters: object, items: object[], more = {}) {
		const node = NODES.find((entry) => entry.node.description.name === type)?.node;
		const [{ name: credential }] = node?.description.credentials ?? [{ name: '' }];
		return await demo.host.rest.createWorkflow({
			name: `Test ${type}`,
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Items',
					type: 'n8n-nodes-base.code',
					typeVersion: 2,
					parameters: { jsCode: `return ${JSON.stringify(items)}.map((json) => ({ json }));` },
				},
				{
					name: 'Ours',
					type: `${PACKAGE}.${type}`,
					parameters,
					credentials: { [credential]: credentials[credential] },
					...more,
				},
			],
			connections: {
				Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
				Items: { main: [[{ node: 'Ours', type: 'main', index: 0 }]] },
			},
		});
	}
	return {
		/** To be read inside tests only, as what follows. */
		get demo() {
			return demo;
		},
		get sandbox() {
			return demo.sandbox as unknown as Sandbox;
		},
		credentials,
		workflowWith,
		/** Runs a workflow to its end. */
		run: async ({ id }: { id: string }) => await demo.host.rest.runToEnd(id, 'Start'),
	};
}
