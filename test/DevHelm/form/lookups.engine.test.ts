import type { INodeParameters } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { uuidOf } from '../../sandbox/core/ids';
import { searchList } from '../../support/lookup';
import { byId, comparable, suite } from '../../support/suite';

const node = new DevHelm();
const on = suite('devHelm', 'devHelmApi', node);
const call = () => ({ node, credentials: on.credentials({}) });
const store = () => on.sandbox.state('devHelm');
const namesOf = async (method: string, typed?: string) =>
	(await searchList(call(), method, typed)).results.map(({ name }) => name);

it('passes the typed text to the vendor and says when a monitor is paused', async () => {
	const found = await searchList(call(), 'searchMonitors', ' STAGING ');
	const staging = [...store().monitors.values()].find(({ name }) => name === 'Staging shop');
	expect(found).toEqual({ results: [{ name: 'Staging shop (paused)', value: staging?.id }] });
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: '/api/v1/monitors',
			query: { search: 'STAGING', page: '0', size: '100' },
			headers: { accept: 'application/json', authorization: 'Bearer dh_live_sandbox_key' },
			body: undefined,
		},
	]);
});

it.each([
	['searchEnvironments', '/api/v1/environments', {}, ['Production', 'Staging']],
	['searchResourceGroups', '/api/v1/resource-groups', {}, ['Shop front']],
	['searchServices', '/api/v1/service-subscriptions', {}, ['Paylane', 'Cloud Nine']],
	['searchTags', '/api/v1/tags', { page: '0', size: '100' }, ['payments', 'internal']],
])('%s reads %s', async (method, path, query, names) => {
	expect(await namesOf(method)).toEqual(names);
	expect(comparable(on.requests()[0])).toMatchObject({ path, query });
	expect(on.requests()).toHaveLength(1);
});

it.each([
	['searchEnvironments', 'STAG', ['Staging']],
	['searchResourceGroups', 'nothing', []],
	['searchServices', 'cloud', ['Cloud Nine']],
	['searchTags', 'pay', ['payments']],
	['searchIncidents', 'backup', [expect.stringMatching(/^Nightly backup: consecutive failures/)]],
])('%s filters by %s here', async (method, typed, names) => {
	expect(await namesOf(method, typed)).toEqual(names);
});

it('gives the ID that the filter wants, once for each service', async () => {
	const { subscriptions } = store();
	const [first] = [...subscriptions.values()];
	subscriptions.set('of a component', { ...first, subscriptionId: uuidOf('another') });
	const { results } = await searchList(call(), 'searchServices');
	expect(results).toEqual(
		[...subscriptions.values()]
			.slice(0, 2)
			.map(({ name, serviceId }) => ({ name, value: serviceId })),
	);
});

it.each(['acknowledge', 'resolve'])('offers what is not resolved to %s', async (operation) => {
	const parameters = { resource: 'incident', operation };
	const { results } = await searchList({ ...call(), parameters }, 'searchIncidents');
	const open = [...store().incidents.values()].filter(({ status }) => status !== 'RESOLVED');
	expect(open.length).toBeGreaterThan(0);
	expect(results.map(({ value }) => value).sort()).toEqual(open.map(({ id }) => id).sort());
});

it('tells incidents apart by place, state and time', async () => {
	const [resolved, watching] = [...store().incidents.values()];
	Object.assign(watching, { displayKey: 'ABC-42', startedAt: null });
	const { results } = await searchList(call(), 'searchIncidents');
	const time = (text: string) => text.slice(0, 16).replace('T', ' ');
	expect(results.slice(-2)).toEqual([
		{
			name: `ABC-42 Nightly backup: consecutive failures (watching, ${time(watching.createdAt)})`,
			value: watching.id,
		},
		{
			name: `Checkout page: Card payments fail (resolved, ${time(resolved.createdAt)})`,
			value: resolved.id,
		},
	]);
});

it('goes through all incidents page by page', async () => {
	on.sandbox.seedMany('devHelm', 150);
	const first = await searchList(call(), 'searchIncidents');
	const second = await searchList(call(), 'searchIncidents', undefined, first.paginationToken);
	const ids = [...first.results, ...second.results].map(({ value }) => value);
	expect([first.results.length, second.results.length]).toEqual([100, 55]);
	expect(new Set(ids).size).toBe(155);
	expect(second.paginationToken).toBeUndefined();
});

it('finds a typed text on a later page', async () => {
	on.sandbox.seedMany('devHelm', 350);
	expect(await namesOf('searchIncidents', 'card payments')).toHaveLength(1);
});

it.each<[string, object, string, string]>([
	[
		'a wrong key',
		{ apiKey: 'wrong' },
		'The API key is missing or not valid',
		'Settings > API Keys',
	],
	['another organization', { organizationId: '1' }, 'no access to this organization', 'leave'],
])('says what failed: %s', async (_, changes, message, description) => {
	const failing = searchList({ node, credentials: on.credentials({ ...changes }) }, 'searchTags');
	await expect(failing).rejects.toMatchObject({
		message: expect.stringMatching(
			new RegExp(`^DevHelm [^']* 'Read the list of tags'.*: .*${message}`),
		),
		description: expect.stringContaining(description),
	});
});

it('says what is wrong in the credential without asking the vendor', async () => {
	const credentials = on.credentials({ workspaceId: 'main' });
	await expect(searchList({ node, credentials }, 'searchTags')).rejects.toMatchObject({
		message: expect.stringMatching(
			/^'Workspace ID' in the credential is not a whole number\. .*type 'Workspace ID' in digits/,
		),
	});
	expect(on.requests()).toEqual([]);
});

it('tells alert channels apart by their kind, and passes the typed text to the vendor', async () => {
	expect(await namesOf('searchAlertChannels', 'chat')).toEqual(['Ops chat (slack)']);
	expect(on.requests().map(comparable)).toMatchObject([
		{ path: '/api/v1/alert-channels', query: { search: 'chat', page: '0', size: '100' } },
	]);
});

it('lists secrets by their keys', async () => {
	const [{ id }] = store().secrets.values();
	const { results } = await searchList(call(), 'searchSecrets', 'shop');
	expect(results).toEqual([{ name: 'SHOP_TOKEN', value: id }]);
});

it('goes through the catalog of services, whose value is the short name', async () => {
	const { results } = await searchList(call(), 'searchCatalogServices', 'nine');
	expect(results).toEqual([{ name: 'Cloud Nine', value: 'cloud-nine' }]);
	expect(on.requests().map(comparable)).toMatchObject([
		{ path: '/api/v1/services', query: { search: 'nine', sort: 'curated', limit: '100' } },
	]);
});

it('lists the components of the service that is chosen', async () => {
	const [paylane] = store().services.values();
	const parameters = (service: string) => ({
		resource: 'service',
		operation: 'subscribe',
		service: byId(service) as INodeParameters,
	});
	const asked = { ...call(), parameters: parameters(paylane.slug) };
	const { results } = await searchList(asked, 'searchServiceComponents');
	expect(results.map(({ name }) => name)).toEqual(['API', 'Dashboard']);
	expect(on.requests()[0].path).toBe(`/api/v1/services/${paylane.slug}/components`);
	const nothing = searchList({ ...call(), parameters: parameters('') }, 'searchServiceComponents');
	await expect(nothing).rejects.toThrow("Choose the 'Service' first");
});

it('lists what is tracked, with the component', async () => {
	const [first, second] = [...store().subscriptions.values()];
	Object.assign(first, { component: { name: 'API' } });
	on.expectOddReplies();
	const { results } = await searchList(call(), 'searchSubscriptions');
	expect(results).toEqual([
		{ name: 'Paylane: API', value: first.subscriptionId },
		{ name: 'Cloud Nine', value: second.subscriptionId },
	]);
});
