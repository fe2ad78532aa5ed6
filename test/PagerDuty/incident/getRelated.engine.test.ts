import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, recordOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getRelated = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'getRelated',
	incidentId: byId(id),
	...more,
});
const NOTICE =
	"Related incidents are not part of this PagerDuty account's plan, or not open to this key: the list is empty";

it('reads the related incidents, one item each', async () => {
	const incident = seeded(on, 'acknowledged');
	const { items } = await on.run(getRelated(incident.id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${incident.id}/related_incidents`,
		query: { 'additional_details[]': 'incident' },
		headers: READ_HEADERS,
		body: undefined,
	});
	const others = [...on.sandbox.state('pagerDuty').incidents.values()].reverse();
	const related = others.filter(({ service }) => service.id !== incident.service.id);
	expect(related).toHaveLength(5);
	expect(items).toEqual(
		related.map(({ id }) => ({
			json: { ...recordOf(on, id), relationships: ['machine_learning_inferred'] },
			pairedItem: { item: 0 },
		})),
	);
});

it('returns the entries untouched without Simplify', async () => {
	const { items } = await on.run(getRelated(seeded(on, 'acknowledged').id, { simplify: false }));
	expect(items[0].json).toMatchObject({
		incident: { type: 'incident' },
		relationships: [{ type: 'machine_learning_inferred' }],
	});
});

it('is empty, with a notice, where the plan lacks it', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('event_intelligence');
	const { items, hints, error } = await on.run(getRelated(seeded(on, 'triggered').id));
	expect(error).toBeUndefined();
	expect(items).toEqual([]);
	expect(hints.map(({ message }) => message)).toEqual([NOTICE]);
});

it.each([403, 404])('is empty on a %d about an incident that is there', async (status) => {
	on.sandbox.fault('pagerDuty', { path: /related/, status, body: { error: { message: 'No' } } });
	const { items, hints } = await on.run(getRelated(seeded(on, 'triggered').id));
	expect(items).toEqual([]);
	expect(hints.map(({ message }) => message)).toEqual([NOTICE]);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(getRelated('QNOTHERE0'));
	expect(error).toMatchObject({ httpCode: '404' });
	expect(error?.message).toBe("PagerDuty refused 'Get related incidents' (item 0): Not Found");
	expect(error?.description).toContain('related_incidents');
});

it('does not hide that a token lacks the scope', async () => {
	const text = 'Token missing required scopes';
	on.sandbox.fault('pagerDuty', {
		status: 403,
		body: { error: { message: text, required_scopes: 'incidents.read' } },
	});
	const { error } = await on.run(getRelated(seeded(on, 'triggered').id));
	expect(error?.message).toContain(text);
	expect(on.requests()).toHaveLength(1);
});

it('refuses no incident before any request', async () => {
	const { error } = await on.run(getRelated('={{ "" }}'));
	expect(error?.message).toBe("'Incident' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
