import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS, READ_HEADERS, idsOf, recordOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const acknowledge = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'acknowledge',
	incidentId: byId(id),
	...more,
});
const refuse = (code: number, message: string) => ({
	method: 'PUT',
	status: 400,
	body: { error: { message, code } },
});

it('looks at the incident, then sets the status, as the user of From', async () => {
	const { id } = seeded(on, 'triggered');
	const { items } = await on.run(
		acknowledge(id, {
			additionalFields: { extraFields: '{ "new_field": 0 }' },
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: `/incidents/${id}`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		},
		{
			method: 'PUT',
			path: `/incidents/${id}`,
			query: {},
			headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
			body: { incident: { type: 'incident_reference', new_field: 0, status: 'acknowledged' } },
		},
	]);
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(items[0].json.status).toBe('acknowledged');
	const { assignments } = stored(id);
	expect(assignments[0].assignee.id).toBe(idsOf(on).users['Anna Schmidt']);
});

const stored = (id: string) => {
	const incident = on.sandbox.state('pagerDuty').incidents.get(id);
	if (!incident) throw new TypeError(`no incident ${id}`);
	return incident;
};

it('takes an incident number, and returns the whole object without Simplify', async () => {
	const { incident_number, id } = seeded(on, 'triggered');
	const { items } = await on.run(acknowledge(String(incident_number), { simplify: false }));
	expect(items[0].json).toMatchObject({ type: 'incident', id, status: 'acknowledged' });
});

it('leaves a resolved incident alone and names the operation that opens it', async () => {
	const { id, incident_number, title } = seeded(on, 'resolved');
	const { error } = await on.run(acknowledge(id));
	expect(error?.message).toBe(
		`Incident #${incident_number} "${title}" is resolved, and acknowledging it would reopen it (item 0)`,
	);
	expect(error?.description).toBe(
		"Nothing was sent. If it has to be worked on again, use the operation 'Reopen'.",
	);
	expect(on.requests().map(({ method }) => method)).toEqual(['GET']);
	expect(stored(id).status).toBe('resolved');
});

it('counts what is acknowledged already as done, and says so', async () => {
	const { id } = seeded(on, 'acknowledged');
	const { items, hints } = await on.run(acknowledge(id));
	expect(items[0].json).toEqual(recordOf(on, id));
	expect(hints.map(({ message }) => message)).toEqual([
		'Some incidents were acknowledged already: nothing was changed on them',
	]);
	expect(on.requests().map(({ method }) => method)).toEqual(['GET']);
});

it('counts it as done as well when somebody was faster', async () => {
	const { id } = seeded(on, 'triggered');
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { items, error, hints } = await on.run(acknowledge(id));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id, status: 'acknowledged' });
	expect(hints).toHaveLength(1);
});

it('does not take the refusal for success while the incident is not acknowledged', async () => {
	const { id } = seeded(on, 'triggered');
	on.sandbox.fault('pagerDuty', refuse(1002, 'Incident Already Acknowledged'));
	const { error, items } = await on.run(acknowledge(id));
	expect(items).toEqual([]);
	expect(error?.message).toBe(
		"PagerDuty refused 'Acknowledge incident' (item 0): Incident Already Acknowledged",
	);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(acknowledge('QNOTHERE0'));
	expect(error).toMatchObject({ httpCode: '404' });
	expect(error?.description).toContain('Check the ID');
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[
		'a status',
		{ additionalFields: { extraFields: '{ "status": "triggered" }' } },
		"'Extra Fields (JSON)' cannot set the status (item 0)",
	],
	['a From that is none', { options: { from: 'bot' } }, `'From Email' is no e-mail address: "bot"`],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(acknowledge('QXYZ', fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});
