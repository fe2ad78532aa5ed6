import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { forgetLedgers } from '../../../nodes/shared/run/create/ledger';
import type { FaultRule } from '../../sandbox';
import { runNode, type NodeResult } from '../../support/engine';
import { hostileWorld } from '../../support/hostileWorld';
import { vendor } from '../vendor';

/** Creates of one incident key, with the pauses between looks that a real run has. */
const world = hostileWorld();
const TYPE = 'pagerDutyIncidentsApi';

const spoil = (rule: FaultRule) =>
	world.sandbox.fault('pagerDuty', { method: 'POST', path: vendor.create.path, ...rule });

async function create(items: IDataObject[], more: IDataObject): Promise<NodeResult> {
	const parameters = {
		resource: 'incident',
		operation: 'create',
		...vendor.create.fields(world.sandbox),
		title: '={{ $json.title }}',
		...more,
	};
	return await runNode({
		node: new PagerDutyIncidents(),
		parameters: parameters as never,
		credentials: { [TYPE]: { ...world.sandbox.credentials[TYPE] } },
		items,
		onError: 'continueRegularOutput',
	});
}

const titled = (...titles: string[]) => titles.map((title) => ({ title }));

const keyed = (onDuplicate: string) => ({
	additionalFields: { incidentKey: 'same-key' },
	options: { onDuplicate, requestsAtOnce: 1 },
});

it('an attempt that was cleanly refused has made nothing: the second of one key fails', async () => {
	const { items } = await create(titled('First', 'Second'), keyed('fail'));
	const [first, second] = items.map(({ json }) => json);
	expect(first.title).toBe('First');
	expect(second.details).toMatchObject({ status: 400, outcome: 'not done' });
});

it('or is answered with the first, and the run says so', async () => {
	const { items, hints } = await create(titled('First', 'Second'), keyed('existing'));
	expect(items.map(({ json }) => json.title)).toEqual(['First', 'First']);
	expect(hints).toHaveLength(1);
});

it('a lost answer, then the refusal of a key that is taken: ours, also where duplicates fail', async () => {
	spoil({ drop: 'after' });
	const { items, hints } = await create(titled('First'), keyed('fail'));
	expect(items[0].json.title).toBe('First');
	expect(hints).toEqual([]);
});

it("somebody else's incident of the same key, met after a lost answer, is not taken for ours", async () => {
	await create(titled('Theirs'), keyed('fail'));
	forgetLedgers();
	spoil({ drop: 'before' });
	const { items } = await create(titled('Ours'), keyed('fail'));
	expect(items[0].json.details).toMatchObject({ status: 400, outcome: 'not done' });
});
