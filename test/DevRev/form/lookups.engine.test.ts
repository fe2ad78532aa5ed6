import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { loadList, searchList } from '../../support/lookup';
import { comparable, suite } from '../../support/suite';

const node = new DevRev();
const on = suite('devRev', 'devRevApi', node);
const call = () => ({ node, credentials: on.credentials({}) });
const headers = {
	accept: 'application/json',
	authorization: 'Bearer sandbox-devrev-token',
	'content-type': 'application/json',
};

describe('list search', () => {
	it.each<[string, string, string[], string, object]>([
		['searchAccounts', 'zürich', ['Velo Zürich AG'], '/accounts.list', {}],
		['searchArticles', 'march', ['Review of March outage'], '/articles.list', {}],
		['searchParts', 'check', ['Checkout (capability)'], '/parts.list', {}],
		['searchTags', 'reg', ['region'], '/tags.list', {}],
		[
			'searchUsers',
			' MUESSIG@',
			['Jürgen Müßig (juergen.muessig@alpenrad.example)'],
			'/dev-users.list',
			{ state: ['active'] },
		],
		[
			'searchUsers',
			'müß',
			['Jürgen Müßig (juergen.muessig@alpenrad.example)'],
			'/dev-users.list',
			{ state: ['active'] },
		],
	])('%s finds %j here, as DevRev cannot', async (method, typed, names, path, body) => {
		const { results, paginationToken } = await searchList(call(), method, typed);
		expect(results.map(({ name }) => name)).toEqual(names);
		expect(results.every(({ value }) => /^don:/.test(String(value)))).toBe(true);
		expect(paginationToken).toBeUndefined();
		expect(comparable(on.requests()[0])).toEqual({
			method: 'POST',
			path,
			query: {},
			headers,
			body: { ...body, limit: 100 },
		});
	});

	it('offers no users who have left', async () => {
		const { results } = await searchList(call(), 'searchUsers');
		expect(results).toHaveLength(3);
	});

	it('finds by ID, too', async () => {
		const { results } = await searchList(call(), 'searchTags', ':tag/2');
		expect(results.map(({ name }) => name)).toEqual(['payments']);
	});

	it('goes through all incidents page by page, newest first', async () => {
		on.sandbox.seedMany('devRev', 150);
		const first = await searchList(call(), 'searchIncidents');
		const second = await searchList(call(), 'searchIncidents', undefined, first.paginationToken);
		const ids = [...first.results, ...second.results].map(({ value }) => value);
		expect([first.results.length, second.results.length]).toEqual([100, 54]);
		expect(new Set(ids).size).toBe(154);
		expect(second.paginationToken).toBeUndefined();
		expect(comparable(on.requests()[0])).toMatchObject({
			headers: { 'x-devrev-scope': 'beta' },
			body: { sort_by: ['created_date:desc'], limit: 100 },
		});
	});

	it.each([
		['acknowledge', false],
		['mitigate', false],
		['resolve', false],
		['reopen', true],
	])('offers what the operation can act on: %s', async (operation, isResolved) => {
		const parameters = { resource: 'incident', operation };
		const of = { node, credentials: on.credentials({}), parameters };
		const all = (await searchList(call(), 'searchIncidents')).results;
		const { results } = await searchList(of, 'searchIncidents');
		const wanted = all.filter(({ name }) => /\((resolved|canceled)\)$/.test(name) === isResolved);
		expect(wanted.length).toBeGreaterThan(0);
		expect(results).toEqual(wanted);
	});

	it('finds a typed text on a later page', async () => {
		on.sandbox.seedMany('devRev', 250);
		const { results } = await searchList(call(), 'searchIncidents', 'answers 502');
		expect(results.map(({ name }) => name)).toEqual(['INC-1 Checkout answers 502 (resolved)']);
	});

	it('says what failed and how to go on without the list', async () => {
		const failing = searchList(
			{ node, credentials: on.credentials({ accessToken: 'wrong' }) },
			'searchParts',
		);
		await expect(failing).rejects.toMatchObject({
			message: "DevRev refused 'Read the list of parts': Authentication failed",
			description: expect.stringContaining('paste a new token'),
		});
	});
});

describe('stages', () => {
	const names = async (typed?: string) =>
		(await searchList(call(), 'searchStages', typed)).results.map(({ name }) => name);

	it('come from the diagram of incidents, in its order', async () => {
		expect(await names()).toEqual([
			'triage (start)',
			'acknowledged',
			'fixing',
			'mitigated',
			'resolved',
			'canceled',
			'duplicate',
		]);
		expect(comparable(on.requests()[0])).toEqual({
			method: 'POST',
			path: '/stage-diagrams.list',
			query: {},
			headers,
			body: { leaf_type: ['incident'] },
		});
	});

	it('are found by what is typed', async () => expect(await names(' FIX ')).toEqual(['fixing']));

	it('name each stage once, those of the default diagram first, no deprecated one', async () => {
		const stage = (id: string, more = {}) => ({ stage: { id, name: id }, ...more });
		on.sandbox.fault('devRev', {
			status: 200,
			body: {
				result: [
					{ is_default: false, stages: [stage('b', { is_start: true }), stage('c'), {}] },
					{
						is_default: true,
						stages: [stage('a'), stage('b'), stage('d', { is_deprecated: true })],
					},
				],
			},
		});
		expect(await names()).toEqual(['a', 'b', 'c']);
	});

	it.each([
		['there is no diagram', { status: 200, body: { result: [] } }],
		['it may not be read', { status: 403, body: { type: 'forbidden' } }],
	])('are all of the organization when %s', async (_, fault) => {
		on.sandbox.fault('devRev', { path: '/stage-diagrams.list', times: Infinity, ...fault });
		const found = await names();
		expect(found).toHaveLength(9);
		expect(found[0]).toBe('triage (open)');
		expect(await names('awaiting')).toEqual(['awaiting_customer_response (in_progress)']);
	});
});

describe('option lists', () => {
	const options = async (method: string) => await loadList(call(), method);
	const paths = () => on.requests().map(({ path }) => path);

	it('load the severities in use, in order, by number', async () => {
		expect(await options('getSeverities')).toEqual([
			{ name: 'sev-0', value: '1' },
			{ name: 'sev-1', value: '2' },
			{ name: 'sev-2', value: '3' },
			{ name: 'sev-3', value: '4' },
		]);
		expect(comparable(on.requests()[0])).toEqual({
			method: 'POST',
			path: '/schemas.aggregated.get',
			query: {},
			headers,
			body: { leaf_type: 'incident' },
		});
	});

	it.each([
		['getReporters', ['Customer', 'Internal Users', 'System']],
		['getSources', ['Manual', 'Monitoring', 'Import']],
		['getImpactCounts', ['None', '1 to 10', '11 to 100', 'More than 100']],
	])('%s', async (method, names) => {
		expect((await options(method)).map(({ name }) => name)).toEqual(names);
	});

	it('load what the organization has made of the severities', async () => {
		on.sandbox.fault('devRev', {
			status: 200,
			body: {
				schema: {
					stock_fields: [{ name: 'severity', allowed_values: [{ id: 1, label: 'sev-0' }] }],
					stock_field_overrides: [
						{
							name: 'severity',
							uenum_values: [
								{ id: 9, label: 'Catastrophe', ordinal: 2 },
								{ id: 8, label: 'Annoyance', ordinal: 1 },
								{ id: 7, label: 'Never', ordinal: 0, is_deprecated: true },
							],
						},
					],
				},
			},
		});
		expect(await options('getSeverities')).toEqual([
			{ name: 'Annoyance', value: '8' },
			{ name: 'Catastrophe', value: '9' },
		]);
	});

	it("fall back to DevRev's own schema", async () => {
		on.sandbox.fault('devRev', { status: 403, body: { type: 'forbidden' } });
		expect((await options('getImpactCounts')).map(({ value }) => value)).toEqual([
			'1',
			'2',
			'3',
			'4',
		]);
		expect(paths()).toEqual(['/schemas.aggregated.get', '/schemas.stock.get']);
	});

	it('fall back to what DevRev publishes', async () => {
		on.sandbox.fault('devRev', { path: /schemas/, status: 403, times: Infinity, body: {} });
		expect(await options('getReporters')).toEqual([
			{ name: 'Customer', value: '1' },
			{ name: 'Internal Users', value: '2' },
			{ name: 'System', value: '3' },
		]);
		expect(await options('getSources')).toEqual([]);
	});

	it('load the subtypes by the value that requests use', async () => {
		expect(await options('getSubtypes')).toEqual([{ name: 'Security', value: 'security' }]);
		expect(comparable(on.requests()[0])).toEqual({
			method: 'POST',
			path: '/schemas.subtypes.list',
			query: {},
			headers: { ...headers, 'x-devrev-scope': 'beta' },
			body: { leaf_types: ['incident'] },
		});
	});

	it('say what failed', async () => {
		const credentials = on.credentials({ accessToken: 'wrong' });
		await expect(loadList({ node, credentials }, 'getSeverities')).rejects.toMatchObject({
			message: expect.stringMatching(
				/^DevRev refused 'Read the list of severities': Authentication failed\. Open the DevRev API/,
			),
		});
	});
});
