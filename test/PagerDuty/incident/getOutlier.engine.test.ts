import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, recordOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getOutlier = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'getOutlier',
	incidentId: byId(id),
	...more,
});

it('gives the record of the incident with how often the like of it has happened', async () => {
	const { id, title, created_at } = seeded(on, 'acknowledged');
	const { items } = await on.run(getOutlier(id, { options: { since: '2026-01-01T00:00:00Z' } }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${id}/outlier_incident`,
		query: { since: '2026-01-01T00:00:00Z', 'additional_details[]': 'incident' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				...recordOf(on, id),
				occurrences: 10,
				frequency: 0.04,
				category: 'rare',
				countedFrom: '2026-01-01T00:00:00Z',
				countedUntil: created_at,
				pattern: `${title} <*>`,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives PagerDuty's own object without Simplify, and needs no start", async () => {
	const { items } = await on.run(getOutlier(seeded(on, 'triggered').id, { simplify: false }));
	expect(on.theRequest().query).toEqual({ 'additional_details[]': 'incident' });
	expect(items[0].json).toMatchObject({
		incident: { type: 'incident', occurrence: { category: 'rare' } },
		incident_template: { cluster_id: 'P2B3X5' },
	});
});

it('has what PagerDuty does not tell as null', async () => {
	const body = { outlier_incident: { incident: { id: 'Q1' } } };
	on.sandbox.fault('pagerDuty', { status: 200, body });
	const { items } = await on.run(getOutlier(seeded(on, 'triggered').id));
	expect(items[0].json).toMatchObject({
		id: 'Q1',
		occurrences: null,
		frequency: null,
		category: null,
		countedFrom: null,
		countedUntil: null,
		pattern: null,
	});
});

it('says that the plan lacks it', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('event_intelligence');
	const { error } = await on.run(getOutlier(seeded(on, 'triggered').id));
	expect(error).toMatchObject({ httpCode: '402' });
	expect(error?.description).toContain('The plan of this PagerDuty account');
});

it.each([
	['={{ "" }}', {}, "'Incident' is empty (item 0)"],
	['Q1234567', { since: 'soon' }, `'Since' is no date: "soon" (item 0)`],
])('refuses %s %j before any request', async (id, options, message) => {
	const { error } = await on.run(getOutlier(id, { options }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
