import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (incidentId: string, fields = {}) => ({
	resource: 'note',
	operation: 'getAll',
	incidentId: byId(incidentId),
	...fields,
});

/** Writes notes as people do, one after the other. */
async function write(id: string, texts: string[]) {
	await on.run(
		{ resource: 'note', operation: 'create', incidentId: byId(id), text: '={{ $json.text }}' },
		{ items: texts.map((text) => ({ text })) },
	);
	on.sandbox.clearRequests();
	return on.sandbox.state('pagerDuty').details.notes.get(id) ?? [];
}

it('gives one item for each note, in the order of the vendor', async () => {
	const { id } = seeded(on, 'triggered');
	const [first, second] = await write(id, ['Erste „Notiz“', 'Zweite']);
	const { items } = await on.run(getMany(id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${id}/notes`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	const common = { provider: 'pagerduty', incidentId: id, author: 'Ops Bot' };
	expect(items).toEqual(
		[second, first].map((note) => ({
			json: {
				...common,
				id: note.id,
				text: note.content,
				createdAt: note.created_at,
				updatedAt: note.updated_at,
			},
			pairedItem: { item: 0 },
		})),
	);
});

it('gives no more than the limit, and all with Return All', async () => {
	const { id } = seeded(on, 'triggered');
	await write(
		id,
		Array.from({ length: 60 }, (_, index) => `Note ${index}`),
	);
	const count = async (fields: object) => (await on.run(getMany(id, fields))).items.length;
	expect([await count({}), await count({ limit: 2 }), await count({ returnAll: true })]).toEqual([
		50, 2, 60,
	]);
	expect(on.requests()).toHaveLength(3);
});

it('gives the notes untouched without Simplify', async () => {
	const { id } = seeded(on, 'triggered');
	const [note] = await write(id, ['Raw']);
	const { items } = await on.run(getMany(id, { simplify: false }));
	expect(items[0].json).toEqual(note);
});

it('gives no item for an incident without notes', async () => {
	const { items, error } = await on.run(getMany(seeded(on, 'triggered').id));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it.each([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany('Q1XYZ2ABCDEFGH', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
