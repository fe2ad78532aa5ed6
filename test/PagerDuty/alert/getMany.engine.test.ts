import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
import { addAlert } from '../../sandbox/pagerduty/details/seed';

const getMany = (incidentId: string, fields = {}) => ({
	resource: 'alert',
	operation: 'getAll',
	incidentId: byId(incidentId),
	...fields,
});
const withAlerts = () => seeded(on, 'acknowledged');

it('sends every filter and option as documented', async () => {
	const { id } = withAlerts();
	const { items } = await on.run(
		getMany(id, {
			limit: 10,
			filters: { alertKey: 'checkout-502', statuses: ['triggered', 'resolved'] },
			options: {
				include: ['first_trigger_log_entries', 'incidents', 'services'],
				sortBy: 'resolved_at:desc',
				thenBy: 'created_at:asc',
			},
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${id}/alerts`,
		query: {
			alert_key: 'checkout-502',
			'statuses[]': ['triggered', 'resolved'],
			sort_by: 'resolved_at:desc,created_at:asc',
			'include[]': ['first_trigger_log_entries', 'incidents', 'services'],
			limit: '10',
			offset: '0',
		},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json.alertKey)).toEqual(['checkout-502']);
});

it('reads all alerts of the incident when no filter is set', async () => {
	const { id } = withAlerts();
	const { items } = await on.run(getMany(id));
	expect(on.theRequest().query).toEqual({ sort_by: 'created_at:desc', limit: '50', offset: '0' });
	const stored = [...on.sandbox.state('pagerDuty').details.alerts.values()];
	expect(items).toEqual(
		['triggered', 'resolved'].map((status, index) => ({
			json: {
				provider: 'pagerduty',
				id: stored[index].id,
				alertKey: stored[index].alert_key,
				summary: ['Checkout error rate above 2 %', 'Zahlung über „Fahrräder“ schlägt fehl'][index],
				status,
				severity: ['error', 'warning'][index],
				incidentId: id,
				serviceName: 'Checkout',
				createdAt: stored[index].created_at,
				url: stored[index].html_url,
			},
			pairedItem: { item: 0 },
		})),
	);
});

it('gives the alerts untouched without Simplify', async () => {
	const { id } = withAlerts();
	const { items } = await on.run(getMany(id, { simplify: false, limit: 1 }));
	expect(items[0].json).toMatchObject({ type: 'alert', body: { details: { value: 0 } } });
});

it('goes through the pages', async () => {
	const incident = seeded(on, 'triggered');
	for (let count = 0; count < 230; count += 1) addAlert(on.sandbox.state('pagerDuty'), incident);
	const { items } = await on.run(getMany(incident.id, { returnAll: true }));
	expect(new Set(items.map(({ json }) => json.id)).size).toBe(230);
	expect(on.requests().map(({ query }) => query.offset)).toEqual(['0', '100', '200']);
});

it('says how to reach what lies beyond the end of the paging', async () => {
	const { id } = withAlerts();
	on.sandbox.fault('pagerDuty', {
		times: Infinity,
		status: 200,
		body: { alerts: Array.from({ length: 5_000 }, () => ({ summary: 'Many' })), more: true },
	});
	const { items, hints } = await on.run(getMany(id, { returnAll: true }));
	expect(items).toHaveLength(10_000);
	expect(hints.map(({ message }) => message)).toEqual([
		"PagerDuty lists 10,000 alerts at most, and more exist. Narrow the list with the filter 'Statuses' or 'Alert Key', or read it from the other end with 'Sort By' under Options",
	]);
});

it('gives no item for an incident without alerts', async () => {
	const { items, error } = await on.run(getMany(seeded(on, 'triggered').id));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it.each([
	[{ filters: { statuses: ['acknowledged'] } }, `'Statuses' cannot be "acknowledged" (item 0)`],
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany('Q1XYZ2ABCDEFGH', fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});
