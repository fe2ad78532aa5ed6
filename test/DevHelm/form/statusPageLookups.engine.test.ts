import type { INodeParameters } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { addPageIncident } from '../../sandbox/devhelm/statusPages/build';
import { searchList } from '../../support/lookup';
import { byId, comparable, suite } from '../../support/suite';
import { component, draft, HEADERS, incident, NOT_THERE, page } from '../statusPages';
import { addSubscriber } from '../subscribers';

const node = new DevHelm();
const on = suite('devHelm', 'devHelmApi', node);

interface Row {
	publishedAt: string | null;
	status: string;
}

/** The form with a page chosen in it. */
const call = (statusPageId: unknown = byId(page(on).id)) => ({
	node,
	credentials: on.credentials({}),
	parameters: {
		resource: 'statusPageIncident',
		operation: 'addUpdate',
		statusPageId,
	} as INodeParameters,
});

it('lists status pages with the end of their address', async () => {
	const found = await searchList(call(''), 'searchStatusPages');
	expect(found).toEqual({
		results: [
			{ name: 'Alpenrad Status (alpenrad)', value: page(on).id },
			{ name: 'Partner Status (partner)', value: page(on, 'Partner').id },
		],
	});
	expect(on.requests().map(comparable)).toEqual([
		{ method: 'GET', path: '/api/v1/status-pages', query: {}, headers: HEADERS, body: undefined },
	]);
});

it('filters status pages here', async () => {
	const { results } = await searchList(call(), 'searchStatusPages', ' PARTNER ');
	expect(results.map(({ value }) => value)).toEqual([page(on, 'Partner').id]);
});

it('lists the components of the page that is chosen', async () => {
	const { results } = await searchList(call(), 'searchStatusPageComponents');
	expect(results).toEqual([
		{ name: 'Shop (group)', value: component(on, 'Shop').id },
		{ name: 'Website', value: component(on).id },
		{ name: 'Zahlungen', value: component(on, 'Zahlungen').id },
	]);
	expect(on.requests()[0].path).toBe(`/api/v1/status-pages/${page(on).id}/components`);
	const filtered = await searchList(call(), 'searchStatusPageComponents', 'zahl');
	expect(filtered.results.map(({ name }) => name)).toEqual(['Zahlungen']);
});

it('lists the incidents of the page that is chosen, told apart by state and time', async () => {
	const { results } = await searchList(call(), 'searchStatusPageIncidents');
	const time = (text: string) => text.slice(0, 16).replace('T', ' ');
	const [open, over] = [incident(on), incident(on, 'Slow pages')];
	expect(results).toEqual([
		{ name: `Card payments fail (identified, ${time(open.startedAt)})`, value: open.id },
		{ name: `Slow pages (resolved, ${time(over.startedAt)})`, value: over.id },
	]);
	expect(comparable(on.requests()[0])).toMatchObject({
		path: `/api/v1/status-pages/${page(on).id}/incidents`,
		query: { page: '0', size: '100' },
	});
});

it('says which incident is a draft', async () => {
	const partner = byId(page(on, 'Partner').id);
	const { results } = await searchList(call(partner), 'searchStatusPageIncidents', 'draft');
	expect(results).toEqual([
		{
			name: expect.stringMatching(/^Partner API unreachable \(draft, investigating, 2/),
			value: draft(on).id,
		},
	]);
});

it('goes through all incidents page by page', async () => {
	for (let count = 0; count < 150; count += 1) {
		addPageIncident(on.sandbox.state('devHelm'), page(on).id, {
			title: `Incident ${count}`,
			impact: 'NONE',
			body: 'Over',
		});
	}
	const first = await searchList(call(), 'searchStatusPageIncidents');
	const second = await searchList(
		call(),
		'searchStatusPageIncidents',
		undefined,
		first.paginationToken,
	);
	expect([first.results.length, second.results.length]).toEqual([100, 52]);
	expect(second.paginationToken).toBeUndefined();
});

it.each([
	['publish', ({ publishedAt }: Row) => !publishedAt],
	['dismiss', ({ publishedAt }: Row) => !publishedAt],
	['resolve', ({ status }: Row) => status !== 'RESOLVED'],
	['get', () => true],
])('offers the incidents that can be acted on: %s', async (operation, isWanted) => {
	const { id } = page(on);
	const of = call(byId(id));
	const rows = [...on.sandbox.state('devHelm').pageIncidents.newestFirst()];
	rows.filter((row) => row.statusPageId === id)[0].publishedAt = null;
	const parameters = { ...of.parameters, resource: 'statusPageIncident', operation };
	const { results } = await searchList({ ...of, parameters }, 'searchStatusPageIncidents');
	const wanted = rows.filter((row) => row.statusPageId === id && isWanted(row));
	expect(wanted.length).toBeGreaterThan(0);
	expect(results.map(({ value }) => value)).toEqual(wanted.map((row) => row.id));
});

it.each([
	['nothing', '', "Choose the 'Status Page' first"],
	['an empty choice', byId(''), "Choose the 'Status Page' first"],
	[
		'an expression',
		byId('={{ $json.page }}'),
		"'Status Page' is an expression, so this list cannot be shown",
	],
	['a name', byId('Shop'), `'Status Page' is no ID: "Shop"`],
])('says what to choose, without a request, while %s stands for the page', async (...row) => {
	const [, chosen, message] = row;
	for (const method of ['searchStatusPageComponents', 'searchStatusPageIncidents']) {
		await expect(searchList(call(chosen), method)).rejects.toMatchObject({ message });
	}
	expect(on.requests()).toEqual([]);
});

it('takes a page that is given as a plain ID', async () => {
	const { results } = await searchList(call(page(on).id), 'searchStatusPageComponents');
	expect(results).toHaveLength(3);
});

it('says what failed', async () => {
	const failing = searchList(call(byId(NOT_THERE)), 'searchStatusPageComponents');
	await expect(failing).rejects.toMatchObject({
		message: expect.stringMatching(
			/^DevHelm refused 'Read the list of components of the status page': .*Status page not found/,
		),
	});
});

it('lists the subscribers of the page that is chosen', async () => {
	const { id } = addSubscriber(on, 'ada@example.com');
	const { results } = await searchList(call(), 'searchSubscribers', 'ADA');
	expect(results).toEqual([{ name: 'ada@example.com', value: id }]);
	expect(on.requests()[0].path).toBe(`/api/v1/status-pages/${page(on).id}/subscribers`);
});
