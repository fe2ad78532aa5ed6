import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, seeded } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const remove = (id: string) => ({
	resource: 'incident',
	operation: 'delete',
	incidentId: byId(id),
});
const isThere = (id: string) => on.sandbox.state('devRev').incidents.has(id);

it('removes an incident and puts out one item that says so', async () => {
	const { id } = seeded(on, 'triage');
	const { items } = await on.run(remove(id));
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/incidents.delete',
		query: {},
		headers: HEADERS,
		body: { id },
	});
	expect(isThere(id)).toBe(false);
});

it('takes its number', async () => {
	const { id, display_id } = seeded(on, 'triage');
	await on.run(remove(display_id));
	expect(isThere(id)).toBe(false);
});

it('is done when the first attempt removed it and its answer was lost', async () => {
	const { id } = seeded(on, 'triage');
	on.sandbox.fault('devRev', { path: '/incidents.delete', drop: 'after' });
	const { items, error } = await on.run(remove(id));
	expect(error).toBeUndefined();
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(on.requests().map(({ status }) => status)).toEqual([0, 404]);
});

it('names an incident that was never there', async () => {
	const { error } = await on.run(remove('INC-99'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Delete incident' (item 0): No such incident",
		description:
			'Check the ID: it is wrong, deleted, or not visible to this token. [POST /incidents.delete, status 404, code not_found]',
	});
	expect(on.requests()).toHaveLength(1);
});

it('says that deleting is a right of its own', async () => {
	const { id } = seeded(on, 'triage');
	on.sandbox.fault('devRev', {
		status: 403,
		body: { type: 'forbidden', message: 'Missing scope incident:all' },
	});
	const { error } = await on.run(remove(id));
	expect(error).toMatchObject({
		httpCode: '403',
		message: "DevRev refused 'Delete incident' (item 0): Missing scope incident:all",
	});
	expect(error?.description).toContain('to delete incidents is a right of its own');
	expect(isThere(id)).toBe(true);
});

it.each([
	['nothing', '={{ "" }}', "'Incident' is empty (item 0)"],
	['a title', '={{ "Stock" }}', `'Incident' is not an ID: "Stock" (item 0)`],
])('refuses %s before any request', async (_, value, message) => {
	const { error } = await on.run(remove(value));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
