import type { Sandbox } from '../sandbox';
import { filesBelow, textOf } from '../support/files';
import { openDemo } from './demo-session';
import { fillIn } from './examples';

type Demo = Awaited<ReturnType<typeof openDemo>>;

const STEPS = ['Create', 'Acknowledge', 'Comment', 'Resolve'];
/** By vendor: `examples/life-<vendor>.json`. */
const LIVES = filesBelow('examples', '.json').flatMap(
	(file) => /life-(\w+)\.json$/.exec(file)?.[1] ?? [],
);

interface Example {
	nodes: Array<{ name: string; type: string; parameters: object; credentials?: object }>;
	connections: object;
}

const read = (name: string): Example => JSON.parse(textOf(`examples/life-${name}.json`)) as Example;

/** A workflow without what belongs to the vendor. */
function skeleton({ nodes, ...rest }: Example) {
	return {
		...rest,
		nodes: nodes.map((node) =>
			[...STEPS, 'About'].includes(node.name)
				? { ...node, type: '', parameters: {}, credentials: {} }
				: node,
		),
	};
}

it('the examples are one workflow but for the vendor nodes', () => {
	expect(LIVES.length).toBeGreaterThan(3);
	const [first, ...others] = LIVES.map((name) => skeleton(read(name)));
	for (const other of others) expect(other).toEqual(first);
});

describe('run in n8n', () => {
	let demo: Demo;
	let sandbox: Sandbox;
	/** What each step put out, by vendor. */
	const outputs: { [name: string]: { [step: string]: { [key: string]: unknown } } } = {};

	beforeAll(async () => {
		demo = await openDemo({ example: 'first-incidents.json', log: () => undefined });
		sandbox = demo.sandbox as unknown as Sandbox;
	}, 600_000);

	afterAll(async () => await demo?.stop(), 60_000);

	it.each(LIVES)(
		'%s',
		async (name) => {
			const example = read(name);
			await fillIn(demo.host.rest, example, { ...sandbox.credentials });
			const workflow = await demo.host.rest.createWorkflow(example);
			const { status, nodes } = await demo.host.rest.runToEnd(workflow.id, 'Start', {
				timeoutMs: 60_000,
			});
			for (const step of STEPS) expect(nodes[step]?.error).toBeUndefined();
			expect(status).toBe('success');
			outputs[name] = Object.fromEntries(
				STEPS.map((step) => [step, nodes[step].items[0][0].json as { [key: string]: unknown }]),
			);
			const { Create, Resolve } = outputs[name];
			expect(Create).toMatchObject({ title: 'Checkout answers with 502', status: 'triggered' });
			expect(Resolve).toMatchObject({ provider: Create.provider, status: 'resolved' });
		},
		90_000,
	);

	it.each(['Create', 'Acknowledge', 'Resolve'])('%s puts out the same keys everywhere', (step) => {
		const keys = LIVES.map((name) => Object.keys(outputs[name][step]));
		expect(keys[0]).toHaveLength(14);
		for (const other of keys) expect(other).toEqual(keys[0]);
	});

	it('the three that know acknowledging say that it is acknowledged', () =>
		expect(
			['devhelm', 'devrev', 'pagerduty'].map((name) => outputs[name].Acknowledge.status),
		).toEqual(['acknowledged', 'acknowledged', 'acknowledged']));

	it('a comment is a record of its own where the vendor has comments, else of the incident', () => {
		const keys = (name: string) => Object.keys(outputs[name].Comment);
		expect(keys('pagerduty')).toEqual([
			'provider',
			'id',
			'incidentId',
			'text',
			'author',
			'createdAt',
			'updatedAt',
		]);
		expect(keys('devrev')).toEqual(keys('pagerduty'));
		expect(keys('devhelm')).toEqual(Object.keys(outputs.devhelm.Create));
		expect(keys('bleemeo')).toEqual(Object.keys(outputs.bleemeo.Create));
	});
});
