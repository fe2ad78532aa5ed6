import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
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
import { HEADERS, idsOf, READ_HEADERS, recordOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const send = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'sendFromAlert',
	serviceId: byId(idsOf(on).services.Checkout),
	...fields,
});

const run = async (alerts: IDataObject[], fields: IDataObject = {}) => {
	on.sandbox.clearRequests();
	return await on.run(send(fields), { items: [groupOf(...alerts)] });
};

const otherService = () => {
	const { services } = idsOf(on);
	return Object.values(services).filter((id) => id !== services.Checkout)[0];
};

const withKey = (key: string) =>
	[...on.sandbox.state('pagerDuty').incidents.values()].filter(
		({ incident_key }) => incident_key === key,
	);

const KEY = 'alertmanager:5ef77f1f8a3ecfad';

const lookUp = () => ({
	method: 'GET',
	path: '/incidents',
	query: {
		incident_key: KEY,
		'service_ids[]': idsOf(on).services.Checkout,
		date_range: 'all',
		sort_by: 'created_at:desc',
		'statuses[]': ['triggered', 'acknowledged'],
		limit: '100',
		offset: '0',
	},
	headers: READ_HEADERS,
	body: undefined,
});

const sent = () => on.requests().map(comparable);

it('opens an incident for what fires', async () => {
	const { items } = await run([firing()]);
	expect(sent()).toEqual([
		lookUp(),
		{
			method: 'POST',
			path: '/incidents',
			query: {},
			headers: HEADERS,
			body: {
				incident: {
					type: 'incident',
					title: SHOWN.title,
					service: { id: idsOf(on).services.Checkout, type: 'service_reference' },
					body: { type: 'incident_body', details: DETAILS },
					incident_key: KEY,
				},
			},
		},
	]);
	const [incident] = withKey(KEY);
	expect(items).toEqual([
		{
			json: { action: 'created', alert: SHOWN, incident: recordOf(on, incident.id) },
			pairedItem: { item: 0 },
		},
	]);
});

it('carries the further fields of Create, and who acts', async () => {
	const { policies, priorities } = idsOf(on);
	const [user] = [...on.sandbox.state('pagerDuty').users.values()];
	await run([firing()], {
		additionalFields: {
			conferenceNumber: '+1 415-555-1212',
			conferenceUrl: 'https://meet.example.com/incident',
			escalationPolicyId: byId(policies['Platform On-Call']),
			incidentType: 'major_incident',
			priorityId: 'P1',
			urgency: 'low',
			extraFields: '{ "new_field": 0 }',
		},
		options: { from: user.email },
	});
	const write = sent().find(({ method }) => method === 'POST');
	expect(write?.headers).toEqual({ ...HEADERS, from: user.email });
	expect(write?.body).toEqual({
		incident: {
			type: 'incident',
			title: SHOWN.title,
			service: { id: idsOf(on).services.Checkout, type: 'service_reference' },
			priority: { id: priorities.P1, type: 'priority_reference' },
			urgency: 'low',
			body: { type: 'incident_body', details: DETAILS },
			incident_key: KEY,
			escalation_policy: {
				id: policies['Platform On-Call'],
				type: 'escalation_policy_reference',
			},
			incident_type: { name: 'major_incident' },
			conference_bridge: {
				conference_number: '+1 415-555-1212',
				conference_url: 'https://meet.example.com/incident',
			},
			new_field: 0,
		},
	});
});

it('leaves what is open as it is when the alert says the same again', async () => {
	await run([firing()]);
	const { items, hints } = await run([firing()]);
	expect(sent()).toEqual([lookUp()]);
	expect(items[0].json).toEqual({
		action: 'unchanged',
		alert: SHOWN,
		incident: recordOf(on, withKey(KEY)[0].id),
	});
	expect(hints.map(({ message }) => message)).toEqual([
		'Some alerts met what they had opened before: it is put out, and no second one was made',
	]);
	expect(withKey(KEY)).toHaveLength(1);
});

describe('when the alert has another title', () => {
	const other = () => firing({ annotations: { summary: 'Checkout is down' } });

	it('changes that of what is open', async () => {
		await run([firing()]);
		const [{ id }] = withKey(KEY);
		const { items } = await run([other()]);
		expect(sent().slice(1)).toEqual([
			{
				method: 'PUT',
				path: `/incidents/${id}`,
				query: {},
				headers: HEADERS,
				body: { incident: { type: 'incident_reference', title: 'Checkout is down' } },
			},
		]);
		expect(items[0].json).toMatchObject({
			action: 'updated',
			incident: { id, title: 'Checkout is down' },
		});
	});

	it('leaves it where that is wanted', async () => {
		await run([firing()]);
		const { items } = await run([other()], { options: { whenFiringAgain: 'leave' } });
		expect(sent()).toEqual([lookUp()]);
		expect(items[0].json).toMatchObject({
			action: 'unchanged',
			incident: { title: SHOWN.title },
		});
	});
});

describe('what is over', () => {
	it('resolves what it opened, acknowledged or not, and nothing else', async () => {
		await run([firing(), firing({ fingerprint: 'other' })]);
		const [incident] = withKey(KEY);
		Object.assign(incident, { status: 'acknowledged' });
		const { items } = await run([over()]);
		expect(sent()).toEqual([
			lookUp(),
			{
				method: 'PUT',
				path: `/incidents/${incident.id}`,
				query: {},
				headers: HEADERS,
				body: {
					incident: {
						type: 'incident_reference',
						status: 'resolved',
						resolution: 'Alertmanager says that it is over since 2026-03-02T03:05:22Z',
					},
				},
			},
		]);
		expect(items).toEqual([
			{
				json: { action: 'resolved', alert: SHOWN_OVER, incident: recordOf(on, incident.id) },
				pairedItem: { item: 0 },
			},
		]);
		expect(incident.status).toBe('resolved');
		expect(withKey('alertmanager:other')[0].status).toBe('triggered');
	});

	it('is success with a notice where nothing is open', async () => {
		const { items, hints } = await run([over()]);
		expect(sent()).toEqual([lookUp()]);
		expect(items[0].json).toEqual({ action: 'none', alert: SHOWN_OVER, incident: null });
		expect(hints.map(({ message }) => message)).toEqual([
			'Some alerts were over, and nothing that they had opened was open: nothing was sent for them',
		]);
	});

	it('touches no incident of the same key on another service', async () => {
		await run([firing()], { serviceId: byId(otherService()) });
		await run([over()]);
		expect(withKey(KEY).map(({ status }) => status)).toEqual(['triggered']);
	});
});

it('goes from firing to over and again in one message, in that order', async () => {
	const { items } = await run([firing(), over(), firing()]);
	expect(items.map(({ json }) => json.action)).toEqual(['created', 'resolved', 'created']);
	expect(withKey(KEY).map(({ status }) => status)).toEqual(['resolved', 'triggered']);
});

it('opens one for an alert that comes twice at once', async () => {
	const { items } = await run([firing(), firing(), firing()]);
	expect(items.map(({ json }) => json.action)).toEqual(['created', 'unchanged', 'unchanged']);
	expect(withKey(KEY)).toHaveLength(1);
});

it('makes one when the reply was lost', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after', method: 'POST' });
	const { error, items } = await run([firing()]);
	expect(error).toBeUndefined();
	expect(items[0].json.action).toBe('created');
	expect(withKey(KEY)).toHaveLength(1);
});

it('gives the vendor its own object without Simplify', async () => {
	const { items } = await run([firing()], { simplify: false });
	expect(items[0].json.incident).toMatchObject({ incident_key: KEY, type: 'incident' });
});

it('says what is done already when an alert is refused', async () => {
	on.sandbox.fault('pagerDuty', { status: 403, method: 'POST', skip: 1 });
	const { error } = await run([firing(), firing({ fingerprint: 'two' })], {
		options: { requestsAtOnce: 1 },
	});
	const [{ id }] = withKey(KEY);
	expect(error?.message).toContain(`(item 0, alert 2 of 2 "${SHOWN.title}")`);
	expect(error?.description).toContain(
		`Already done, counted from 0: item 0 alert 1 of 2 "${SHOWN.title}" (ID ${id})`,
	);
});

it('is refused without a service', async () => {
	const { error } = await run([firing()], { serviceId: byId('={{ "" }}') });
	expect(on.requests()).toEqual([]);
	expect(error?.message).toBe("'Service' is empty (item 0)");
});

it('takes an alert of any other tool that says no more than what is wrong', async () => {
	const { items } = await on.run(send(GENERIC_FIRING));
	const key = 'generic:web-1/disk';
	expect(items[0].json).toEqual({
		action: 'created',
		alert: UNKNOWN,
		incident: recordOf(on, withKey(key)[0].id),
	});
});
