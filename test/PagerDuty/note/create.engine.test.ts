import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS, READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const create = (incidentId: string, fields = {}) => ({
	resource: 'note',
	operation: 'create',
	incidentId: byId(incidentId),
	text: 'Failing over now',
	...fields,
});
const notes = (id: string) => on.sandbox.state('pagerDuty').details.notes.get(id) ?? [];
const posts = () => on.requests().filter(({ method }) => method === 'POST');

it('carries every field', async () => {
	const { id } = seeded(on, 'triggered');
	await on.run(
		create(id, {
			text: '  Störung: „Zahlung“ fällt aus 🚨\nZweite Zeile ',
			additionalFields: { extraFields: '{ "new_field": 0, "flag": false }' },
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/incidents/${id}/notes`,
		query: {},
		headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
		body: {
			note: {
				content: 'Störung: „Zahlung“ fällt aus 🚨\nZweite Zeile',
				new_field: 0,
				flag: false,
			},
		},
	});
	expect(notes(id)[0].user.summary).toBe('Anna Schmidt');
});

it('needs the text alone, and gives the common record', async () => {
	const { id } = seeded(on, 'triggered');
	const { items } = await on.run(create(id));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/incidents/${id}/notes`,
		query: {},
		headers: HEADERS,
		body: { note: { content: 'Failing over now' } },
	});
	const [stored] = notes(id);
	expect(stored.created_at).toMatch(/\+02:00$/);
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: stored.id,
				incidentId: id,
				text: 'Failing over now',
				author: 'Ops Bot',
				createdAt: stored.created_at,
				updatedAt: stored.updated_at,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own note without Simplify", async () => {
	const { id } = seeded(on, 'triggered');
	const { items } = await on.run(create(id, { simplify: false }));
	expect(items[0].json).toEqual(notes(id)[0]);
});

it('takes the number of an incident, and no From with the key of a user', async () => {
	const { id, incident_number } = seeded(on, 'triggered');
	await on.run(create(String(incident_number)), {
		credentials: on.credentials({
			apiToken: on.sandbox.api('pagerDuty').tokens.user,
			keyType: 'user',
			from: '',
		}),
	});
	expect(on.theRequest().path).toBe(`/incidents/${incident_number}/notes`);
	expect(on.theRequest().headers).not.toHaveProperty('from');
	expect(notes(id)).toHaveLength(1);
});

it('keeps the order of the items on one incident', async () => {
	const { id } = seeded(on, 'triggered');
	on.sandbox.fault('pagerDuty', { status: 503, times: 1 });
	const texts = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
	await on.run(create(id, { text: '={{ $json.text }}' }), {
		items: texts.map((text) => ({ text })),
	});
	expect(notes(id).map(({ content }) => content)).toEqual(texts);
});

describe('when the answer is lost', () => {
	it('finds the note that was written, and writes no second one', async () => {
		const { id } = seeded(on, 'triggered');
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(create(id));
		expect(error).toBeUndefined();
		expect(notes(id)).toHaveLength(1);
		expect(items[0].json).toMatchObject({ id: notes(id)[0].id, incidentId: id });
		expect(posts()).toHaveLength(1);
		const look = on.requests().find(({ method }) => method === 'GET');
		expect(look && comparable(look)).toEqual({
			method: 'GET',
			path: `/incidents/${id}/notes`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		});
	});

	it('writes it again when it was not written', async () => {
		const { id } = seeded(on, 'triggered');
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'before' });
		const { error } = await on.run(create(id));
		expect(error).toBeUndefined();
		expect(notes(id)).toHaveLength(1);
		expect(posts()).toHaveLength(2);
	});

	it('does not take an older note of the same text for it', async () => {
		const { id } = seeded(on, 'triggered');
		await on.run(create(id));
		Object.assign(notes(id)[0], { created_at: '2026-01-01T10:00:00+02:00' });
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'before' });
		const { items } = await on.run(create(id));
		expect(notes(id)).toHaveLength(2);
		expect(items[0].json.id).toBe(notes(id)[1].id);
	});

	it('gives each of two equal notes its own', async () => {
		const { id } = seeded(on, 'triggered');
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after', times: 2 });
		const { items } = await on.run(create(id), { items: [{}, {}] });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(2);
		expect(notes(id)).toHaveLength(2);
	});
});

it('says what to do about an incident that takes no more notes', async () => {
	const { id } = seeded(on, 'triggered');
	await on.run(create(id));
	const [first] = notes(id);
	for (let count = 1; count < 2000; count += 1) notes(id).push(first);
	const { error } = await on.run(create(id));
	expect(error?.message).toBe("PagerDuty refused 'Create note' (item 0): Product Limit Reached");
	expect(error?.description).toContain('PagerDuty keeps 2,000 notes for an incident at most');
	expect(error?.description).toContain("operation 'Delete'");
});

it.each([
	['an empty text', { text: '={{ "  " }}' }, "'Note' is empty (item 0)"],
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[
		'an ID that is none',
		{ incidentId: byId('={{ "not an id" }}') },
		`'Incident' is not an ID: "not an id" (item 0)`,
	],
	[
		'fields that are no object',
		{ additionalFields: { extraFields: '={{ "[1]" }}' } },
		"'Extra Fields (JSON)' must be a JSON object (item 0)",
	],
	[
		'a From that is none',
		{ options: { from: 'bot' } },
		`'From Email' is no e-mail address: "bot" (item 0)`,
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(create('Q1XYZ2ABCDEFGH', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(create('QNOTHERE0'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'Create note' (item 0): Not Found",
	});
});
