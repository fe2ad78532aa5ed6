import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { HEADERS, idsOf, seedTriggered } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const each = (operation: string, fields: object) => ({
	resource: 'incident',
	operation,
	incidentId: byId('={{ $json.id }}'),
	...fields,
});

/** What the one bulk request of a run says of its incidents. */
function bulkBody() {
	const { body, ...rest } = on.theRequest();
	expect(rest).toEqual({ method: 'PUT', path: '/incidents', query: {}, headers: HEADERS });
	return body;
}

it('an update carries every field for each of many incidents', async () => {
	const ids = seedTriggered(on, 2);
	const { policies, priorities } = idsOf(on);
	const { items, error } = await on.run(
		each('update', {
			updateFields: {
				title: '={{ $json.title }}',
				urgency: 'low',
				priorityId: priorities.P2,
				escalationPolicyId: byId(policies['Shop On-Call']),
				escalationLevel: 2,
				incidentType: 'major_incident',
				conferenceNumber: '+1 415-555-1212,,,,1234#',
				conferenceUrl: 'https://meet.example.com/incident',
			},
		}),
		{ items: ids.map((id, index) => ({ id, title: `Störung ${index}` })) },
	);
	expect(error).toBeUndefined();
	expect(bulkBody()).toEqual({
		incidents: ids.map((id, index) => ({
			id,
			type: 'incident_reference',
			title: `Störung ${index}`,
			urgency: 'low',
			priority: { id: priorities.P2, type: 'priority_reference' },
			escalation_policy: { id: policies['Shop On-Call'], type: 'escalation_policy_reference' },
			escalation_level: 2,
			incident_type: { name: 'major_incident' },
			conference_bridge: {
				conference_number: '+1 415-555-1212,,,,1234#',
				conference_url: 'https://meet.example.com/incident',
			},
		})),
	});
	expect(items.map(({ json }) => [json.id, json.title, json.vendorSeverity])).toEqual(
		ids.map((id, index) => [id, `Störung ${index}`, 'P2']),
	);
	const stored = ids.map((id) => on.sandbox.state('pagerDuty').incidents.get(id));
	for (const one of stored) {
		expect(one).toMatchObject({
			urgency: 'low',
			escalation_policy: { id: policies['Shop On-Call'] },
			assignments: [{ assignee: { summary: 'Anna Schmidt' } }],
			incident_type: { name: 'major_incident' },
			conference_bridge: { conference_url: 'https://meet.example.com/incident' },
		});
	}
});

it('an update carries a priority by its name and assignees', async () => {
	const ids = seedTriggered(on, 2);
	const { users } = idsOf(on);
	const assigneeIds = [users['Anna Schmidt'], users['Priya Natarajan']];
	await on.run(
		each('update', {
			updateFields: { priorityName: 'P1', assigneeIds: rowsOfIds('assigneeId', assigneeIds) },
		}),
		{ items: ids.map((id) => ({ id })) },
	);
	expect(bulkBody()).toEqual({
		incidents: ids.map((id) => ({
			id,
			type: 'incident_reference',
			priority: 'P1',
			assignments: assigneeIds.map((user) => ({ assignee: { id: user, type: 'user_reference' } })),
		})),
	});
});

it('a resolution goes with the status of each', async () => {
	const ids = seedTriggered(on, 2);
	await on.run(each('resolve', { additionalFields: { resolution: 'Neu gestartet' } }), {
		items: ids.map((id) => ({ id })),
	});
	expect(bulkBody()).toEqual({
		incidents: ids.map((id) => ({
			id,
			type: 'incident_reference',
			status: 'resolved',
			resolution: 'Neu gestartet',
		})),
	});
});
