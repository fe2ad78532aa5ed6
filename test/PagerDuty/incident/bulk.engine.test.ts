import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { itemName } from '../../../nodes/shared/ground/itemName';
import { HEADERS, seeded, seedTriggered } from '../incidents';
import { byId, comparable, suite } from '../../support/suite';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const each = (operation: string, more = {}) => ({
	resource: 'incident',
	operation,
	incidentId: byId('={{ $json.id }}'),
	...more,
});
const itemsOf = (ids: string[]) => ids.map((id) => ({ id }));
const sent = () => on.requests().map(({ method, path }) => `${method} ${path}`);
const BULK = 'PUT /incidents';
const incidentOf = (id: string) => on.sandbox.state('pagerDuty').incidents.get(id);
const statusesOf = (ids: string[]) => [...new Set(ids.map((id) => incidentOf(id)?.status))];
const idsOut = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.id);
const error = (status: number, code: number, message: string) => ({
	status,
	body: { error: { message, code } },
	// Without a wait, so that no test sleeps.
	headers: { 'ratelimit-reset': '0' },
});

describe('many items', () => {
	it('600 are resolved in exactly three requests, in the order of the items', async () => {
		const ids = seedTriggered(on, 600);
		const { items, error: failure } = await on.run(each('resolve'), { items: itemsOf(ids) });
		expect(failure).toBeUndefined();
		expect(sent()).toEqual([BULK, BULK, BULK]);
		expect(on.requests().map(({ body }) => (body as IDataObject).incidents)).toEqual(
			[ids.slice(0, 250), ids.slice(250, 500), ids.slice(500)].map((some) =>
				some.map((id) => ({ id, type: 'incident_reference', status: 'resolved' })),
			),
		);
		expect(comparable(on.requests()[0])).toMatchObject({ query: {}, headers: HEADERS });
		expect(idsOut(items)).toEqual(ids);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
		expect(statusesOf(ids)).toEqual(['resolved']);
		expect(on.sandbox.stats('pagerDuty').peakInFlight).toBe(1);
	});

	it('one item goes the usual way', async () => {
		const [id] = seedTriggered(on, 1);
		await on.run(each('resolve'), { items: itemsOf([id]) });
		expect(sent()).toEqual([`PUT /incidents/${id}`]);
	});

	it('what goes by number goes alone: the bulk request knows IDs only', async () => {
		const ids = seedTriggered(on, 3);
		const number = String(incidentOf(ids[1])?.incident_number);
		const { items } = await on.run(each('resolve'), { items: itemsOf([ids[0], number, ids[2]]) });
		expect(sent().sort()).toEqual([BULK, `PUT /incidents/${number}`]);
		expect(idsOut(items)).toEqual(ids);
	});

	it('other headers are another request', async () => {
		const ids = seedTriggered(on, 5);
		const anna = 'anna.schmidt@alpenrad.example';
		const from = ['', anna, '', anna, ''];
		const { items } = await on.run(
			each('resolve', { options: { from: '={{ $json.from }}', requestsAtOnce: 1 } }),
			{ items: ids.map((id, index) => ({ id, from: from[index] })) },
		);
		const groups = on.requests().map(({ headers, body }) => ({
			from: headers.from,
			ids: (body as { incidents: IDataObject[] }).incidents.map(({ id }) => id),
		}));
		expect(groups).toEqual([
			{ from: 'ops-bot@alpenrad.example', ids: [ids[0], ids[2], ids[4]] },
			{ from: anna, ids: [ids[1], ids[3]] },
		]);
		expect(idsOut(items)).toEqual(ids);
	});

	it('the whole objects come out without Simplify', async () => {
		const ids = seedTriggered(on, 2);
		const { items } = await on.run(each('resolve', { simplify: false }), { items: itemsOf(ids) });
		expect(items.map(({ json }) => [json.id, json.type])).toEqual(
			ids.map((id) => [id, 'incident']),
		);
	});
});

describe('one bad object among many', () => {
	it('fails alone, and all others are done', async () => {
		const ids = seedTriggered(on, 599);
		ids.splice(40, 0, 'QNOTTHERE00000');
		const {
			items,
			failed,
			error: failure,
		} = await on.run(each('resolve'), {
			items: itemsOf(ids),
			onError: 'continueErrorOutput',
		});
		expect(failure).toBeUndefined();
		expect(failed).toHaveLength(1);
		expect(failed[0].json.error).toContain(
			"PagerDuty refused 'Resolve incident' (item 40, counted from 0)",
		);
		expect(failed[0].pairedItem).toEqual({ item: 40 });
		const good = ids.filter((_, index) => index !== 40);
		expect(idsOut(items)).toEqual(good);
		expect(statusesOf(good)).toEqual(['resolved']);
		expect(sent().filter((request) => request === BULK)).toHaveLength(3);
		// The 250 of its request, one by one.
		expect(sent()).toHaveLength(3 + 250);
	});

	it('is named when the node stops at the first failure', async () => {
		const ids = [...seedTriggered(on, 3), 'QNOTTHERE00000'];
		const { error: failure } = await on.run(each('resolve', { options: { requestsAtOnce: 1 } }), {
			items: itemsOf(ids),
		});
		expect(failure?.message).toContain(
			"PagerDuty refused 'Resolve incident' (item 3, counted from 0)",
		);
		expect(failure?.description).toContain('Already done, counted from 0: item 0');
		expect(statusesOf(ids.slice(0, 3))).toEqual(['resolved']);
	});

	it('may be one that the key has no right to', async () => {
		const ids = seedTriggered(on, 3);
		on.sandbox.fault('pagerDuty', { path: '/incidents', ...error(403, 2010, 'Access Denied') });
		const { items } = await on.run(each('resolve'), { items: itemsOf(ids) });
		expect(idsOut(items)).toEqual(ids);
		expect(sent()).toHaveLength(1 + 3);
	});

	it('what is resolved already is success, with a notice', async () => {
		const ids = seedTriggered(on, 3);
		const { id } = seeded(on, 'resolved');
		const { items, hints } = await on.run(each('resolve'), {
			items: itemsOf([ids[0], id, ids[1], ids[2]]),
		});
		expect(idsOut(items)).toEqual([ids[0], id, ids[1], ids[2]]);
		expect(statusesOf(ids)).toEqual(['resolved']);
		expect(hints.map(({ message }) => message)).toEqual([
			'Some incidents were resolved already: nothing was changed on them',
		]);
	});

	it('what the reply leaves out is sent alone', async () => {
		const ids = seedTriggered(on, 2);
		on.sandbox.fault('pagerDuty', {
			path: '/incidents',
			status: 200,
			body: { incidents: [{ id: ids[0], status: 'resolved' }] },
		});
		const { items } = await on.run(each('resolve'), { items: itemsOf(ids) });
		expect(sent()).toEqual([BULK, `PUT /incidents/${ids[1]}`]);
		expect(idsOut(items)).toEqual(ids);
	});
});

describe('a refusal that every item would meet', () => {
	it.each([
		['a wrong token', { apiToken: 'wrong-token' }, '401'],
		['a From that is no user', { from: 'nobody@alpenrad.example' }, '400'],
	])('%s is not asked about one by one', async (_, changes, status) => {
		const ids = seedTriggered(on, 600);
		const stopped = await on.run(each('resolve'), {
			items: itemsOf(ids),
			credentials: on.credentials(changes),
		});
		expect(stopped.error?.httpCode).toBe(status);
		expect(sent()).toEqual([BULK]);

		on.sandbox.clearRequests();
		const { failed } = await on.run(each('resolve'), {
			items: itemsOf(ids),
			credentials: on.credentials(changes),
			onError: 'continueErrorOutput',
		});
		expect(failed).toHaveLength(600);
		expect(failed[599].json.error).toContain('(item 599, counted from 0)');
		expect(sent()).toEqual([BULK, BULK, BULK]);
	});

	it('a missing scope is not asked about one by one', async () => {
		const ids = seedTriggered(on, 3);
		on.sandbox.fault('pagerDuty', {
			...error(403, 2010, 'Token missing required scopes'),
			times: Infinity,
		});
		const { error: failure } = await on.run(each('resolve'), { items: itemsOf(ids) });
		expect(failure?.httpCode).toBe('403');
		expect(sent()).toEqual([BULK]);
	});
});

describe('when PagerDuty is busy or broken', () => {
	it.each([
		['429', error(429, 2020, 'Rate Limit Exceeded')],
		['503', error(503, 2000, 'Internal Error')],
	])('%s: the request is sent again as a whole', async (_, fault) => {
		const ids = seedTriggered(on, 3);
		on.sandbox.fault('pagerDuty', { ...fault, times: 2 });
		const { items } = await on.run(each('resolve'), { items: itemsOf(ids) });
		expect(sent()).toEqual([BULK, BULK, BULK]);
		expect(idsOut(items)).toEqual(ids);
	});

	it('a 500 that stays fails every item of the request, and nothing is sent one by one', async () => {
		const ids = seedTriggered(on, 3);
		on.sandbox.fault('pagerDuty', { ...error(500, 2000, 'Internal Error'), times: Infinity });
		const { failed } = await on.run(each('resolve'), {
			items: itemsOf(ids),
			onError: 'continueErrorOutput',
		});
		expect(sent()).toEqual([BULK, BULK, BULK, BULK]);
		expect(failed.map(({ json }) => json.error)).toEqual(
			[0, 1, 2].map((item) =>
				expect.stringMatching(
					new RegExp(
						`could not do 'Resolve incident' .*\\(${itemName(item)}\\).*outcome is unknown`,
					),
				),
			),
		);
	});

	it('a lost answer makes no failure: what holds by then is success', async () => {
		const ids = seedTriggered(on, 3);
		on.sandbox.fault('pagerDuty', { path: '/incidents', drop: 'after' });
		const { items, error: failure } = await on.run(each('resolve'), { items: itemsOf(ids) });
		expect(failure).toBeUndefined();
		expect(idsOut(items)).toEqual(ids);
		expect(statusesOf(ids)).toEqual(['resolved']);
	});
});

describe('several changes of one incident', () => {
	const retitle = each('update', { updateFields: { title: '={{ $json.title }}' } });

	it('are made in the order of the items, in requests of their own', async () => {
		const [a, b] = seedTriggered(on, 2);
		on.sandbox.latency(5);
		const { items } = await on.run(retitle, {
			items: [
				{ id: a, title: 'A1' },
				{ id: b, title: 'B1' },
				{ id: a, title: 'A2' },
				{ id: b, title: 'B2' },
				{ id: a, title: 'A3' },
			],
		});
		expect(items.map(({ json }) => json.title)).toEqual(['A1', 'B1', 'A2', 'B2', 'A3']);
		expect([incidentOf(a)?.title, incidentOf(b)?.title]).toEqual(['A3', 'B2']);
		expect(sent()).toEqual([BULK, BULK, `PUT /incidents/${a}`]);
	});

	it('keep their order also when the first has to be sent alone', async () => {
		const [a, b] = seedTriggered(on, 2);
		on.sandbox.latency(5);
		const { items, failed } = await on.run(retitle, {
			items: [
				{ id: 'QNOTTHERE00000', title: 'X' },
				{ id: a, title: 'A1' },
				{ id: a, title: 'A2' },
				{ id: b, title: 'B1' },
			],
			onError: 'continueErrorOutput',
		});
		expect(failed).toHaveLength(1);
		expect(items.map(({ json }) => json.title)).toEqual(['A1', 'A2', 'B1']);
		expect(incidentOf(a)?.title).toBe('A2');
	});
});

describe('with a look before', () => {
	it('sends together what is left to do', async () => {
		const ids = seedTriggered(on, 3);
		const [closed, taken] = [seeded(on, 'resolved').id, seeded(on, 'acknowledged').id];
		const all = [ids[0], closed, ids[1], taken, ids[2]];
		const { items, failed, hints } = await on.run(each('acknowledge'), {
			items: itemsOf(all),
			onError: 'continueErrorOutput',
		});
		expect(idsOut(items)).toEqual([ids[0], ids[1], taken, ids[2]]);
		expect(failed).toHaveLength(1);
		expect(failed[0].json.error).toContain(
			'acknowledging it would reopen it (item 1, counted from 0)',
		);
		expect(hints).toHaveLength(1);
		const writes = on.requests().filter(({ method }) => method === 'PUT');
		expect(writes.map(({ path, body }) => [path, body])).toEqual([
			[
				'/incidents',
				{
					incidents: ids.map((id) => ({
						id,
						type: 'incident_reference',
						status: 'acknowledged',
					})),
				},
			],
		]);
		expect(incidentOf(closed)?.status).toBe('resolved');
	});

	it('sends nothing when the node stops at the first failure', async () => {
		const ids = seedTriggered(on, 3);
		const { error: failure } = await on.run(each('acknowledge'), {
			items: itemsOf([...ids, seeded(on, 'resolved').id]),
		});
		expect(failure?.message).toContain('would reopen it (item 3, counted from 0)');
		expect(on.requests().filter(({ method }) => method === 'PUT')).toEqual([]);
	});

	it('sends the last one alone', async () => {
		const [id] = seedTriggered(on, 1);
		await on.run(each('acknowledge'), { items: itemsOf([id, seeded(on, 'acknowledged').id]) });
		expect(sent().filter((request) => request.startsWith('PUT'))).toEqual([`PUT /incidents/${id}`]);
	});
});
