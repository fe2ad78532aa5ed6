import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const alerts = () => [...on.sandbox.state('pagerDuty').details.alerts.values()];
const get = (incidentId: string, alertId: string, fields = {}) => ({
	resource: 'alert',
	operation: 'get',
	incidentId: byId(incidentId),
	alertId: byId(alertId),
	...fields,
});

it('gives a record of ten fields', async () => {
	const [first] = alerts();
	const { items } = await on.run(get(first.incident.id, first.id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${first.incident.id}/alerts/${first.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: first.id,
				alertKey: 'checkout-502',
				summary: 'Checkout error rate above 2 %',
				status: 'triggered',
				severity: 'error',
				incidentId: first.incident.id,
				serviceName: 'Checkout',
				createdAt: first.created_at,
				url: first.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('shows what the monitoring tool sent without Simplify', async () => {
	const [, second] = alerts();
	const { items } = await on.run(get(second.incident.id, second.id, { simplify: false }));
	expect(items[0].json).toEqual(second);
	expect(items[0].json.body).toEqual({
		type: 'alert_body',
		contexts: [],
		details: { host: 'shop-1', value: 0 },
	});
});

it('takes the address of an alert', async () => {
	const [{ id, incident, html_url: value }] = alerts();
	const { items } = await on.run(
		get(incident.id, id, { alertId: { __rl: true, mode: 'url', value } }),
	);
	expect(items[0].json.id).toBe(id);
});

it('names an alert that is not there', async () => {
	const [{ incident }] = alerts();
	const { error } = await on.run(get(incident.id, 'PNOTHERE'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'Get alert' (item 0): Not Found",
	});
	expect(error?.description).toContain('Check the ID');
});

it('refuses an empty alert before any request', async () => {
	const { error } = await on.run(get('Q1XYZ2ABCDEFGH', '={{ "" }}'));
	expect(error?.message).toBe("'Alert' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
