import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { loadList, mapFields, searchList } from '../../support/lookup';
import { comparable, suite } from '../../support/suite';

const node = new PagerDutyIncidents();
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);
const call = () => ({ node, credentials: on.credentials({}) });

describe('list search', () => {
	it('passes the typed text to the vendor and says when a service is disabled', async () => {
		const found = await searchList(call(), 'searchServices', ' old ');
		expect(found.results).toEqual([
			{
				name: 'Old Shop (disabled)',
				value: expect.stringMatching(/^P/),
				url: expect.stringContaining('/service-directory/'),
			},
		]);
		expect(found.paginationToken).toBeUndefined();
		expect(comparable(on.requests()[0])).toEqual({
			method: 'GET',
			path: '/services',
			query: { sort_by: 'name', query: 'old', limit: '100', offset: '0' },
			headers: {
				accept: 'application/vnd.pagerduty+json;version=2',
				authorization: 'Token token=sandbox-pagerduty-token',
			},
			body: undefined,
		});
	});

	it.each([
		['searchEscalationPolicies', 'last', ['Last Resort']],
		['searchTeams', 'shop', ['Shop']],
		['searchWorkflows', 'war', ['Open War Room']],
		['searchWorkflows', 'STÖRUNG', ['Störung melden']],
		['searchSchedules', 'weekly', ['Shop Weekly']],
		['searchSchedules', 'nothing like it', []],
		['searchBusinessServices', 'SHOP', ['Web Shop']],
		['searchChangeEvents', 'build 2', [expect.stringMatching(/^Deployed build 2 of .+, 20.+Z$/)]],
		['searchIntegrations', 'checkout', ['Checkout Events (Checkout)']],
		[
			'searchMaintenanceWindows',
			'artikel',
			[expect.stringMatching(/^Datenbank „Artikel“ wird umgezogen \(\S+Z – \S+Z\)$/)],
		],
		['searchUsers', 'anna', [expect.stringMatching(/^Anna .+ \(.+@.+\)$/)]],
	])('%s', async (method, typed, names) => {
		const { results } = await searchList(call(), method, typed);
		expect(results.map(({ name }) => name)).toEqual(names);
	});

	describe('of a status page', () => {
		const page = () => [...on.sandbox.state('pagerDuty').statusPages.values()][0].page.id;
		const chosen = (more = {}) => ({
			...call(),
			parameters: { statusPageId: page(), ...more },
		});

		it('lists the pages themselves', async () => {
			const { results } = await searchList(call(), 'searchStatusPages', 'STAFF');
			expect(results).toEqual([
				{
					name: 'Staff (private)',
					value: expect.stringMatching(/^P/),
					url: 'https://staff.alpenrad.example',
				},
			]);
		});

		it.each([
			['searchPagePosts', 'database', ['New database (maintenance)']],
			['searchPageStatuses', 'ed', ['identified (incident)', 'resolved (incident)']],
			['searchPageSeverities', 'major', ['major (incident)']],
			['searchPageImpacts', 'outage', ['partial outage (incident)', 'outage (incident)']],
			['searchPageComponents', 'del', ['Delivery']],
		])('%s', async (method, typed, names) => {
			const { results } = await searchList(chosen({ postType: 'incident' }), method, typed);
			expect(results.map(({ name }) => name)).toEqual(names);
		});

		it('offers the states of both types where the type is not known', async () => {
			const { results } = await searchList(chosen(), 'searchPageStatuses');
			expect(results).toHaveLength(6);
			expect(on.requests()[0].query).toEqual({});
		});

		it('says what to choose first', async () => {
			await expect(searchList(call(), 'searchPagePosts')).rejects.toMatchObject({
				message: "Choose the 'Status Page' first",
			});
		});
	});

	it('goes through the integrations by the pages of services', async () => {
		const { services } = on.sandbox.state('pagerDuty');
		const [service] = services.values();
		for (let index = 0; index < 120; index += 1) {
			const integrations = [0, 1].map((one) => ({
				...service.integrations[0],
				id: `PMORE${index}X${one}`,
			}));
			services.set(`PMORE${index}`, { ...service, id: `PMORE${index}`, integrations });
		}
		const first = await searchList(call(), 'searchIntegrations');
		const second = await searchList(call(), 'searchIntegrations', undefined, first.paginationToken);
		expect(first.paginationToken).toBe('100');
		expect(second.paginationToken).toBeUndefined();
		const ids = [...first.results, ...second.results].map(({ value }) => value);
		expect(new Set(ids).size).toBe(245);
	});

	it('goes through all incidents page by page, newest first', async () => {
		on.sandbox.seedMany('pagerDuty', 150);
		const first = await searchList(call(), 'searchIncidents');
		const second = await searchList(call(), 'searchIncidents', undefined, first.paginationToken);
		const ids = [...first.results, ...second.results].map(({ value }) => value);
		expect([first.results.length, second.results.length]).toEqual([100, 56]);
		expect(new Set(ids).size).toBe(156);
		expect(second.paginationToken).toBeUndefined();
		expect(on.requests()[0].query).toMatchObject({ date_range: 'all', sort_by: 'created_at:desc' });
	});

	it.each([
		['acknowledge', ['triggered', 'acknowledged']],
		['resolve', ['triggered', 'acknowledged']],
		['snooze', ['triggered', 'acknowledged']],
		['escalate', ['triggered', 'acknowledged']],
		['reassign', ['triggered', 'acknowledged']],
		['reopen', ['resolved']],
		['update', ['triggered', 'acknowledged', 'resolved']],
	])('offers what the operation can act on: %s', async (operation, states) => {
		const parameters = { resource: 'incident', operation };
		const { results } = await searchList({ ...call(), parameters }, 'searchIncidents');
		const wanted = [...on.sandbox.state('pagerDuty').incidents.values()]
			.filter(({ status }) => states.includes(status))
			.map(({ id }) => id);
		expect(wanted.length).toBeGreaterThan(0);
		expect(results.map(({ value }) => value).sort()).toEqual(wanted.sort());
	});

	it('finds a typed text on a later page where the vendor cannot search', async () => {
		on.sandbox.seedMany('pagerDuty', 350);
		const { results } = await searchList(call(), 'searchIncidents', 'export took');
		expect(results.map(({ name }) => name)).toEqual([
			expect.stringMatching(/^#\d+ Nightly export took three hours \(resolved\)$/),
		]);
	});

	it('says what failed and how to go on without the list', async () => {
		const failing = searchList(
			{ node, credentials: on.credentials({ apiToken: 'wrong' }) },
			'searchServices',
		);
		await expect(failing).rejects.toMatchObject({
			message: "PagerDuty refused 'Read the list of services': Authentication failed",
			description: expect.stringContaining('check the API token'),
		});
	});

	it.each([
		['searchTeams', 'teams'],
		['searchWorkflows', 'incident_workflows'],
	])('%s is empty where the plan has none', async (method, ability) => {
		on.sandbox.state('pagerDuty').abilities.delete(ability);
		expect(await searchList(call(), method)).toEqual({ results: [] });
	});
});

describe('option lists', () => {
	it('loads the priorities, most severe first', async () => {
		const options = await loadList(call(), 'getPriorities');
		expect(options.map(({ name }) => name)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5']);
	});

	it.each([402, 404])('has no priorities where the account has none (%d)', async (status) => {
		on.sandbox.fault('pagerDuty', { path: '/priorities', status, body: { error: {} } });
		expect(await loadList(call(), 'getPriorities')).toEqual([]);
	});

	it('loads the names of custom fields, those of the chosen type too', async () => {
		const base = await loadList(call(), 'getCustomFieldNames');
		const major = await loadList(
			{ ...call(), parameters: { incidentType: 'major_incident' } },
			'getCustomFieldNames',
		);
		expect(base.slice(0, 2)).toEqual([
			{ name: 'Environment', value: 'environment' },
			{ name: 'Customers hit', value: 'customers_hit' },
		]);
		expect(base).not.toContainEqual({ name: 'War room', value: 'war_room' });
		expect(major).toContainEqual({ name: 'War room', value: 'war_room' });
	});

	it('loads the incident types by the name that requests use', async () => {
		expect(await loadList(call(), 'getIncidentTypes')).toContainEqual({
			name: 'Major Incident',
			value: 'major_incident',
		});
	});

	it('loads the incident types by their IDs where those are asked for', async () => {
		const options = await loadList(call(), 'getIncidentTypeIds');
		expect(options).toContainEqual({
			name: 'Major Incident',
			value: expect.stringMatching(/^P[A-Z0-9]{6}$/),
		});
	});

	it('has the base type, which a form preselects, also where the plan has no types', async () => {
		const field = new PagerDutyIncidents().description.properties.find(
			({ name, displayOptions }) =>
				name === 'incidentType' && displayOptions?.show?.operation?.includes('setCustomFields'),
		);
		expect(field?.default).toBe('incident_default');
		const isBase = ({ value }: { value: unknown }) => value === field?.default;
		expect((await loadList(call(), 'getIncidentTypes')).filter(isBase)).toHaveLength(1);
		on.sandbox.fault('pagerDuty', { path: '/incidents/types', status: 402, body: { error: {} } });
		expect(await loadList(call(), 'getIncidentTypes')).toEqual([
			{ name: 'Base Incident', value: 'incident_default' },
		]);
	});
});

describe('the form of custom fields', () => {
	const common = { required: false, defaultMatch: false, canBeUsedToMatch: false, display: true };

	it('has a field of the right kind for each enabled one of the base type', async () => {
		const { fields } = await mapFields(call(), 'getCustomFields');
		expect(fields.map(({ id, type }) => [id, type])).toEqual([
			['environment', 'options'],
			['customers_hit', 'number'],
			['loss_per_hour', 'number'],
			['public', 'boolean'],
			['began_at', 'dateTime'],
			['runbook', 'string'],
			['summary', 'string'],
			['regions', 'array'],
			['labels', 'array'],
		]);
		expect(fields[0]).toEqual({
			id: 'environment',
			displayName: 'Environment',
			type: 'options',
			options: [
				{ name: 'production', value: 'production' },
				{ name: 'staging', value: 'staging' },
			],
			...common,
		});
		expect(fields[7].displayName).toBe('Regions (list of: eu, us, ap)');
		expect(comparable(on.requests()[0])).toMatchObject({
			path: '/incidents/types/incident_default/custom_fields',
			query: { 'include[]': 'field_options' },
		});
	});

	it('has those of the chosen type too', async () => {
		const parameters = { incidentType: 'major_incident' };
		const { fields } = await mapFields({ ...call(), parameters }, 'getCustomFields');
		expect(fields.map(({ id }) => id)).toContain('war_room');
	});

	it('cannot be shown while an expression gives the type', async () => {
		const parameters = { incidentType: '={{ $json.type }}' };
		await expect(mapFields({ ...call(), parameters }, 'getCustomFields')).rejects.toMatchObject({
			message: "'Incident Type Name or ID' is an expression, so this list cannot be shown",
		});
		expect(on.requests()).toEqual([]);
	});

	it.each([402, 404])('is empty where the account has none (%d)', async (status) => {
		on.sandbox.fault('pagerDuty', { status, body: { error: {} } });
		expect(await mapFields(call(), 'getCustomFields')).toEqual({ fields: [] });
	});
});
