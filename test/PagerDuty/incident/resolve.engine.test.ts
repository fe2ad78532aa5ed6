import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, recordOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const resolve = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'resolve',
	incidentId: byId(id),
	...more,
});

it('carries every field', async () => {
	const { id } = seeded(on, 'triggered');
	const { items } = await on.run(
		resolve(id, {
			additionalFields: {
				resolution: ' Rolled back to „41“ 🎉 ',
				extraFields: '{ "urgency": "low", "status": "triggered" }',
			},
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/incidents/${id}`,
		query: {},
		headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
		body: {
			incident: {
				type: 'incident_reference',
				resolution: 'Rolled back to „41“ 🎉',
				urgency: 'low',
				status: 'resolved',
			},
		},
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
});

it('sends the status alone unless told more', async () => {
	const { id } = seeded(on, 'acknowledged');
	const { items } = await on.run(resolve(id, { simplify: false }));
	expect(on.theRequest()).toMatchObject({ headers: HEADERS });
	expect(on.theRequest().body).toEqual({
		incident: { type: 'incident_reference', status: 'resolved' },
	});
	expect(items[0].json).toMatchObject({
		type: 'incident',
		id,
		status: 'resolved',
		assignments: [],
	});
});

it('counts what is resolved already as done, and says so', async () => {
	const { id } = seeded(on, 'resolved');
	const { items, hints, error } = await on.run(resolve(id));
	expect(error).toBeUndefined();
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(hints.map(({ message }) => message)).toEqual([
		'Some incidents were resolved already: nothing was changed on them',
	]);
	expect(on.requests().map(({ method }) => method)).toEqual(['PUT', 'GET']);
});

it('resolves once when the answer to the first attempt is lost', async () => {
	const { id } = seeded(on, 'triggered');
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { items, error } = await on.run(resolve(id));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id, status: 'resolved' });
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[
		'malformed JSON',
		{ additionalFields: { extraFields: '={{ "{ nope" }}' } },
		"'Extra Fields (JSON)' is not valid JSON",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(resolve('QXYZ', fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});

it('says that a read-only key cannot do it', async () => {
	const { id } = seeded(on, 'triggered');
	const { error } = await on.run(resolve(id), {
		credentials: on.credentials({ apiToken: on.sandbox.api('pagerDuty').tokens.readOnlyAccount }),
	});
	expect(error).toMatchObject({ httpCode: '403' });
	expect(error?.description).toContain('not read-only');
});
