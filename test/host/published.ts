import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import { textOf } from '../support/files';
import { openDemo } from './demo-session';
import { fillIn } from './examples';

type Demo = Awaited<ReturnType<typeof openDemo>>;
type Run = Awaited<ReturnType<Demo['host']['rest']['finishedExecutions']>>[number];

export interface ExampleNode {
	name: string;
	parameters: IDataObject;
}

export interface Published {
	id: string;
	nodes: ExampleNode[];
	connections: object;
}

/** A real n8n in which examples are published. Each test begins with the vendors as they were, and ends with nothing online. */
export function publishing() {
	let demo: Demo;
	let published: Published[] = [];
	const sandboxOf = () => demo.sandbox as unknown as Sandbox;

	beforeAll(async () => {
		demo = await openDemo({ example: 'first-incidents.json', log: () => undefined });
	}, 600_000);
	afterAll(async () => await demo?.stop(), 60_000);
	beforeEach(() => sandboxOf().reset());
	afterEach(async () => {
		for (const { id } of published) await demo.host.rest.deactivate(id);
		published = [];
	});

	return {
		/** To be read inside tests only. */
		get sandbox() {
			return sandboxOf();
		},

		/** Imports an example with the sandbox's credentials, and publishes it. */
		async publish(file: string, amend: (trigger: ExampleNode) => void = () => undefined) {
			const example = JSON.parse(textOf(`examples/${file}.json`)) as Published;
			amend(example.nodes[0]);
			await fillIn(demo.host.rest, example, { ...sandboxOf().credentials });
			return await this.publishWorkflow(example);
		},

		/** Imports a workflow, and publishes it. */
		async publishWorkflow(own: {
			name?: string;
			nodes: object[];
			connections: object;
			settings?: object;
		}) {
			const workflow = (await demo.host.rest.createWorkflow(own)) as Published;
			published.push(workflow);
			await demo.host.rest.activate(workflow.id);
			return workflow;
		},

		/** The address of a Webhook node with this path. */
		webhookAt: (path: string) => `${demo.host.rest.baseUrl}/webhook/${path}`,

		/** The address of the trigger's webhook. */
		urlOf: (workflow: Published, path?: string) =>
			demo.host.rest.webhookUrl(workflow, workflow.nodes[0].name, path),

		/** Waits for so many runs, of which none may have failed. */
		async finished({ id }: Published, count: number): Promise<Run[]> {
			const runs = await demo.host.rest.finishedExecutions(id, count, { timeoutMs: 90_000 });
			for (const { status, nodes } of runs) {
				expect(Object.values(nodes).map(({ error }) => error)).toEqual(
					Object.values(nodes).map(() => undefined),
				);
				expect(status).toBe('success');
			}
			return runs;
		},
	};
}
