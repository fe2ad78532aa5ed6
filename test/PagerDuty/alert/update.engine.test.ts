import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS, READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const alerts = () => [...on.sandbox.state('pagerDuty').details.alerts.values()];
const update = (updateFields: object, fields = {}) => {
	const [{ id, incident }] = alerts();
	return {
		resource: 'alert',
		operation: 'update',
		incidentId: byId(incident.id),
		alertId: byId(id),
		updateFields,
		...fields,
	};
};

it('carries every field', async () => {
	const [{ id, incident }] = alerts();
	const target = seeded(on, 'triggered');
	const { items } = await on.run(
		update(
			{
				status: 'resolved',
				targetIncidentId: byId(target.id),
				extraFields: '{ "new_field": 0 }',
			},
			{ options: { from: 'anna.schmidt@alpenrad.example' } },
		),
	);
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/incidents/${incident.id}/alerts/${id}`,
		query: {},
		headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
		body: {
			alert: {
				type: 'alert',
				status: 'resolved',
				incident: { id: target.id, type: 'incident_reference' },
				new_field: 0,
			},
		},
	});
	expect(items[0].json).toMatchObject({ id, status: 'resolved', incidentId: target.id });
	expect(target.alert_counts).toEqual({ all: 1, triggered: 0, resolved: 1 });
});

it('resolves, and gives the record', async () => {
	const [alert] = alerts();
	const { items } = await on.run(update({ status: 'resolved' }));
	expect(on.theRequest()).toMatchObject({ headers: HEADERS });
	expect(on.theRequest().body).toEqual({ alert: { type: 'alert', status: 'resolved' } });
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: alert.id,
				alertKey: 'checkout-502',
				summary: 'Checkout error rate above 2 %',
				status: 'resolved',
				severity: 'error',
				incidentId: alert.incident.id,
				serviceName: 'Checkout',
				createdAt: alert.created_at,
				url: alert.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('triggers a resolved alert again', async () => {
	const [, resolved] = alerts();
	const { items } = await on.run(
		update({ status: 'triggered' }, { alertId: byId(resolved.id), simplify: false }),
	);
	expect(items[0].json).toMatchObject({ id: resolved.id, type: 'alert', resolved_at: null });
	expect(resolved.status).toBe('triggered');
});

it('is sent again when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(update({ status: 'resolved' }));
	expect(error).toBeUndefined();
	expect(items[0].json.status).toBe('resolved');
	expect(on.requests()).toHaveLength(2);
});

it('finds an alert at its new incident when the answer to the move is lost', async () => {
	const [{ id }] = alerts();
	const target = seeded(on, 'triggered');
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error, hints } = await on.run(
		update({ targetIncidentId: byId(target.id), status: 'resolved' }),
	);
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id, incidentId: target.id, status: 'resolved' });
	expect(hints.map(({ message }) => message)).toEqual([
		'Some alerts belonged to the other incident already',
	]);
	expect(comparable(on.requests()[2])).toEqual({
		method: 'GET',
		path: `/incidents/${target.id}/alerts/${id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
});

it('does not pass off an alert in another state as done', async () => {
	const [alert] = alerts();
	const target = seeded(on, 'triggered');
	const before = update({ targetIncidentId: byId(target.id) });
	await on.run(before);
	const { error } = await on.run({
		...before,
		updateFields: { targetIncidentId: byId(target.id), status: 'resolved' },
	});
	expect(error).toMatchObject({ httpCode: '404' });
	expect(alert.status).toBe('triggered');
});

it.each([
	['an incident that is not there', { incidentId: byId('QNOTHERE0') }, {}],
	['an alert that is not there', { alertId: byId('PNOTHERE') }, {}],
	['a target that is not there', {}, { targetIncidentId: byId('QNOTHERE0') }],
])('names %s', async (_, fields, changes) => {
	const { error } = await on.run(update({ status: 'resolved', ...changes }, fields));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'Update alert' (item 0): Not Found",
	});
});

it.each([
	[{}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[{ status: '={{ "" }}' }, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[{ status: '={{ "acknowledged" }}' }, `'Status' cannot be "acknowledged" (item 0)`],
	[
		{ targetIncidentId: byId('={{ "no id" }}') },
		`'Move to Incident' is not an ID: "no id" (item 0)`,
	],
])('refuses %j before any request', async (changes, message) => {
	const { error } = await on.run(update(changes));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('refuses a general access key without From before any request', async () => {
	const { error } = await on.run(update({ status: 'resolved' }), {
		credentials: on.credentials({ from: '' }),
	});
	expect(error?.message).toContain("'From Email' is empty");
	expect(on.requests()).toEqual([]);
});
