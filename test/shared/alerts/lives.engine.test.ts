import type { IDataObject } from 'n8n-workflow';

import { SOURCES } from '../../../nodes/shared/alerts/sources';
import { suite } from '../../support/suite';
import { formOf } from '../../support/vendorCases';
import { VENDOR_FILES } from '../../support/vendorFile';
import { firing, groupOf } from './group';
import type { Sample } from './sample';
import { samplesOf } from './samplesOf';

/** The resources that take alerts, of each vendor. */
const TARGETS = VENDOR_FILES.flatMap((file) =>
	file.otherCreates
		.filter(({ operation }) => operation === 'sendFromAlert')
		.map((one) => ({ file, one, title: `${file.name}, ${one.resource}` })),
);

const LIVES = SOURCES.map(({ name, value }) => {
	const samples = samplesOf(value);
	const named = (wanted: string): Sample | undefined => samples.find((one) => one.name === wanted);
	return { name, firing: named('firing'), resolved: named('resolved') };
});

it('every vendor takes alerts', () =>
	expect(
		VENDOR_FILES.filter((file) => !TARGETS.some((one) => one.file === file)).map(
			({ name }) => `test/${name}/vendor.ts: add a case of sendFromAlert to "otherCreates"`,
		),
	).toEqual([]));

describe.each(TARGETS)('$title', ({ file, one }) => {
	const credential = one.credential ?? file.credential;
	const on = suite(file.vendor, credential, file.node);

	it.each(LIVES)(
		'$name: opens once, and ends what it opened',
		async ({ firing: first, resolved }) => {
			const signedIn = credential === file.credential ? file.signedIn?.(on.sandbox) : undefined;
			const more = signedIn ? { credentials: on.credentials(signedIn) } : {};
			const send = async (sample: Sample | undefined) => {
				const parameters = { ...formOf(one, on.sandbox), alertSource: 'auto' };
				const items = [{ body: sample?.payload as IDataObject }];
				const result = await on.run(parameters, { items, ...more });
				expect(result.error).toBeUndefined();
				return result.items.map(({ json }) => json);
			};
			const count = () => [...one.stored(on.sandbox)].length;
			const before = count();

			const [opened] = await send(first);
			expect(['created', 'triggered']).toContain(opened.action);
			expect(count()).toBe(before + 1);
			expect(opened.incident).toMatchObject({ status: 'triggered' });

			const [again] = await send(first);
			expect(['unchanged', 'triggered']).toContain(again.action);
			expect(count()).toBe(before + 1);

			if (!resolved) return;
			const [ended] = await send(resolved);
			expect(ended.action).toBe('resolved');
			expect(ended.incident).toMatchObject({ status: 'resolved' });
			expect(ended.alert).toMatchObject({ key: (opened.alert as IDataObject).key });
		},
	);

	it('sends nothing for what calls for nothing', async () => {
		const ping = { zen: 'Keep it simple', hook_id: 7, hook: { type: 'Repository' } };
		const parameters = { ...formOf(one, on.sandbox), alertSource: 'auto' };
		const { items, error } = await on.run(parameters, { items: [ping] });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ action: 'none', incident: null });
		expect(items[0].json.alert).toMatchObject({ reason: 'the test of a webhook of GitHub' });
		expect(
			on.requests().filter(({ method, path }) => method !== 'GET' && path === one.path),
		).toEqual([]);
	});

	// Two Alertmanagers that stand in for each other send the same at the same moment.
	it('opens each of many once when two runs meet the same message', async () => {
		const signedIn = credential === file.credential ? file.signedIn?.(on.sandbox) : undefined;
		const more = signedIn ? { credentials: on.credentials(signedIn) } : {};
		const alerts = Array.from({ length: 150 }, (_, index) => firing({ fingerprint: `f${index}` }));
		const parameters = { ...formOf(one, on.sandbox), alertSource: 'auto' };
		const before = [...one.stored(on.sandbox)].length;
		// The second begins while the first is at it.
		on.sandbox.latency(20);
		const runs = [0, 1].map(
			async () => await on.run(parameters, { items: [groupOf(...alerts)], ...more }),
		);
		const results = await Promise.all(runs);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect([...one.stored(on.sandbox)]).toHaveLength(before + alerts.length);
	});
});
