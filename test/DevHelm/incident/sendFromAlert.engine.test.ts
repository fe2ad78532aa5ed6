import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { markOf } from '../../../nodes/shared/alerts/told';
import { byId, comparable, suite } from '../../support/suite';
import {
	DETAILS,
	firing,
	GENERIC_FIRING,
	groupOf,
	over,
	SHOWN,
	SHOWN_OVER,
	UNKNOWN,
} from '../../shared/alerts/group';
import { HEADERS, READ_HEADERS, recordOf, rowOf, updatesOf } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const send = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'sendFromAlert',
	...fields,
});

const run = async (alerts: IDataObject[], fields: IDataObject = {}) => {
	on.sandbox.clearRequests();
	return await on.run(send(fields), { items: [groupOf(...alerts)] });
};

const MARK = markOf(SHOWN.key);
const marked = (mark = MARK) =>
	[...on.sandbox.state('devHelm').incidents.values()].filter(({ title }) => title?.endsWith(mark));
const sent = () => on.requests().map(comparable);
const actions = ({ items }: Awaited<ReturnType<typeof run>>) =>
	items.map(({ json }) => json.action);

const lookUp = {
	method: 'GET',
	path: '/api/v1/incidents',
	query: { source: 'MANUAL', status: 'CONFIRMED', page: '0', size: '200' },
	headers: READ_HEADERS,
	body: undefined,
};

it('opens an incident with a mark for what fires', async () => {
	const { items } = await run([firing()]);
	expect(sent()).toEqual([
		lookUp,
		{
			method: 'POST',
			path: '/api/v1/incidents',
			query: {},
			headers: HEADERS,
			body: { title: `${SHOWN.title} ${MARK}`, severity: 'DOWN', body: DETAILS },
		},
	]);
	const [{ id }] = marked();
	expect(items).toEqual([
		{
			json: { action: 'created', alert: SHOWN, incident: recordOf(on, id) },
			pairedItem: { item: 0 },
		},
	]);
});

it('carries the further fields of Create', async () => {
	const [monitor] = on.sandbox.state('devHelm').monitors.keys();
	await run([firing({ labels: { severity: 'warning' } })], {
		additionalFields: { monitorId: byId(monitor), extraFields: '{ "flag": false }' },
	});
	expect(sent()[1].body).toMatchObject({ severity: 'DEGRADED', monitorId: monitor, flag: false });
});

it('leaves what is open as it is when the alert says the same again', async () => {
	await run([firing()]);
	const result = await run([firing()]);
	expect(sent()).toEqual([lookUp]);
	expect(result.items[0].json).toEqual({
		action: 'unchanged',
		alert: SHOWN,
		incident: rowOf(on, marked()[0].id),
	});
});

describe('when the alert has another title or severity', () => {
	const worse = () => firing({ labels: { severity: 'low' }, annotations: { summary: 'Down' } });

	it('corrects what is open', async () => {
		await run([firing()]);
		const [{ id }] = marked();
		const result = await run([worse()]);
		expect(sent()).toEqual([
			lookUp,
			{
				method: 'PATCH',
				path: `/api/v1/incidents/${id}`,
				query: {},
				headers: HEADERS,
				body: { title: `Down ${MARK}`, severity: 'DEGRADED' },
			},
		]);
		expect(result.items[0].json).toMatchObject({ action: 'updated', incident: recordOf(on, id) });
	});

	it('leaves it where that is wanted', async () => {
		await run([firing()]);
		expect(actions(await run([worse()], { options: { whenFiringAgain: 'leave' } }))).toEqual([
			'unchanged',
		]);
		expect(sent()).toEqual([lookUp]);
	});

	it('leaves it where the API is too old for corrections, and says so', async () => {
		await run([firing()]);
		on.sandbox.fault('devHelm', { method: 'PATCH', status: 405, body: {} });
		const result = await run([worse()]);
		expect(result.error).toBeUndefined();
		expect(actions(result)).toEqual(['unchanged']);
		expect(result.hints.map(({ message }) => message)).toContain(
			'Some alerts have another title or severity now, and this DevHelm cannot correct open incidents: they stay as they were',
		);
	});
});

describe('what is over', () => {
	it('resolves what it opened, and nothing else', async () => {
		await run([firing(), firing({ fingerprint: 'other' })]);
		const [{ id }] = marked();
		const { items } = await run([over()]);
		expect(sent()).toEqual([
			lookUp,
			{ ...lookUp, path: `/api/v1/incidents/${id}`, query: {} },
			{
				method: 'POST',
				path: `/api/v1/incidents/${id}/resolve`,
				query: {},
				headers: HEADERS,
				body: { body: 'Alertmanager says that it is over since 2026-03-02T03:05:22Z' },
			},
		]);
		expect(items).toEqual([
			{
				json: { action: 'resolved', alert: SHOWN_OVER, incident: recordOf(on, id) },
				pairedItem: { item: 0 },
			},
		]);
		expect(marked()[0].status).toBe('RESOLVED');
		expect(updatesOf(on, id).at(-1)?.body).toContain('it is over');
		expect(marked(markOf('alertmanager:other'))[0].status).toBe('CONFIRMED');
	});

	it('is success with a notice where nothing is open', async () => {
		const { items, hints } = await run([over()]);
		expect(sent()).toEqual([lookUp]);
		expect(items[0].json).toEqual({ action: 'none', alert: SHOWN_OVER, incident: null });
		expect(hints).toHaveLength(1);
	});
});

it('goes from firing to over and again in one message, in that order', async () => {
	expect(actions(await run([firing(), over(), firing(), firing()]))).toEqual([
		'created',
		'resolved',
		'created',
		'unchanged',
	]);
	expect(marked().map(({ status }) => status)).toEqual(['RESOLVED', 'CONFIRMED']);
});

it('reads the open ones once for many alerts', async () => {
	const alerts = Array.from({ length: 20 }, (_, index) => firing({ fingerprint: `f${index}` }));
	await run(alerts);
	expect(sent().filter(({ method }) => method === 'GET')).toHaveLength(1);
	expect(sent().filter(({ method }) => method === 'POST')).toHaveLength(20);
});

it('takes an alert of any other tool that says no more than what is wrong', async () => {
	const { items } = await on.run(send(GENERIC_FIRING));
	const [{ id }] = marked(markOf(UNKNOWN.key));
	expect(items[0].json).toEqual({
		action: 'created',
		alert: UNKNOWN,
		incident: recordOf(on, id),
	});
});

it("gives the vendor's own object without Simplify", async () => {
	const { items } = await run([firing()], { simplify: false });
	expect(items[0].json.incident).toMatchObject({ source: 'MANUAL', status: 'CONFIRMED' });
});
