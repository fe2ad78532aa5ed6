import type { INodeParameters } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { searchList } from '../../support/lookup';
import { byId, comparable, suite } from '../../support/suite';
import { BETA_HEADERS, commentsOn, HEADERS, incidentOf, write } from '../timeline';

const node = new DevRev();
const on = suite('devRev', 'devRevApi', node);
const call = (parameters: INodeParameters = {}) => ({
	node,
	credentials: on.credentials({}),
	parameters,
});
const forComment = (incidentId: unknown) =>
	call({ resource: 'comment', operation: 'update', incidentId: incidentId as string });

describe('comments', () => {
	it('are those of the chosen incident, with who wrote what, and no changes', async () => {
		const { id } = incidentOf(on);
		const long = 'Ein langer Text. '.repeat(10);
		await write(on, id, ['Störung\nbehoben', long]);
		await write(on, incidentOf(on, 'INC-4').id, ['Elsewhere']);
		delete commentsOn(on, id)[0].external_ref;
		const { results, paginationToken } = await searchList(forComment(byId(id)), 'searchComments');
		expect(results).toEqual([
			{ name: 'Ops Bot: Störung behoben', value: commentsOn(on, id)[0].id },
			{ name: `Ops Bot: ${long.slice(0, 80)}…`, value: commentsOn(on, id)[1].id },
		]);
		expect(paginationToken).toBeUndefined();
		expect(comparable(on.requests()[0])).toEqual({
			method: 'POST',
			path: '/timeline-entries.list',
			query: {},
			headers: HEADERS,
			body: { object: id, limit: 100 },
		});
	});

	it('are found by what is typed, and by author', async () => {
		const { id } = incidentOf(on);
		await write(on, id, ['Failing over', 'Recovered']);
		const names = async (typed: string) =>
			(await searchList(forComment(byId('INC-3')), 'searchComments', typed)).results.map(
				({ name }) => name,
			);
		expect(await names(' recover ')).toEqual(['Ops Bot: Recovered']);
		expect(await names('ops bot')).toHaveLength(2);
	});

	it('are found behind a page of nothing but changes', async () => {
		const { id } = incidentOf(on);
		await write(on, id, ['Last']);
		const timeline = on.sandbox.state('devRev').timelines.entries.get(id) ?? [];
		const [event] = timeline;
		timeline.unshift(
			...Array.from({ length: 150 }, (_, index) => ({ ...event, id: `${event.id}${index}` })),
		);
		const { results } = await searchList(forComment(byId(id)), 'searchComments');
		expect(results.map(({ name }) => name)).toEqual(['Ops Bot: Last']);
		expect(on.requests()).toHaveLength(2);
	});

	it('show one without text as such', async () => {
		const { id } = incidentOf(on);
		await write(on, id, ['Gone']);
		delete commentsOn(on, id)[0].body;
		const { results } = await searchList(forComment(byId(id)), 'searchComments');
		expect(results.map(({ name }) => name)).toEqual(['Ops Bot: no text']);
	});

	it.each([
		['nothing is chosen', { __rl: true, mode: 'list', value: '' }, "Choose the 'Incident' first"],
		[
			'an expression stands for it',
			{ __rl: true, mode: 'id', value: '={{ $json.id }}' },
			"'Incident' is an expression, so this list cannot be shown",
		],
		[
			'it is no ID',
			{ __rl: true, mode: 'id', value: 'the incident' },
			`'Incident' is no ID: "the incident"`,
		],
	])('say what to choose, without a request, while %s', async (_, incidentId, message) => {
		const found = searchList(forComment(incidentId), 'searchComments');
		await expect(found).rejects.toMatchObject({ message });
		expect(on.requests()).toEqual([]);
	});

	it('say what failed', async () => {
		await expect(searchList(forComment(byId('INC-999')), 'searchComments')).rejects.toMatchObject({
			message: "DevRev refused 'Read the list of comments': No such object",
		});
	});
});

describe('targets of a link', () => {
	const forLink = (targetType: string) =>
		call({ resource: 'link', operation: 'create', targetType });

	it.each<[string, string, object, object, string[]]>([
		['account', '/accounts.list', {}, HEADERS, ['ACC-1 Velo Zürich AG', 'ACC-2 Bike Town']],
		[
			'article',
			'/articles.list',
			{},
			HEADERS,
			[
				'ARTICLE-1 Checkout runbook',
				'ARTICLE-2 Search runbook',
				'ARTICLE-3 Review of March outage',
			],
		],
		['conversation', '/conversations.list', {}, HEADERS, ['CONV-4 Is the shop down?']],
		[
			'incident',
			'/incidents.list',
			{ sort_by: ['created_date:desc'] },
			BETA_HEADERS,
			[
				'INC-4 Stock figures stale',
				'INC-3 Zahlung schlägt fehl',
				'INC-2 Search is slow',
				'INC-1 Checkout answers 502',
			],
		],
		[
			'issue',
			'/works.list',
			{ type: ['issue'] },
			HEADERS,
			['ISS-7 Gateway drops connections', 'ISS-8 Cache grows without end'],
		],
		[
			'opportunity',
			'/works.list',
			{ type: ['opportunity'] },
			BETA_HEADERS,
			['OPP-2 Velo Zürich renewal'],
		],
		[
			'part',
			'/parts.list',
			{},
			HEADERS,
			['PROD-1 Shop', 'CAPL-2 Checkout', 'FEAT-3 Gift cards', 'ENH-4 Faster search'],
		],
		['task', '/works.list', { type: ['task'] }, BETA_HEADERS, ['TASK-5 Call the provider']],
		['ticket', '/works.list', { type: ['ticket'] }, HEADERS, ['TKT-3 Kann nicht bezahlen']],
		[
			'user',
			'/dev-users.list',
			{ state: ['active'] },
			HEADERS,
			['DEVU-1 Ops Bot', 'DEVU-2 Jürgen Müßig', 'DEVU-3 Anna Schmidt'],
		],
		[
			'workspace',
			'/rev-orgs.list',
			{},
			HEADERS,
			['REV-1 Velo Zürich AG workspace', 'REV-2 Bike Town workspace'],
		],
	])('of the type %s', async (type, path, body, headers, names) => {
		const { results } = await searchList(forLink(type), 'searchLinkTargets');
		expect(results.map(({ name }) => name)).toEqual(names);
		expect(results.every(({ value }) => /^don:/.test(String(value)))).toBe(true);
		expect(comparable(on.requests()[0])).toEqual({
			method: 'POST',
			path,
			query: {},
			headers,
			body: { ...body, limit: 100 },
		});
	});

	it('are found by what is typed', async () => {
		const { results } = await searchList(forLink('issue'), 'searchLinkTargets', 'iss-8');
		expect(results.map(({ name }) => name)).toEqual(['ISS-8 Cache grows without end']);
	});

	it('come page by page', async () => {
		on.sandbox.seedMany('devRev', 150);
		const first = await searchList(forLink('incident'), 'searchLinkTargets');
		const second = await searchList(
			forLink('incident'),
			'searchLinkTargets',
			undefined,
			first.paginationToken,
		);
		expect([first.results.length, second.results.length]).toEqual([100, 54]);
	});

	it.each([
		['={{ $json.type }}', "'Target Type' is an expression, so this list cannot be shown"],
		['rocket', `'Target Type' cannot be "rocket"`],
	])('cannot be shown while the type is %s', async (type, message) => {
		const found = searchList(forLink(type), 'searchLinkTargets');
		await expect(found).rejects.toMatchObject({ message });
		expect(on.requests()).toEqual([]);
	});
});

describe('custom link types', () => {
	it('are those in use', async () => {
		const { results } = await searchList(call(), 'searchCustomLinkTypes');
		expect(results.map(({ name }) => name)).toEqual(['Was Caused By']);
		expect(comparable(on.requests()[0])).toEqual({
			method: 'POST',
			path: '/link-types.custom.list',
			query: {},
			headers: BETA_HEADERS,
			body: { limit: 100 },
		});
	});

	it.each([403, 404])('are none where they cannot be read (%d)', async (status) => {
		on.sandbox.fault('devRev', { status, body: { type: 'forbidden', message: 'No' } });
		expect(await searchList(call(), 'searchCustomLinkTypes')).toEqual({ results: [] });
	});
});
