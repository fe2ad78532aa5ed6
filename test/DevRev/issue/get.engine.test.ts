import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, hintsOf, recordOf, workOf } from '../works';

const on = suite('devRev', 'devRevApi', new DevRev());

const get = (id: string, fields = {}) => ({
	resource: 'issue',
	operation: 'get',
	issueId: byId(id),
	...fields,
});

it('reads one by its number, and gives a flat record', async () => {
	const { items } = await on.run(get('ISS-8'));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/works.get',
		query: {},
		headers: HEADERS,
		body: { id: 'ISS-8' },
	});
	const work = workOf(on, 'ISS-8');
	expect(work.actual_close_date).toEqual(expect.any(String));
	expect(items).toEqual([
		{ json: { ...recordOf(work), priority: 'P3', sprint: null }, pairedItem: { item: 0 } },
	]);
	expect(items[0].json.isOpen).toBe(false);
});

it('takes the address of its page', async () => {
	await on.run(get('https://app.devrev.ai/alpenrad/works/ISS-7'));
	expect(on.theRequest().body).toEqual({ id: 'ISS-7' });
});

it("gives DevRev's own object without Simplify", async () => {
	const { items } = await on.run(get('ISS-7', { simplify: false }));
	expect(items[0].json).toMatchObject({
		id: workOf(on, 'ISS-7').id,
		priority: 'p1',
		stage: workOf(on, 'ISS-7').stage,
	});
});

it('knows nothing of what DevRev leaves out', async () => {
	const work = workOf(on, 'ISS-7');
	const { id, title, owned_by, type } = work;
	for (const key of Object.keys(work)) delete work[key];
	Object.assign(work, { id, title, owned_by, type });
	const { items } = await on.run(get(id));
	expect(items[0].json).toEqual({
		provider: 'devrev',
		id,
		number: null,
		type: 'issue',
		title,
		stage: null,
		isOpen: null,
		priority: null,
		sprint: null,
		partId: null,
		partName: null,
		assignees: owned_by.map((user) => ({ id: user.id, name: user.full_name })),
		reporters: [],
		actor: null,
		createdAt: null,
		updatedAt: null,
		targetCloseAt: null,
		closedAt: null,
	});
});

it('looks a stage up that comes without its state', async () => {
	const { stage } = workOf(on, 'ISS-7');
	Object.assign(stage, { stage: { id: stage.stage.id }, state: { id: stage.state.id } });
	const { items } = await on.run(get('ISS-7'));
	expect(on.requests().map(({ path }) => path)).toEqual(['/works.get', '/stages.custom.list']);
	expect(items[0].json).toMatchObject({ stage: 'in_development', isOpen: true });
});

it('says so where nothing tells whether it is open', async () => {
	Object.assign(workOf(on, 'ISS-7'), { stage: { name: 'somewhere' } });
	const result = await on.run(get('ISS-7'));
	expect(result.items[0].json).toMatchObject({ stage: 'somewhere', isOpen: null });
	expect(hintsOf(result)).toEqual([
		'DevRev did not say whether some issues are open or closed, and its list of stages does not tell: they count as neither',
	]);
});

it('names one that is not there', async () => {
	const { error } = await on.run(get('ISS-999'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Get issue' (item 0): No such work",
	});
});

it.each([
	['={{ "" }}', "'Issue' is empty (item 0)"],
	['={{ "the pool" }}', `'Issue' is not an ID: "the pool" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(get(id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
