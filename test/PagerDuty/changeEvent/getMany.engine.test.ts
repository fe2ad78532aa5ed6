import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, idsOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'changeEvent', operation: 'getAll', ...fields });
const state = () => on.sandbox.state('pagerDuty');
const changes = () => [...state().changeEvents.values()];
const summaries = (items: Array<{ json: object }>) =>
	items.map(({ json }) => (json as { summary: string }).summary);

it('sends every filter as documented, times in UTC to the second', async () => {
	const [team] = [...state().teams.values()];
	const [change] = changes();
	const { items } = await on.run(
		getMany({
			limit: 10,
			simplify: false,
			filters: {
				since: '2026-01-01T10:00:00.500+02:00',
				until: '2027-01-01T00:00:00Z',
				teamIds: rowsOfIds('teamId', [team.id]),
				integrationIds: rowsOfIds('integrationId', [change.integration.id]),
			},
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/change_events',
		query: {
			since: '2026-01-01T08:00:00Z',
			until: '2027-01-01T00:00:00Z',
			'team_ids[]': team.id,
			'integration_ids[]': change.integration.id,
			limit: '10',
			offset: '0',
		},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json)).toEqual([change, changes()[3]]);
});

it('reads those of the whole account when nothing is set, the newest first, one record each', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest().query).toEqual({ limit: '50', offset: '0' });
	expect(items.map(({ json }) => json.id)).toEqual(changes().map(({ id }) => id));
	expect(items[1]).toEqual({
		json: {
			provider: 'pagerduty',
			id: changes()[1].id,
			summary: 'Deployed build 1 of Product Search',
			source: 'build-pipeline',
			serviceIds: [idsOf(on).services['Product Search']],
			serviceNames: ['Product Search'],
			integrationId: changes()[1].integration.id,
			details: { build: '1' },
			links: [{ url: 'https://ci.alpenrad.example/1', text: 'Build' }],
			correlation: null,
			occurredAt: changes()[1].timestamp,
			url: null,
		},
		pairedItem: { item: 0 },
	});
});

it('reads those of one service, with filters', async () => {
	const id = idsOf(on).services.Checkout;
	const { items } = await on.run(
		getMany({ scope: 'service', serviceId: byId(id), filters: { until: '2030-01-01T00:00:00Z' } }),
	);
	expect(on.theRequest()).toMatchObject({
		path: `/services/${id}/change_events`,
		query: { until: '2030-01-01T00:00:00Z', limit: '50', offset: '0' },
	});
	expect(summaries(items)).toEqual([
		'Deployed build 0 of Checkout',
		'Deployed build 3 of Checkout',
	]);
});

it('reads those around an incident, with why PagerDuty takes them for related', async () => {
	const { id } = seeded(on, 'acknowledged');
	const { items } = await on.run(getMany({ scope: 'incident', incidentId: byId(id), limit: 3 }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${id}/related_change_events`,
		query: { limit: '3' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json.correlation)).toEqual([
		'related_service',
		'most_recent',
		'most_recent',
	]);
});

it('is empty, with a notice, where the plan connects no changes with incidents', async () => {
	state().abilities.delete('event_intelligence');
	const { items, hints, error } = await on.run(
		getMany({ scope: 'incident', incidentId: byId(seeded(on, 'triggered').id) }),
	);
	expect({ items, error }).toEqual({ items: [], error: undefined });
	expect(hints.map(({ message }) => message)).toEqual([
		"Related change events are not part of this PagerDuty account's plan, or not open to this key: the list is empty",
	]);
});

it('is empty with a filter by teams where the plan has none, and says why', async () => {
	state().abilities.delete('teams');
	const { items, hints } = await on.run(
		getMany({ filters: { teamIds: rowsOfIds('teamId', ['PTEAM']) } }),
	);
	expect(items).toEqual([]);
	expect(hints[0].message).toContain("what the filter 'Teams' needs");
});

it('goes through the pages of an account, and not of an incident', async () => {
	const [change] = changes();
	for (let index = 0; index < 150; index += 1) {
		state().changeEvents.set(`PMORE${index}`, { ...change, id: `PMORE${index}` });
	}
	const all = await on.run(getMany({ returnAll: true }));
	expect(all.items).toHaveLength(154);
	expect(on.requests().map(({ query }) => query.offset)).toEqual(['0', '100']);
	on.sandbox.clearRequests();
	const related = await on.run(
		getMany({
			scope: 'incident',
			incidentId: byId(seeded(on, 'triggered').id),
			returnAll: true,
		}),
	);
	expect(related.items).toHaveLength(100);
	expect(on.theRequest().query).toEqual({ limit: '100' });
});

it('names an incident and a service that is not there', async () => {
	const one = await on.run(getMany({ scope: 'incident', incidentId: byId('QNOTHERE0') }));
	expect(one.error).toMatchObject({ httpCode: '404' });
	const other = await on.run(getMany({ scope: 'service', serviceId: byId('PNOTHERE') }));
	expect(other.error).toMatchObject({ httpCode: '404' });
	expect(other.error?.description).toContain('Check the ID');
});

it.each([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ scope: 'team' }, `'Scope' cannot be "team" (item 0)`],
	[{ scope: 'service', serviceId: byId('={{ "" }}') }, "'Service' is empty (item 0)"],
	[
		{
			scope: 'incident',
			incidentId: byId('Q123456'),
			filters: { since: '2026-01-01T00:00:00Z' },
		},
		"'Changed After' cannot be used for the changes related to an incident (item 0)",
	],
	[
		{ filters: { since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' } },
		"'Changed Before' lies before 'Changed After' (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
