import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getPast = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'getPast',
	incidentId: byId(id),
	...more,
});

it('reads similar incidents with their score', async () => {
	const { id, service } = seeded(on, 'triggered');
	const [past] = [...on.sandbox.state('pagerDuty').incidents.values()].filter(
		(one) => one.service.id === service.id && one.id !== id,
	);
	const { items } = await on.run(getPast(id, { limit: 3 }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${id}/past_incidents`,
		query: { limit: '3' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: past.id,
				number: null,
				title: past.title,
				status: null,
				severity: null,
				url: null,
				service: null,
				assignees: null,
				actor: null,
				createdAt: past.created_at,
				updatedAt: null,
				vendorStatus: null,
				vendorSeverity: null,
				score: 46.8249,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('reads 50 unless told otherwise, and returns the entries untouched without Simplify', async () => {
	const { items } = await on.run(getPast(seeded(on, 'triggered').id, { simplify: false }));
	expect(on.theRequest().query).toEqual({ limit: '50' });
	expect(items[0].json).toEqual({
		incident: expect.objectContaining({ id: expect.any(String), title: expect.any(String) }),
		score: 46.8249,
	});
});

it('is empty, with a notice, where the plan lacks it', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('event_intelligence');
	const { items, hints, error } = await on.run(getPast(seeded(on, 'triggered').id));
	expect(error).toBeUndefined();
	expect(items).toEqual([]);
	expect(hints.map(({ message }) => message)).toEqual([
		"Past incidents are not part of this PagerDuty account's plan, or not open to this key: the list is empty",
	]);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(getPast('QNOTHERE0'));
	expect(error).toMatchObject({ httpCode: '404' });
});

it.each([
	['no incident', '={{ "" }}', {}, "'Incident' is empty (item 0)"],
	['a limit of 0', 'QXYZ', { limit: 0 }, "'Limit' cannot be 0 (item 0)"],
	['a limit of 1000', 'QXYZ', { limit: 1000 }, "'Limit' cannot be 1000 (item 0)"],
])('refuses %s before any request', async (_, id, fields, message) => {
	const { error } = await on.run(getPast(id, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
