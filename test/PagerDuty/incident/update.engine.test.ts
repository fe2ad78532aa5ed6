import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { HEADERS, idsOf, recordOf, seeded, seedTriggered } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const update = (id: string, updateFields: IDataObject, more = {}) => ({
	resource: 'incident',
	operation: 'update',
	incidentId: byId(id),
	updateFields,
	...more,
});

it('carries every field', async () => {
	const { id } = seeded(on, 'triggered');
	const { services, policies, priorities } = idsOf(on);
	const { items } = await on.run(
		update(
			id,
			{
				title: ' Fahrräder „weg“ 🚲 ',
				urgency: 'low',
				priorityId: priorities.P2,
				escalationPolicyId: byId(policies['Shop On-Call']),
				escalationLevel: 2,
				incidentType: 'major_incident',
				conferenceNumber: '+1 415-555-1212,,,,1234#',
				conferenceUrl: 'https://meet.example.com/incident',
				serviceId: byId(services.Checkout),
				extraFields: '{ "new_field": 0, "cleared": null }',
			},
			{ options: { from: 'anna.schmidt@alpenrad.example' } },
		),
	);
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/incidents/${id}`,
		query: {},
		headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
		body: {
			incident: {
				type: 'incident_reference',
				title: 'Fahrräder „weg“ 🚲',
				urgency: 'low',
				priority: { id: priorities.P2, type: 'priority_reference' },
				escalation_policy: { id: policies['Shop On-Call'], type: 'escalation_policy_reference' },
				escalation_level: 2,
				incident_type: { name: 'major_incident' },
				conference_bridge: {
					conference_number: '+1 415-555-1212,,,,1234#',
					conference_url: 'https://meet.example.com/incident',
				},
				service: { id: services.Checkout, type: 'service_reference' },
				new_field: 0,
				cleared: null,
			},
		},
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({
		title: 'Fahrräder „weg“ 🚲',
		service: 'Checkout',
		severity: 'warning',
		vendorSeverity: 'P2',
	});
});

it('sends nothing that is not set', async () => {
	const { id } = seeded(on, 'triggered');
	const { items } = await on.run(update(id, { title: 'Only this' }, { simplify: false }));
	expect(on.theRequest()).toMatchObject({ headers: HEADERS });
	expect(on.theRequest().body).toEqual({
		incident: { type: 'incident_reference', title: 'Only this' },
	});
	expect(items[0].json).toMatchObject({ type: 'incident', title: 'Only this' });
});

it('sets a priority by its name, and several assignees', async () => {
	const { id } = seeded(on, 'triggered');
	const { users } = idsOf(on);
	const ids = [users['Anna Schmidt'], users['Priya Natarajan']];
	const { items } = await on.run(
		update(id, { priorityName: 'P1', assigneeIds: rowsOfIds('assigneeId', ids) }),
	);
	expect(on.theRequest().body).toEqual({
		incident: {
			type: 'incident_reference',
			priority: 'P1',
			assignments: ids.map((user) => ({ assignee: { id: user, type: 'user_reference' } })),
		},
	});
	expect(items[0].json.vendorSeverity).toBe('P1');
});

it('changes a resolved incident without opening it', async () => {
	const { id } = seeded(on, 'resolved');
	const { items } = await on.run(update(id, { title: 'For the record' }));
	expect(items[0].json).toMatchObject({ id, title: 'For the record', status: 'resolved' });
});

it('goes in one request for many items, and alone where the service changes', async () => {
	const ids = seedTriggered(on, 4);
	const service = idsOf(on).services.Checkout;
	const fields = {
		title: '={{ $json.title }}',
		serviceId: byId('={{ $json.service }}'),
	};
	const { items } = await on.run(update('={{ $json.id }}', fields), {
		items: ids.map((id, index) => ({
			id,
			title: `T${index}`,
			service: index === 1 ? service : '',
		})),
	});
	expect(items.map(({ json }) => [json.id, json.title])).toEqual(
		ids.map((id, index) => [id, `T${index}`]),
	);
	expect(
		on
			.requests()
			.map(({ method, path }) => `${method} ${path}`)
			.sort(),
	).toEqual(['PUT /incidents', `PUT /incidents/${ids[1]}`]);
	const bulk = on.requests().find(({ path }) => path === '/incidents');
	expect(bulk?.body).toEqual({
		incidents: [0, 2, 3].map((index) => ({
			type: 'incident_reference',
			title: `T${index}`,
			id: ids[index],
		})),
	});
});

it.each([
	['nothing', {}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[
		'fields that are all empty',
		{ title: '={{ "" }}', extraFields: '{}' },
		"Nothing to update: 'Update Fields' is empty (item 0)",
	],
	[
		'users and a policy',
		{ assigneeIds: rowsOfIds('assigneeId', ['PUSER01']), escalationPolicyId: byId('PPOLICY') },
		"'Assignees' and 'Escalation Policy' cannot both be set (item 0)",
	],
	[
		'two priorities',
		{ priorityId: 'PPRIO01', priorityName: 'P1' },
		"'Priority Name' and 'Priority Name or ID' cannot both be set (item 0)",
	],
	['level 0', { escalationLevel: 0 }, "'Escalation Level' cannot be 0 (item 0)"],
	['an unknown urgency', { urgency: 'loud' }, `'Urgency' cannot be "loud" (item 0)`],
	[
		'a status',
		{ extraFields: '{ "status": "acknowledged" }' },
		"'Extra Fields (JSON)' cannot set the status (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(update('QXYZ', fields));
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toEqual([]);
});

it('names a priority that is not there', async () => {
	const { id } = seeded(on, 'triggered');
	const { error } = await on.run(update(id, { priorityName: 'P9' }));
	expect(error?.message).toBe("PagerDuty refused 'Update incident' (item 0): Invalid Priority");
	expect(error?.description).toContain("Choose another 'Priority'");
});
