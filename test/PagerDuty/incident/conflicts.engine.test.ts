import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { seeded } from '../incidents';
import { byId, suite } from '../../support/suite';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const act = (operation: string, id: string) => ({
	resource: 'incident',
	operation,
	incidentId: byId(id),
});
const sent = () => on.requests().map(({ method, status }) => [method, status]);
const refuse = (method: string, status: number, code: number, message: string) =>
	on.sandbox.fault('pagerDuty', { method, status, body: { error: { message, code } } });

it('a conflict is success when the wanted state holds', async () => {
	const { id } = seeded(on, 'resolved');
	const { items, hints } = await on.run(act('resolve', id));
	expect(items[0].json).toMatchObject({ id, status: 'resolved' });
	expect(hints).toHaveLength(1);
	expect(sent()).toEqual([
		['PUT', 400],
		['GET', 200],
	]);
});

it('a conflict is a failure when it does not', async () => {
	const { id } = seeded(on, 'triggered');
	refuse('PUT', 400, 1001, 'Incident Already Resolved');
	const { error, items, hints } = await on.run(act('resolve', id));
	expect(error?.message).toBe(
		"PagerDuty refused 'Resolve incident' (item 0): Incident Already Resolved",
	);
	expect(error?.description).toContain('[PUT /incidents/');
	expect([items, hints]).toEqual([[], []]);
});

it('a conflict that cannot be looked into is told as the conflict', async () => {
	const { id } = seeded(on, 'resolved');
	refuse('GET', 403, 2010, 'Access Denied');
	const { error } = await on.run(act('resolve', id));
	expect(error?.message).toContain('Incident Already Resolved');
	expect(error?.description).toContain('[PUT /incidents/');
});

it('another refusal is not looked into', async () => {
	const { id } = seeded(on, 'resolved');
	refuse('PUT', 400, 2001, 'Invalid Input Provided');
	const { error } = await on.run(act('resolve', id));
	expect(error?.message).toContain('Invalid Input Provided');
	expect(sent()).toEqual([['PUT', 400]]);
});

it('nothing is sent when the look before fails', async () => {
	const { id } = seeded(on, 'triggered');
	refuse('GET', 403, 2010, 'Access Denied');
	const { error } = await on.run(act('acknowledge', id));
	expect(error?.message).toContain("PagerDuty refused 'Acknowledge incident' (item 0)");
	expect(error?.description).toContain('[GET /incidents/');
	expect(sent()).toEqual([['GET', 403]]);
});

it('nothing is sent when the look before finds what must be left alone, or is done', async () => {
	await on.run(act('acknowledge', seeded(on, 'resolved').id));
	await on.run(act('acknowledge', seeded(on, 'acknowledged').id));
	await on.run(act('reopen', seeded(on, 'triggered').id));
	expect(sent()).toEqual([
		['GET', 200],
		['GET', 200],
		['GET', 200],
	]);
});

it('a reply without the incident is no success', async () => {
	on.sandbox.fault('pagerDuty', { status: 200, body: { ok: true }, times: Infinity });
	const { error } = await on.run(act('resolve', seeded(on, 'triggered').id));
	expect(error?.message).toContain("Something other than the PagerDuty API answered 'Resolve");
});
