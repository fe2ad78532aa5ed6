import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { windowOf, windowRecord } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const end = (id: string, fields = {}) => ({
	resource: 'maintenanceWindow',
	operation: 'end',
	maintenanceWindowId: byId(id),
	...fields,
});
const windows = () => on.sandbox.state('pagerDuty').planning.windows;
const deletes = () => on.requests().filter(({ method }) => method === 'DELETE');
const ALREADY = 'Some maintenance windows had ended already: nothing was changed on them';

it('ends now what runs, without From', async () => {
	const window = windowOf(on, 'ongoing');
	const { items } = await on.run(end(window.id));
	const path = `/maintenance_windows/${window.id}`;
	const look = { method: 'GET', path, query: {}, headers: READ_HEADERS, body: undefined };
	expect(on.requests().map(comparable)).toEqual([look, { ...look, method: 'DELETE' }, look]);
	expect(Date.parse(window.end_time)).toBeLessThanOrEqual(Date.now());
	expect(items).toEqual([{ json: windowRecord(window, 'past'), pairedItem: { item: 0 } }]);
});

it('deletes what is to come, and says what it was', async () => {
	const window = windowOf(on, 'future');
	const { items } = await on.run(end(window.id));
	expect(windows().has(window.id)).toBe(false);
	expect(items).toEqual([{ json: windowRecord(window, 'deleted'), pairedItem: { item: 0 } }]);
	expect(deletes()).toHaveLength(1);
});

it("gives the vendor's own window without Simplify", async () => {
	const [running, coming] = [windowOf(on, 'ongoing'), windowOf(on, 'future')];
	const first = await on.run(end(running.id, { simplify: false }));
	const second = await on.run(end(coming.id, { simplify: false }));
	expect([...first.items, ...second.items].map(({ json }) => json)).toEqual([
		running,
		{ ...coming, deleted: true },
	]);
});

it('is content with one that has ended, and says so', async () => {
	const window = windowOf(on, 'past');
	const { items, error, hints } = await on.run(end(window.id));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual(windowRecord(window, 'past'));
	expect(JSON.stringify(hints)).toContain(ALREADY);
	expect(deletes()).toEqual([]);
});

it('is content with one that ends while it is looked at', async () => {
	const window = windowOf(on, 'ongoing');
	const body = {
		error: { message: 'Cannot cancel a maintenance window from the past', code: 5003 },
	};
	on.sandbox.fault('pagerDuty', { method: 'DELETE', status: 405, body });
	const { items, error, hints } = await on.run(end(window.id));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual(windowRecord(window, 'past'));
	expect(JSON.stringify(hints)).toContain(ALREADY);
});

it.each([
	['ongoing', 'past', [0, 405]],
	['future', 'deleted', [0, 404]],
] as const)(
	'is done when the answer was lost: what was %s is %s',
	async (state, status, answers) => {
		const window = windowOf(on, state);
		on.sandbox.fault('pagerDuty', { method: 'DELETE', drop: 'after' });
		const { items, error, hints } = await on.run(end(window.id));
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual(windowRecord(window, status));
		expect(deletes().map((request) => request.status)).toEqual(answers);
		expect(JSON.stringify(hints)).not.toContain(ALREADY);
	},
);

it('names a window that vanishes while it is looked at', async () => {
	const window = windowOf(on, 'future');
	const body = { error: { message: 'Not Found', code: 2100 } };
	on.sandbox.fault('pagerDuty', { method: 'DELETE', status: 404, body });
	const { error } = await on.run(end(window.id));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'End maintenance window' (item 0): Not Found",
	});
});

it('refuses an empty window before any request', async () => {
	const { error } = await on.run(end('={{ "" }}'));
	expect(error?.message).toBe("'Maintenance Window' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
