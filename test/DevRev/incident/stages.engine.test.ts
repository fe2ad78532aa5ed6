import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { SHAPES, type StageShape } from '../../sandbox/devrev/stageShapes';
import { byId, suite } from '../../support/suite';
import { hintsOf, paths, renameStages, seeded, stageId } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const shape = (name: StageShape) => {
	on.sandbox.state('devRev').stageShape = name;
};
const move = (operation: string, id: string, more: IDataObject = {}) => ({
	resource: 'incident',
	operation,
	incidentId: byId(id),
	...more,
});
const create = (title: string) => ({
	resource: 'incident',
	operation: 'create',
	title,
	options: { skipIfOpen: true },
});
const stageOf = (id: string) => on.sandbox.state('devRev').incidents.get(id)?.stage.stage.name;
const count = () => on.sandbox.state('devRev').incidents.size;
const updates = () => paths(on).filter((path) => path === '/incidents.update');
const lookUps = () => paths(on).filter((path) => path === '/stages.custom.list');
/** Some answers tell the state without the stage. */
const already = (name: string, stage: string, state: string) =>
	`Some incidents were ${name.startsWith('with the state alone') ? state : `in the stage '${stage}'`} already: nothing was changed on them`;
const UNKNOWN = expect.stringContaining('count as neither');

describe.each(SHAPES)('stages that come as %s', (name) => {
	beforeEach(() => shape(name));

	it('a resolved incident is reopened, and is not taken for an open one', async () => {
		const { id } = seeded(on, 'resolved');
		const { items } = await on.run(move('reopen', id));
		expect([stageOf(id), items[0].json.status]).toEqual(['triage', 'triggered']);
		expect(updates()).toHaveLength(1);
	});

	it('an open incident is not reopened', async () => {
		const { id } = seeded(on, 'mitigated');
		const run = await on.run(move('reopen', id));
		expect([stageOf(id), run.items[0].json.status]).toEqual(['mitigated', 'acknowledged']);
		expect([updates(), hintsOf(run)]).toEqual([[], [already(name, 'mitigated', 'open')]]);
	});

	it('an open incident is resolved, and one that is resolved already is left alone', async () => {
		const { id } = seeded(on, 'mitigated');
		const first = await on.run(move('resolve', id));
		expect([stageOf(id), first.items[0].json.status]).toEqual(['resolved', 'resolved']);
		expect([hintsOf(first), updates()]).toEqual([[], ['/incidents.update']]);
		on.sandbox.clearRequests();
		const second = await on.run(move('resolve', id));
		expect([updates(), second.items[0].json.status]).toEqual([[], 'resolved']);
		expect(hintsOf(second)).toEqual([already(name, 'resolved', 'closed')]);
	});

	it.each(['acknowledge', 'mitigate'])('a resolved incident is not opened by %s', async (verb) => {
		const { id } = seeded(on, 'resolved');
		const { error } = await on.run(move(verb, id));
		expect(error).toMatchObject({
			message: expect.stringContaining('"Checkout answers 502" is closed (stage '),
		});
		expect([stageOf(id), updates()]).toEqual(['resolved', []]);
	});

	it('an open incident is acknowledged', async () => {
		const { id } = seeded(on, 'triage');
		const { items } = await on.run(move('acknowledge', id));
		expect([stageOf(id), items[0].json.status]).toEqual(['acknowledged', 'acknowledged']);
	});

	it('Skip If Already Open makes a new one beside a resolved one, and none beside an open one', async () => {
		const [over, open] = [seeded(on, 'resolved'), seeded(on, 'triage')];
		const before = count();
		const made = await on.run(create(over.title));
		expect(made.items[0].json).toMatchObject({ title: over.title, status: 'triggered' });
		expect([made.items[0].json.id === over.id, count()]).toEqual([false, before + 1]);
		const met = await on.run(create(open.title));
		expect([met.items[0].json.id, count()]).toEqual([open.id, before + 1]);
	});

	it('Get and Get Many tell the status, and the filter State tells open from closed', async () => {
		const { id } = seeded(on, 'resolved');
		const one = await on.run(move('get', id));
		expect(one.items[0].json.status).toBe('resolved');
		const many = async (more: IDataObject) => {
			const list = { resource: 'incident', operation: 'getAll', returnAll: true, ...more };
			const { items } = await on.run(list);
			return items.map(({ json }) => json.status).sort();
		};
		const open = ['acknowledged', 'acknowledged', 'triggered'];
		expect(await many({})).toEqual([...open, 'resolved'].sort());
		expect(await many({ filters: { state: 'open' } })).toEqual(open);
		expect(await many({ filters: { state: 'closed' } })).toEqual(['resolved']);
	});

	it('what is put out without Simplify stays as it came', async () => {
		const { id } = seeded(on, 'resolved');
		const { items } = await on.run(move('get', id, { simplify: false }));
		const [reply] = paths(on);
		expect([reply, paths(on)]).toEqual(['/incidents.get', ['/incidents.get']]);
		const { stage, state } = { ...(items[0].json.stage as IDataObject) };
		if (name === 'with the IDs alone') {
			expect([stage, state]).toEqual([
				{ id: stageId(on, 'resolved') },
				{ id: expect.stringContaining('custom_state') },
			]);
		}
	});
});

it('the list of stages is read once for a run, and only where it is needed', async () => {
	const all = [...on.sandbox.state('devRev').incidents.values()];
	const items = all.map((_, index) => ({ index }));
	const run = async () =>
		await on.run({ resource: 'incident', operation: 'get', incidentId: byId('INC-1') }, { items });
	await run();
	expect(lookUps()).toEqual([]);
	shape('with the IDs alone');
	await run();
	expect(lookUps()).toHaveLength(1);
});

describe('what cannot be looked up', () => {
	beforeEach(() => {
		shape('with the IDs alone');
		// A token that may not read stages.
		on.sandbox.fault('devRev', { status: 403, path: '/stages.custom.list', times: Infinity });
	});

	it.each(['reopen', 'acknowledge', 'mitigate'])(
		'%s changes nothing, and says why',
		async (verb) => {
			const { id } = seeded(on, 'resolved');
			const { error } = await on.run(move(verb, id));
			expect(error).toMatchObject({
				message: expect.stringContaining('is open or closed cannot be told (stage '),
			});
			expect(updates()).toEqual([]);
		},
	);

	it('has no status, and is neither open nor closed; the run says so', async () => {
		const list = { resource: 'incident', operation: 'getAll', returnAll: true };
		const all = await on.run(list);
		expect(new Set(all.items.map(({ json }) => json.status))).toEqual(new Set([null]));
		expect(hintsOf(all)).toEqual([UNKNOWN]);
		for (const state of ['open', 'closed']) {
			const some = await on.run({ ...list, filters: { state } });
			expect([some.items, hintsOf(some)]).toEqual([[], [UNKNOWN]]);
		}
	});

	it('does not hold a page back', async () => {
		const { title } = seeded(on, 'triage');
		const before = count();
		await on.run(create(title));
		expect(count()).toBe(before + 1);
	});
});

it('a stage of their own is told by its state, whatever it is called', async () => {
	renameStages(on, { resolved: 'Nachbesprechung' });
	shape('with its own name beside IDs');
	const resolved = [...on.sandbox.state('devRev').incidents.values()][0];
	const { items } = await on.run(move('get', resolved.id));
	expect(items[0].json).toMatchObject({ status: 'resolved', vendorStatus: 'Nachbesprechung' });
});

it('a list of stages that fails does not fail what is done', async () => {
	shape('with the IDs alone');
	on.sandbox.fault('devRev', { status: 400, path: '/stages.custom.list', body: { message: 'No' } });
	const before = count();
	const run = await on.run({ resource: 'incident', operation: 'create', title: 'New' });
	expect([run.items[0].json.title, count()]).toEqual(['New', before + 1]);
	expect([run.items[0].json.status, hintsOf(run)]).toEqual([null, [UNKNOWN]]);
});
