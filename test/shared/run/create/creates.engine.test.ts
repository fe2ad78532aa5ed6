import { sleep } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { LOOKS } from '../../../../nodes/shared/run/create/inquiry';
import { forgetLedgers } from '../../../../nodes/shared/run/create/ledger';
import { TARGETS, type Stored } from '../../../faults/targets';
import { type FaultRule, type Storing, type Vendor } from '../../../sandbox';
import { QUICK_LOOKS } from '../../../support/suite';
import { runNode, type NodeResult } from '../../../support/engine';
import { VENDOR_FILES } from '../../../support/vendorFile';
import { hostileWorld } from '../../../support/hostileWorld';

/**
 * Creates in a world that does not behave as the node would like it: requests that are carried out late,
 * lists that lag, texts that are stored otherwise, clocks apart, and others who write the same.
 */
const world = hostileWorld();

const ALL = VENDOR_FILES.map(({ vendor }) => vendor);
/** Those whose creates carry no key. */
const WITHOUT_KEY = ALL.filter((vendor) => !TARGETS[vendor].create.key);

const spoil = (vendor: Vendor, rule: FaultRule) =>
	world.sandbox.fault(vendor, { method: 'POST', path: TARGETS[vendor].create.path, ...rule });

const longText = (vendor: Vendor, text: string) => ({
	additionalFields: { [TARGETS[vendor].create.text]: text },
});

const gatewayTimeout = { status: 504, body: '<html><h1>504 Gateway Time-out</h1></html>' };

async function create(
	vendor: Vendor,
	items: IDataObject[],
	more: IDataObject = {},
	credential: IDataObject = {},
): Promise<NodeResult> {
	const { node, credential: type, parameters } = TARGETS[vendor];
	const wanted = { ...parameters(world.sandbox), ...more };
	return await runNode({
		node,
		parameters: wanted as never,
		credentials: { [type]: { ...world.sandbox.credentials[type], ...credential } },
		items,
		onError: 'continueRegularOutput',
	});
}

function stored(vendor: Vendor, isOne: (title: string) => boolean): Stored[] {
	return [...TARGETS[vendor].stored(world.sandbox)].filter(({ title }) => isOne(title ?? ''));
}

const idsOf = (items: INodeExecutionData[]) => items.map(({ json }) => json.id);
const titled = (...titles: string[]) => titles.map((title) => ({ title }));

describe.each(ALL)('%s', (vendor) => {
	it('an answer that a gateway gives too early, or none: what is written later is found', async () => {
		const lateMs = [200, 500, 1_000, 3_000, 8_000, 200, 1_000, 3_000];
		lateMs.forEach((commitAfterMs, index) =>
			spoil(vendor, {
				commitAfterMs,
				...(index < 5 ? gatewayTimeout : { drop: 'before' }),
			}),
		);
		const titles = lateMs.map((ms, index) => `Late ${index} by ${ms} ms`);
		const { items, hints } = await create(vendor, titled(...titles));
		const made = stored(vendor, (title) => title.startsWith('Late'));
		expect(made.map(({ title }) => title).sort()).toEqual(titles);
		expect(idsOf(items)).toEqual(
			titles.map((wanted) => made.find(({ title }) => title === wanted)?.id),
		);
		expect(hints).toEqual([]);
	}, 60_000);

	it('lists that lag by 5 s', async () => {
		world.sandbox.lag(vendor, 5_000);
		spoil(vendor, { drop: 'after' });
		const { items } = await create(vendor, titled('Unseen'));
		const made = stored(vendor, (title) => title === 'Unseen');
		expect(made).toHaveLength(1);
		expect(idsOf(items)).toEqual([made[0].id]);
	}, 60_000);

	it('a wait that is named together with a failure: looked for at once', async () => {
		spoil(vendor, { status: 503, body: '', headers: { 'Retry-After': '120' }, after: true });
		const { items } = await create(vendor, titled('Asked to wait'));
		const made = stored(vendor, (title) => title === 'Asked to wait');
		expect(made).toHaveLength(1);
		expect(idsOf(items)).toEqual([made[0].id]);
	}, 60_000);
});

describe.each(WITHOUT_KEY)('%s, which knows no key', (vendor) => {
	const host = (name: string) => ({ title: 'Disk full', ...longText(vendor, name) });

	it("another run's object that differs in one field is not taken for ours", async () => {
		Object.assign(LOOKS, QUICK_LOOKS);
		spoil(vendor, { drop: 'before' });
		const first = create(vendor, [{}], host('host A'));
		const { items: second } = await create(vendor, [{}], host('host B'), anotherToken(vendor));
		const { items } = await first;
		expect(stored(vendor, (title) => title === 'Disk full')).toHaveLength(2);
		expect(new Set([...idsOf(items), ...idsOf(second)]).size).toBe(2);
	});

	it.each(['other', 'same'] as const)(
		'another process writes the %s meanwhile: no page is lost and called done',
		async (stranger) => {
			Object.assign(LOOKS, QUICK_LOOKS);
			await create(vendor, titled('Before'));
			spoil(vendor, { drop: 'after', stranger });
			const { items } = await create(vendor, [{}], host('host A'));
			const made = stored(vendor, (title) => title.startsWith('Disk full'));
			const [{ json }] = items;
			if (stranger === 'other') {
				expect(made).toHaveLength(2);
				expect(json.error).toBeUndefined();
				return;
			}
			// Two that are alike, and one attempt: nobody can tell which is ours, and none is sent.
			expect(made).toHaveLength(2);
			expect(json.details).toMatchObject({ outcome: 'unknown' });
			for (const { id } of made) expect(json.error).toContain(String(id));
		},
	);

	const WRITTEN: Array<[Storing, string]> = [
		['spaces', 'Disk  full   on \t db-1'],
		['nfc', 'Stru\u0308ktur cafe\u0301'],
		['stripHtml', 'Disk <b>full</b> on <host>db-1</host>'],
		['escapeHtml', 'Disk <b>"full"</b> & more on db-1'],
		['cut', `Disk full: ${'0123456789 '.repeat(20)}`],
		['noEmoji', 'Disk 🔥 full 👩‍🚒 on db-1'],
		['lf', 'Disk full\r\non db-1'],
	];

	it.each(WRITTEN)('a text that is stored otherwise (%s) is known again', async (storing, text) => {
		Object.assign(LOOKS, QUICK_LOOKS);
		world.sandbox.storing(vendor, storing);
		const before = stored(vendor, () => true).length;
		spoil(vendor, { drop: 'after' });
		const { items } = await create(vendor, [{ title: text }], longText(vendor, text));
		expect(items[0].json.error).toBeUndefined();
		expect(stored(vendor, () => true)).toHaveLength(before + 1);
	});

	it('the clock of the data is 4 s behind the Date header', async () => {
		Object.assign(LOOKS, QUICK_LOOKS);
		world.sandbox.dataAhead(vendor, -4_000);
		spoil(vendor, { drop: 'after' });
		const { items } = await create(vendor, titled('Behind'));
		const made = stored(vendor, (title) => title === 'Behind');
		expect(made).toHaveLength(1);
		expect(idsOf(items)).toEqual([made[0].id]);
	});

	it('the clock of the data is 5 min behind, and an object of ours has shown it', async () => {
		Object.assign(LOOKS, QUICK_LOOKS);
		world.sandbox.dataAhead(vendor, -300_000);
		await create(vendor, titled('Clean'));
		spoil(vendor, { drop: 'after' });
		const { items } = await create(vendor, titled('Behind'));
		const made = stored(vendor, (title) => title === 'Behind');
		expect(made).toHaveLength(1);
		expect(idsOf(items)).toEqual([made[0].id]);
	});

	it('the clock of the data is 5 min behind, and nothing has shown it: named, and not sent again', async () => {
		Object.assign(LOOKS, QUICK_LOOKS);
		world.sandbox.dataAhead(vendor, -300_000);
		spoil(vendor, { drop: 'after' });
		const { items } = await create(vendor, titled('Behind'));
		const made = stored(vendor, (title) => title === 'Behind');
		expect(made).toHaveLength(1);
		expect(items[0].json.details).toMatchObject({ outcome: 'unknown' });
		expect(items[0].json.error).toContain(String(made[0].id));
	});

	it('the clock of the data is set back by 10 s within a run', async () => {
		Object.assign(LOOKS, QUICK_LOOKS);
		const titles = ['One', 'Two', 'Three'];
		spoil(vendor, { skip: 1, drop: 'after', dataAheadMs: -10_000 });
		const { items } = await create(vendor, titled(...titles), { options: { requestsAtOnce: 1 } });
		const made = stored(vendor, (title) => titles.includes(title));
		expect(made).toHaveLength(3);
		expect(new Set(idsOf(items)).size).toBe(3);
	});

	it('an alike object that was there a minute before is not taken for ours', async () => {
		Object.assign(LOOKS, QUICK_LOOKS);
		world.sandbox.skew(vendor, -60_000);
		await create(vendor, titled('Again and again'));
		world.sandbox.skew(vendor, 0);
		forgetLedgers();
		await create(vendor, titled('Clean'));
		spoil(vendor, { drop: 'before' });
		const { items } = await create(vendor, titled('Again and again'));
		const made = stored(vendor, (title) => title === 'Again and again');
		expect(made).toHaveLength(2);
		expect(idsOf(items)).toEqual([made.at(-1)?.id]);
	});

	it('a write that comes after all looks doubles, and is named with both IDs', async () => {
		Object.assign(LOOKS, { ...QUICK_LOOKS, lastMs: 2_000 });
		spoil(vendor, { ...gatewayTimeout, commitAfterMs: 1_000 });
		const { items, hints } = await create(vendor, titled('Twice'));
		const made = stored(vendor, (title) => title === 'Twice');
		expect(made).toHaveLength(2);
		expect(idsOf(items)).toEqual([expect.anything()]);
		expect(hints).toHaveLength(1);
		for (const { id } of made) expect(hints[0].message).toContain(String(id));
	});

	it('stopped while the create is on its way: the outcome is unknown', async () => {
		Object.assign(LOOKS, QUICK_LOOKS);
		spoil(vendor, { delayMs: 2_000 });
		const { node, credential: type, parameters } = TARGETS[vendor];
		const result = await runNode({
			node,
			parameters: parameters(world.sandbox) as never,
			credentials: { [type]: { ...world.sandbox.credentials[type] } },
			items: titled('Stopped'),
			onStart: (stop) => {
				const whenThere = async (): Promise<void> => {
					while (!stored(vendor, (title) => title === 'Stopped').length) {
						await sleep(1);
					}
					stop();
				};
				void whenThere();
			},
		});
		expect(result.error?.description ?? '').toContain('The outcome is unknown');
	});
});

/** A second token of the same account, where the vendor's file knows one. */
function anotherToken(vendor: Vendor): IDataObject {
	const same = world.sandbox.credentials[TARGETS[vendor].credential] as IDataObject;
	return VENDOR_FILES.find((one) => one.vendor === vendor)?.another?.(same) ?? {};
}
