import { LOOKS } from '../../../../nodes/shared/run/create/inquiry';
import type { FaultRule } from '../../../sandbox';
import { runNode } from '../../../support/engine';
import { hostileWorld } from '../../../support/hostileWorld';
import { QUICK_LOOKS } from '../../../support/suite';
import { formOf } from '../../../support/vendorCases';
import { VENDOR_FILES } from '../../../support/vendorFile';

/** Whatever becomes of the first attempt: each create of each vendor makes exactly one. */
const world = hostileWorld();

const CASES = VENDOR_FILES.flatMap(({ create, otherCreates, ...file }) =>
	[create, ...otherCreates].map((one) => ({
		...file,
		...one,
		credential: one.credential ?? file.credential,
		form: one,
		title: `${file.name}, ${one.resource}: ${one.operation}`,
	})),
);

/** What happens to the first attempt; a write that comes 2 s late meets the pauses of a real run. */
const FAULTS: Array<[string, FaultRule]> = [
	['a lost answer', { drop: 'after' }],
	['a request that never arrived', { drop: 'before' }],
	['a gateway that gave up before the write', { status: 504, body: '', commitAfterMs: 2_000 }],
];

describe.each(CASES)('$title', ({ vendor, credential, node, path, form, stored }) => {
	it.each(FAULTS)(
		'makes one after %s',
		async (_, rule) => {
			const { sandbox } = world;
			const parameters = formOf(form, sandbox);
			const count = () => [...stored(sandbox)].length;
			const before = count();
			if (!rule.commitAfterMs) Object.assign(LOOKS, QUICK_LOOKS);
			sandbox.fault(vendor, { method: 'POST', path, ...rule });
			const { items, error } = await runNode({
				node,
				parameters: parameters as never,
				credentials: { [credential]: { ...sandbox.credentials[credential] } },
			});
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
			expect(count()).toBe(before + 1);
			// The fault was met: else this would hold nothing.
			const spoiled = sandbox
				.requests(vendor)
				.filter(({ status }) => status === (rule.status ?? 0));
			expect(spoiled).toHaveLength(1);
		},
		60_000,
	);
});
