import { sleep } from 'n8n-workflow';
import type { IDataObject, INodeType } from 'n8n-workflow';

import { remembered } from '../../../nodes/shared/ground/memory';
import { LOOKS } from '../../../nodes/shared/run/create/inquiry';
import type { Gate } from '../../../nodes/shared/wire/gate';
import { anotherCopy } from '../../support/copy';
import { runNode } from '../../support/engine';
import { hostileWorld } from '../../support/hostileWorld';
import { QUICK_LOOKS } from '../../support/suite';
import { formOf } from '../../support/vendorCases';
import { VENDOR_FILES, type VendorFile } from '../../support/vendorFile';

/** Two copies of the code in one process, as with the combined package and one of a single vendor. */
const world = hostileWorld();
const second = anotherCopy();

/** What a request takes, in milliseconds; and requests that a gate lets pass before it has seen an answer. */
const SLOW_MS = 500;
const FIRST_WIDTH = 5;

const usual = { ...second.LOOKS };
beforeEach(() => {
	Object.assign(LOOKS, QUICK_LOOKS);
	Object.assign(second.LOOKS, QUICK_LOOKS);
});
afterAll(() => {
	Object.assign(LOOKS, usual);
});

const CASES = VENDOR_FILES.map((file, index) => {
	const nodes: [INodeType, INodeType] = [file.node, second.VENDOR_FILES[index].node];
	return { ...file, nodes };
});
type Case = (typeof CASES)[number];

async function runBy(
	node: INodeType,
	{ create, credential, signedIn }: VendorFile,
	titles: string[],
): Promise<IDataObject[]> {
	const { sandbox } = world;
	const result = await runNode({
		node,
		parameters: { ...formOf(create, sandbox), title: '={{ $json.title }}' } as never,
		credentials: {
			[credential]: { ...sandbox.credentials[credential], ...signedIn?.(sandbox) },
		},
		items: titles.map((title) => ({ title })),
		// As with two workflows that run at the same moment.
		executionId: String(CASES.findIndex(({ nodes }) => nodes.includes(node)) * 2 + nodeOf(node)),
	});
	expect(result.error).toBeUndefined();
	return result.items.map(({ json }) => json);
}

const nodeOf = (node: INodeType) => (CASES.some(({ nodes }) => nodes[0] === node) ? 1 : 2);

const byBoth = async (one: Case, ...titles: [string[], string[]]) =>
	await Promise.all(one.nodes.map(async (node, copy) => await runBy(node, one, titles[copy])));

/** Creates that can be told apart: others go one after the other. */
const different = (count: number, by: string) =>
	Array.from({ length: count }, (_, index) => `${by} ${index}`);

const sent = ({ vendor, create }: Case) =>
	world.sandbox
		.requests(vendor)
		.filter(({ method, path }) => method === 'POST' && path === create.path)
		.sort((a, b) => a.at - b.at);

describe.each(CASES)('$name', (one) => {
	it('are really two', () => {
		expect(one.nodes[0].constructor).not.toBe(one.nodes[1].constructor);
	});

	it('have one width together', async () => {
		world.sandbox.fault(one.vendor, {
			method: 'POST',
			path: one.create.path,
			delayMs: SLOW_MS,
			times: Infinity,
		});
		await byBoth(one, different(FIRST_WIDTH, 'mine'), different(FIRST_WIDTH, 'theirs'));
		const at = sent(one).map((request) => request.at);
		expect(at).toHaveLength(2 * FIRST_WIDTH);
		// A millisecond is lost where clocks are rounded.
		expect(at[FIRST_WIDTH] - at[0]).toBeGreaterThanOrEqual(SLOW_MS - 2);
	});

	it('wait together when the vendor asks one of them to', async () => {
		const [limited, other] = one.nodes;
		world.sandbox.fault(one.vendor, {
			method: 'POST',
			path: one.create.path,
			status: 429,
			headers: { 'retry-after': '1', 'ratelimit-reset': '1' },
			body: {},
		});
		const first = runBy(limited, one, ['mine']);
		const gates = remembered('gates', () => new Map<string, Gate>());
		while (![...gates.values()].some(({ pauseMs }) => pauseMs > 0)) await sleep(5);
		await Promise.all([first, runBy(other, one, ['theirs'])]);
		const [refused, ...later] = sent(one);
		expect(later).toHaveLength(2);
		for (const { at } of later) expect(at - refused.at).toBeGreaterThanOrEqual(900);
	});

	it('never take the same object for theirs', async () => {
		const { sandbox } = world;
		const before = [...one.create.stored(sandbox)].length;
		sandbox.fault(one.vendor, { method: 'POST', path: one.create.path, drop: 'after', times: 2 });
		const [mine, theirs] = await byBoth(one, ['Disk full'], ['Disk full']);
		expect([...one.create.stored(sandbox)]).toHaveLength(before + 2);
		expect(new Set([...mine, ...theirs].map(({ id }) => id)).size).toBe(2);
		expect(sent(one).filter(({ status }) => status === 0)).toHaveLength(2);
	});
});
