import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'logEntry', operation: 'getAll', ...fields });
const ofIncident = (id: string, fields = {}) => getMany({ incidentId: byId(id), ...fields });
const ofAccount = (fields = {}) => getMany({ scope: 'account', ...fields });
const teams = () => [...on.sandbox.state('pagerDuty').teams.values()].map(({ id }) => id);

/** An acknowledged incident with a note, and what came before the run forgotten. */
async function withNote() {
	const { id } = seeded(on, 'acknowledged');
	await on.run({ resource: 'note', operation: 'create', incidentId: byId(id), text: 'Größe „0“' });
	on.sandbox.clearRequests();
	return id;
}

describe('of one incident', () => {
	it('gives one record for each entry, newest first', async () => {
		const id = await withNote();
		const incident = seeded(on, 'acknowledged');
		const { items } = await on.run(ofIncident(id));
		expect(on.theRequest()).toEqual({
			method: 'GET',
			path: `/incidents/${id}/log_entries`,
			query: { limit: '50', offset: '0' },
			headers: READ_HEADERS,
			body: undefined,
		});
		expect(items.map(({ json }) => json.type)).toEqual([
			'annotate_log_entry',
			'trigger_log_entry',
			'acknowledge_log_entry',
		]);
		const [note] = on.sandbox.state('pagerDuty').details.notes.get(id) ?? [];
		expect(items[0]).toEqual({
			json: {
				provider: 'pagerduty',
				id: items[0].json.id,
				type: 'annotate_log_entry',
				summary: 'Note added by Ops Bot',
				incidentId: id,
				agentName: 'Ops Bot',
				channel: 'note',
				note: 'Größe „0“',
				createdAt: note.created_at,
				url: `${incident.html_url}/log_entries/${String(items[0].json.id)}`,
			},
			pairedItem: { item: 0 },
		});
		expect(items[1].json.id).toBe(incident.first_trigger_log_entry.id);
	});

	it('sends every filter and option as documented', async () => {
		const { id } = seeded(on, 'acknowledged');
		const include = ['channels', 'incidents', 'services', 'teams'];
		const { items } = await on.run(
			ofIncident(id, {
				limit: 5,
				simplify: false,
				filters: {
					isOverview: false,
					since: '2026-01-01T00:00:00',
					until: '2199-01-01T00:00:00Z',
				},
				options: { include, timeZone: 'Europe/Paris' },
			}),
			{ timezone: 'Europe/Paris' },
		);
		expect(on.theRequest().query).toEqual({
			since: '2025-12-31T23:00:00Z',
			until: '2199-01-01T00:00:00Z',
			is_overview: 'false',
			time_zone: 'Europe/Paris',
			'include[]': include,
			limit: '5',
			offset: '0',
		});
		const trigger = items.find(({ json }) => json.type === 'trigger_log_entry');
		expect(trigger?.json).toMatchObject({
			channel: { type: 'api', summary: 'Checkout error rate above 2 %' },
			incident: { type: 'incident', id },
			service: { type: 'service' },
		});
	});

	it('leaves the small things out of an overview', async () => {
		const { items } = await on.run(ofIncident(await withNote(), { filters: { isOverview: true } }));
		expect(on.theRequest().query).toMatchObject({ is_overview: 'true' });
		expect(items.map(({ json }) => json.type)).not.toContain('annotate_log_entry');
	});

	it('takes the number of an incident', async () => {
		const { id, incident_number } = seeded(on, 'triggered');
		const { items } = await on.run(ofIncident(String(incident_number)));
		expect(items.map(({ json }) => json.incidentId)).toEqual([id]);
	});

	it('names an incident that is not there', async () => {
		const { error } = await on.run(ofIncident('QNOTHERE0'));
		expect(error).toMatchObject({
			httpCode: '404',
			message: "PagerDuty refused 'Get many log entries' (item 0): Not Found",
		});
	});
});

describe('of the whole account', () => {
	it('asks for teams', async () => {
		const { items } = await on.run(
			ofAccount({ filters: { teamIds: rowsOfIds('teamId', teams()) } }),
		);
		expect(on.theRequest()).toMatchObject({
			path: '/log_entries',
			query: { 'team_ids[]': teams(), limit: '50', offset: '0' },
		});
		expect(new Set(items.map(({ json }) => json.incidentId)).size).toBe(6);
	});

	it('sends every filter and option as documented, and gets what they ask for', async () => {
		const include = ['channels', 'incidents', 'services', 'teams'];
		const now = on.sandbox.state('pagerDuty').clock.now();
		const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
		const { items, error } = await on.run(
			ofAccount({
				limit: 5,
				simplify: false,
				filters: { isOverview: true, since: daysAgo(60), until: daysAgo(30) },
				options: { include, timeZone: 'America/New_York' },
			}),
		);
		expect(error).toBeUndefined();
		expect(on.theRequest()).toEqual({
			method: 'GET',
			path: '/log_entries',
			query: {
				since: daysAgo(60).replace('.000Z', 'Z'),
				until: daysAgo(30).replace('.000Z', 'Z'),
				is_overview: 'true',
				time_zone: 'America/New_York',
				'include[]': include,
				limit: '5',
				offset: '0',
			},
			headers: READ_HEADERS,
			body: undefined,
		});
		expect(items.map(({ json }) => json.type)).toEqual(['trigger_log_entry', 'resolve_log_entry']);
		const within = expect.stringMatching(/T\d\d:\d\d:\d\d-0[45]:00$/) as string;
		for (const { json } of items) {
			expect(json).toMatchObject({
				created_at: within,
				incident: { type: 'incident', title: 'Stock figures stale' },
				service: { type: 'service', name: 'Warehouse API' },
				teams: [{ type: 'team', name: 'Platform' }],
			});
		}
		expect(items[0].json.channel).toEqual({ type: 'api', summary: 'Stock figures stale' });
	});

	it('goes through the pages, each entry once', async () => {
		on.sandbox.seedMany('pagerDuty', 150);
		const { items } = await on.run(ofAccount({ returnAll: true }));
		const pages = Math.ceil(items.length / 100);
		expect(items.length).toBeGreaterThan(200);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(items.length);
		expect(on.requests()).toHaveLength(pages);
	});

	it('says how to reach what lies beyond the end of the paging', async () => {
		on.sandbox.fault('pagerDuty', {
			times: Infinity,
			status: 200,
			body: { log_entries: Array.from({ length: 5_000 }, () => ({})), more: true },
		});
		const { items, hints } = await on.run(ofAccount({ returnAll: true }));
		expect(items).toHaveLength(10_000);
		expect(hints.map(({ message }) => message)).toEqual([
			"PagerDuty lists 10,000 log entries at most, and more exist. Split the time with the filters 'Created After' and 'Created Before'",
		]);
	});

	it('is empty, with a notice, where the plan has no teams', async () => {
		on.sandbox.state('pagerDuty').abilities.delete('teams');
		const { items, hints, error } = await on.run(
			ofAccount({ filters: { teamIds: rowsOfIds('teamId', teams()) } }),
		);
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints.map(({ message }) => message)).toEqual([
			"This PagerDuty account's plan does not include what the filter 'Teams' needs: the list is empty. Take the filter out to read the whole list",
		]);
	});

	it('says how long a time range may be when PagerDuty refuses one', async () => {
		const body = { error: { message: 'Invalid Date Range', code: 2005 } };
		on.sandbox.fault('pagerDuty', { status: 400, body });
		const { error } = await on.run(ofAccount({ filters: { since: '2020-01-01T00:00:00Z' } }));
		expect(error?.message).toContain('Invalid Date Range');
		expect(error?.description).toContain('6 months apart at most');
	});
});

it('is read again when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(ofIncident(seeded(on, 'triggered').id));
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
});

it('says that the key lacks the right', async () => {
	const body = { error: { message: 'Access Denied', code: 2010 } };
	on.sandbox.fault('pagerDuty', { status: 403, body });
	const { error } = await on.run(ofAccount());
	expect(error).toMatchObject({ httpCode: '403' });
	expect(error?.description).toContain('lacks the right');
});

it.each([
	[{ incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[{ limit: '={{ -1 }}' }, "'Limit' cannot be -1 (item 0)"],
	[{ scope: 'team' }, `'Scope' cannot be "team" (item 0)`],
	[
		{ filters: { teamIds: rowsOfIds('teamId', ['PTEAM01']) } },
		"'Teams' cannot be used for the log of one incident (item 0)",
	],
	[
		{ filters: { since: '2026-04-02T00:00:00Z', until: '2026-04-01T00:00:00Z' } },
		"'Created Before' lies before 'Created After' (item 0)",
	],
	[{ options: { include: ['agents'] } }, `'Include' cannot be "agents" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(ofIncident('Q1XYZ2ABCDEFGH', fields));
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toHaveLength(0);
});
