import type { Sandbox } from '../sandbox';
import { filesBelow, textOf } from '../support/files';
import { VENDOR_FILES, VENDOR_FOLDERS } from '../support/vendorFile';
import { openDemo } from './demo-session';
import { fillIn } from './examples';

type Demo = Awaited<ReturnType<typeof openDemo>>;

const STEPS = ['Create', 'Acknowledge', 'Comment', 'Resolve'];
/** By vendor: `examples/life-<vendor>.json`. */
const LIVES = filesBelow('examples', '.json').flatMap(
	(file) => /life-(\w+)\.json$/.exec(file)?.[1] ?? [],
);

/** What a comment's record has. */
const COMMENT = ['provider', 'id', 'incidentId', 'text', 'author', 'createdAt', 'updatedAt'];

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
	expect(LIVES).toEqual(VENDOR_FOLDERS.map((folder) => folder.toLowerCase()));
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

	it.each(VENDOR_FILES)('$name says whether it knows acknowledging', ({ vendor, life }) =>
		expect(outputs[vendor.toLowerCase()].Acknowledge.status).toEqual(
			life.acknowledges ? 'acknowledged' : expect.any(String),
		),
	);

	it.each(VENDOR_FILES)(
		'a comment of $name is a record of its own where it has comments, else of the incident',
		({ vendor, life }) => {
			const { Comment, Create } = outputs[vendor.toLowerCase()];
			expect(Object.keys(Comment)).toEqual(life.comments ? COMMENT : Object.keys(Create));
		},
	);
});
