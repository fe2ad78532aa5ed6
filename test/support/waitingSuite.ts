import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { until } from '../host/rest-session';
import type { Suite } from './suite';
import { linkIn, WaitingHost, type Waited } from './waiting';

/** What the common tests of "Page and Wait for Answer" have to know about a vendor. */
export interface WaitingCase {
	node: INodeType;
	/** The form with what it needs, and nothing else. */
	ask: () => IDataObject;
	/** The credential's data, for requests without a sign-in of their own. */
	credentials: () => { [type: string]: IDataObject };
	/** The text in the request that creates. */
	textIn: (body: IDataObject) => unknown;
	createPath: string;
	/** What a person, or somebody's workflow, does at the vendor; undefined where it knows no such state. */
	acknowledge?: (id: string) => Promise<void>;
	resolve: (id: string) => Promise<void>;
	/** What is written on it. */
	notesOn: (id: string) => unknown[];
	isClosed: (id: string) => boolean;
	/** Which requests ask how it stands. */
	reads: { method: 'GET' | 'POST'; path?: string };
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The wait for an answer, the same for every vendor. */
export function itWaitsForAnAnswer(
	vendor: Parameters<Suite['sandbox']['fault']>[0],
	on: Suite,
	wanted: WaitingCase,
): void {
	let host: WaitingHost;
	afterEach(async () => await host?.stop());

	async function asked(fields: IDataObject = {}) {
		host = await WaitingHost.start({
			node: wanted.node,
			parameters: { ...wanted.ask(), ...fields } as INodeParameters,
			credentials: wanted.credentials(),
		});
		const [item] = await host.ask();
		const waiting = item.json as unknown as Waited;
		const [{ body }] = on
			.requests()
			.filter(({ method, path }) => method === 'POST' && path === wanted.createPath)
			.slice(-1);
		const link = linkIn(wanted.textIn(body as IDataObject));
		return { waiting, link, id: String(waiting.incident.id) };
	}
	const answer = () => host.answers[0]?.[0].json as unknown as Waited;

	it('puts out the same when the time is up', async () => {
		const { waiting } = await asked({
			options: { limitWaitTime: { values: { amount: 1, unit: 'minutes' } } },
		});
		expect(waiting.data.outcome).toBe('timedOut');
		const [late] = await host.timeOut();
		expect(late.json).toEqual(waiting);
	});

	it.each([
		['approve', true],
		['decline', false],
	])('takes %s, writes it down and closes', async (decision, approved) => {
		const { waiting, link, id } = await asked({ options: { addNote: true, closeOnAnswer: true } });
		expect((await host.visit(link)).status).toBe(200);
		const { status } = await host.visit(link, { decision, text: 'Carefully', name: 'Anna' });
		expect(status).toBe(200);
		expect(answer()).toEqual({
			...waiting,
			incident: expect.objectContaining({ provider: waiting.incident.provider }),
			data: {
				outcome: 'answered',
				approved,
				text: 'Carefully',
				chatInput: 'Carefully',
				by: 'Anna',
				via: 'link',
				respondedAt: expect.stringMatching(TIME),
			},
		});
		expect(Object.keys(answer().incident)).toEqual(Object.keys(waiting.incident));
		await until('it is closed', async () => wanted.isClosed(id) || undefined);
		const said = `${approved ? 'Approved (Approve)' : 'Declined (Decline)'} by Anna (by link, the name as it was typed): Carefully`;
		expect(wanted.notesOn(id)).toEqual([said]);
	});

	it('takes a text', async () => {
		const { link } = await asked({ responseType: 'freeText' });
		expect((await host.visit(link, { text: 'The second one' })).status).toBe(200);
		expect(answer().data).toMatchObject({ approved: null, text: 'The second one' });
	});

	const ends = [
		...(wanted.acknowledge ? ([['acknowledged', wanted.acknowledge]] as const) : []),
		['resolved', wanted.resolve] as const,
	];
	it.each(ends)('ends when it is %s at the vendor, and not before', async (outcome, act) => {
		const { link, id } = await asked({ continueWhen: outcome });
		expect((await host.visit(link, { look: '1' })).status).toBe(202);
		expect(host.answers).toEqual([]);
		await act(id);
		on.sandbox.fault(vendor, { ...wanted.reads, status: 503, body: '', times: 99 });
		expect((await host.visit(link, { look: '1' })).status).toBe(503);
		expect(host.answers).toEqual([]);
		on.sandbox.clearFaults();
		expect((await host.visit(link, { look: '1' })).status).toBe(200);
		expect(answer().data).toMatchObject({ outcome, approved: null, via: 'vendor' });
		expect(answer().incident).toMatchObject({ status: outcome });
	});
}
