import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { addDispatch, type DispatchStatus } from '../../sandbox/devhelm/incidents/activity';
import { byId, comparable, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS, recordOf, seeded, steps, storedIncident } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const DISPATCHES = '/api/v1/notification-dispatches';
const ALREADY = 'Some incidents were acknowledged already: nothing was changed on them';
const NOTHING =
	'Some incidents have no notification that waits for somebody: there was nothing to acknowledge on them';
const RESOLVED = 'Some incidents were resolved already: there was nothing to acknowledge on them';

const acknowledge = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'acknowledge',
	incidentId: byId(id),
	...more,
});
const store = () => on.sandbox.state('devHelm');
const open = (...statuses: DispatchStatus[]) => {
	const { id } = seeded(on, 'CONFIRMED');
	return { id, dispatches: statuses.map((status) => addDispatch(store(), id, status)) };
};
const get = (path: string, query = {}) => ({
	method: 'GET',
	path,
	query,
	headers: READ_HEADERS,
	body: undefined,
});
const post = (path: string) => ({ ...get(path), method: 'POST' });
const messages = (hints: Array<{ message: string }>) => hints.map(({ message }) => message);

describe('the newer API', () => {
	it('is asked once, after a look at the incident', async () => {
		const { id, dispatches } = open('DELIVERED', 'ESCALATING', 'PENDING');
		const { items, hints } = await on.run(acknowledge(id));
		expect(on.requests().map(comparable)).toEqual([
			get(`/api/v1/incidents/${id}`),
			post(`/api/v1/incidents/${id}/acknowledge`),
		]);
		expect(items).toEqual([
			{ json: { ...recordOf(on, id), status: 'acknowledged' }, pairedItem: { item: 0 } },
		]);
		expect(items[0].json.vendorStatus).toBe('CONFIRMED');
		expect(dispatches.map(({ status }) => status)).toEqual([
			'ACKNOWLEDGED',
			'ACKNOWLEDGED',
			'PENDING',
		]);
		expect(hints).toEqual([]);
	});

	it('lays the notifications beside the incident without Simplify', async () => {
		const { id, dispatches } = open('DELIVERED', 'COMPLETED');
		const { items } = await on.run(acknowledge(id, { simplify: false }));
		expect(items[0].json).toMatchObject({
			id,
			status: 'CONFIRMED',
			updates: expect.any(Array),
			acknowledged: [expect.objectContaining({ id: dispatches[0].id, policyName: 'Everything' })],
			skipped: [{ id: dispatches[1].id, status: 'COMPLETED', reason: 'Dispatch is COMPLETED' }],
		});
	});

	it.each<[string, DispatchStatus[], string, string]>([
		['was acknowledged already', ['ACKNOWLEDGED'], 'acknowledged', ALREADY],
		['never notified anybody', [], 'triggered', NOTHING],
		['has notifications that cannot be', ['PENDING', 'COMPLETED'], 'triggered', NOTHING],
	])('takes as done what %s, and says so', async (_, statuses, status, message) => {
		const { id } = open(...statuses);
		const { items, error, hints } = await on.run(acknowledge(id));
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ ...recordOf(on, id), status });
		expect(messages(hints)).toEqual([message]);
	});

	it('is asked again when the answer is lost', async () => {
		const { id, dispatches } = open('DELIVERED');
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		const { items, hints } = await on.run(acknowledge(id));
		expect(items[0].json.status).toBe('acknowledged');
		expect(dispatches[0].status).toBe('ACKNOWLEDGED');
		expect(messages(hints)).toEqual([ALREADY]);
	});

	it('is asked about each notification where it refuses all at once', async () => {
		const { id, dispatches } = open('DELIVERED');
		const path = `/api/v1/incidents/${id}/acknowledge`;
		on.sandbox.fault('devHelm', { path, status: 409, body: { message: 'Conflict' } });
		const { items } = await on.run(acknowledge(id));
		expect(items[0].json.status).toBe('acknowledged');
		expect(dispatches[0].status).toBe('ACKNOWLEDGED');
	});
});

describe('an API that lacks the endpoint', () => {
	beforeEach(() => {
		store().isOlderApi = true;
	});

	it('is asked about each notification that waits', async () => {
		const { id, dispatches } = open('DELIVERED', 'PENDING', 'ESCALATING', 'ACKNOWLEDGED');
		const { items, hints } = await on.run(acknowledge(id));
		expect(on.requests().map(comparable)).toEqual([
			get(`/api/v1/incidents/${id}`),
			post(`/api/v1/incidents/${id}/acknowledge`),
			get(DISPATCHES, { incident_id: id, page: '0', size: '200' }),
			post(`${DISPATCHES}/${dispatches[0].id}/acknowledge`),
			post(`${DISPATCHES}/${dispatches[2].id}/acknowledge`),
		]);
		expect(items).toEqual([
			{ json: { ...recordOf(on, id), status: 'acknowledged' }, pairedItem: { item: 0 } },
		]);
		expect(hints).toEqual([]);
		expect(dispatches[1].status).toBe('PENDING');
	});

	it('puts out the same without Simplify', async () => {
		const { id, dispatches } = open('DELIVERED', 'COMPLETED');
		const { items } = await on.run(acknowledge(id, { simplify: false }));
		expect(items[0].json).toMatchObject({
			id,
			acknowledged: [{ id: dispatches[0].id, status: 'ACKNOWLEDGED' }],
			skipped: [{ id: dispatches[1].id, status: 'COMPLETED' }],
		});
	});

	it('is read to the last page', async () => {
		const { id, dispatches } = open(...Array<DispatchStatus>(200).fill('COMPLETED'), 'DELIVERED');
		await on.run(acknowledge(id));
		expect(dispatches[200].status).toBe('ACKNOWLEDGED');
	});

	it.each<[DispatchStatus[], string, string]>([
		[['ACKNOWLEDGED'], 'acknowledged', ALREADY],
		[[], 'triggered', NOTHING],
	])('takes notifications in %j as done, and says so', async (statuses, status, message) => {
		const { id } = open(...statuses);
		const { items, hints } = await on.run(acknowledge(id));
		expect(items[0].json.status).toBe(status);
		expect(messages(hints)).toEqual([message]);
		expect(steps(on, id)).toEqual(['GET', 'POST /acknowledge', `GET ${DISPATCHES}`]);
	});

	it('takes a notification as done that somebody else acknowledges meanwhile', async () => {
		const { id, dispatches } = open('DELIVERED', 'ESCALATING');
		const path = `${DISPATCHES}/${dispatches[0].id}/acknowledge`;
		on.sandbox.fault('devHelm', { path, drop: 'after' });
		const { items, error } = await on.run(acknowledge(id));
		expect(error).toBeUndefined();
		expect(items[0].json.status).toBe('acknowledged');
		expect(dispatches.map(({ status }) => status)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
	});

	it('does not take a refusal for success while the notification still waits', async () => {
		const { id, dispatches } = open('DELIVERED');
		const path = `${DISPATCHES}/${dispatches[0].id}/acknowledge`;
		on.sandbox.fault('devHelm', { path, status: 409, body: { message: 'Busy' } });
		const { error, items } = await on.run(acknowledge(id));
		expect(items).toEqual([]);
		expect(error?.message).toBe("DevHelm refused 'Acknowledge incident' (item 0): Busy");
	});

	it('says when the key may not see the notifications', async () => {
		const { id } = open('DELIVERED');
		on.sandbox.fault('devHelm', { path: DISPATCHES, status: 403, body: { message: 'Forbidden' } });
		const { error } = await on.run(acknowledge(id));
		expect(error?.message).toBe("DevHelm refused 'Acknowledge incident' (item 0): Forbidden");
	});
});

it.each([false, true])('leaves a resolved incident alone (older API: %s)', async (isOlder) => {
	store().isOlderApi = isOlder;
	const { id } = seeded(on, 'RESOLVED');
	const dispatch = addDispatch(store(), id, 'ESCALATING');
	const { items, hints } = await on.run(acknowledge(id));
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(items[0].json.status).toBe('resolved');
	expect(messages(hints)).toEqual([RESOLVED]);
	expect(steps(on, id)).toEqual(['GET']);
	expect([dispatch.status, storedIncident(on, id).status]).toEqual(['ESCALATING', 'RESOLVED']);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(acknowledge(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Acknowledge incident' (item 0): Incident not found",
	});
	expect(error?.description).toContain('Check the ID');
	expect(steps(on, NOT_THERE)).toEqual(['GET']);
});

it.each([
	['={{ "" }}', "'Incident' is empty (item 0)"],
	['={{ "ABC-42" }}', `'Incident' is not an ID: "ABC-42" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(acknowledge(id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
