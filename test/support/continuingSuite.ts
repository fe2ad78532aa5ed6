import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Suite } from './suite';
import type { NodeRun } from './engine';
import { linkIn, WaitingHost, type Waited } from './waiting';
import type { WaitingCase } from './waitingSuite';

type Shared = 'node' | 'ask' | 'credentials' | 'textIn' | 'createPath' | 'resolve';

/** What the common tests of "Continue Waiting Workflow" have to know about a vendor, beside what the wait needs. */
export interface ContinuingCase extends Pick<WaitingCase, Shared> {
	/** The form for one incident. */
	tell: (id: string) => IDataObject;
	/** What of the incident's text is written in another one, with another text of ours in its place. */
	rewrite: (id: string, text: string) => void;
}

/** The companion of the wait, the same for every vendor. */
export function itContinuesWaitingWorkflows(on: Suite, wanted: ContinuingCase): void {
	let host: WaitingHost;
	afterEach(async () => await host?.stop());

	async function asked(fields: IDataObject = {}) {
		host = await WaitingHost.start({
			node: wanted.node,
			parameters: { ...wanted.ask(), continueWhen: 'resolved', ...fields } as INodeParameters,
			credentials: wanted.credentials(),
			executionId: '4711',
		});
		const [item] = await host.ask();
		const { incident } = item.json as unknown as Waited;
		const [{ body }] = on
			.requests()
			.filter(({ method, path }) => method === 'POST' && path === wanted.createPath)
			.slice(-1);
		return { id: String(incident.id), link: linkIn(wanted.textIn(body as IDataObject)) };
	}

	const tell = async (id: string, more: Partial<NodeRun> = {}) => {
		const run = { credentials: wanted.credentials(), waitingUrl: host.waitingUrl, ...more };
		const { items, error } = await on.run(wanted.tell(id), run);
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: {
					continued: expect.any(Boolean),
					reason: expect.any(String),
					incident: expect.objectContaining({ provider: expect.any(String) }),
				},
				pairedItem: { item: 0 },
			},
		]);
		const [{ json }] = items;
		return [json.continued, json.reason];
	};

	it('lets a workflow go on whose incident is resolved, and only then', async () => {
		const { id } = await asked();
		expect(await tell(id)).toEqual([false, 'stillWaiting']);
		await wanted.resolve(id);
		expect(await tell(id)).toEqual([true, 'continued']);
		expect(host.answers).toHaveLength(1);
		expect(await tell(id)).toEqual([false, 'notWaiting']);
		expect(host.answers).toHaveLength(1);
	});

	it('ends no wait for an answer alone', async () => {
		const { id } = await asked({ continueWhen: 'answered' });
		await wanted.resolve(id);
		expect(await tell(id)).toEqual([false, 'stillWaiting']);
		expect(host.answers).toEqual([]);
	});

	it.each<[string, (link: URL) => void]>([
		['of another host', (link) => (link.hostname = 'n8n.example.com')],
		['of another port', (link) => (link.port = '1')],
		['that is no question', (link) => (link.pathname = link.pathname.replace('waiting', 'test'))],
		['that goes deeper', (link) => (link.pathname += '/more')],
		['of no execution', (link) => (link.pathname = link.pathname.replace('4711', 'first'))],
		['without a signature', (link) => link.searchParams.delete('signature')],
		['that signs in', (link) => (link.username = 'anna')],
	])('sends nothing to an address %s', async (_, change) => {
		const { id, link } = await asked();
		const other = new URL(link);
		change(other);
		wanted.rewrite(id, `Approve or decline here: ${String(other)}`);
		expect(await tell(id)).toEqual([false, 'noQuestion']);
		expect(host.visits).toBe(0);
	});

	it('finds nothing in an incident that asks nothing', async () => {
		const { id } = await asked();
		wanted.rewrite(id, 'Nothing to see');
		expect(await tell(id)).toEqual([false, 'noQuestion']);
	});

	it('is told so where the link was altered: n8n refuses it', async () => {
		const { id, link } = await asked();
		const altered = new URL(link);
		altered.searchParams.set('key', '0'.repeat(32));
		wanted.rewrite(id, String(altered));
		expect(await tell(id)).toEqual([false, 'notWaiting']);
		expect(host.answers).toEqual([]);
	});

	it('fails where this n8n does not reach itself', async () => {
		const { id } = await asked();
		await host.stop();
		const { error } = await on.run(wanted.tell(id), {
			credentials: wanted.credentials(),
			waitingUrl: host.waitingUrl,
		});
		expect(error?.message).toContain('The waiting workflow could not be told');
		expect(error?.description).toContain('N8N_WEBHOOK_URL');
	}, 30_000);
}
