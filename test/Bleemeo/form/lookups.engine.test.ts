import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { searchList } from '../../support/lookup';
import { comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const node = new Bleemeo();
const on = suite('bleemeo', 'bleemeoApi', node);

const search = async (
	method: string,
	filter?: string,
	parameters?: INodeParameters,
	token?: string,
) => await searchList({ node, ...withToken(on), parameters }, method, filter, token);

const namesOf = ({ results }: Awaited<ReturnType<typeof search>>) =>
	results.map(({ name }) => name);

describe('agents', () => {
	it('are the active ones of the account, by name and host', async () => {
		const found = await search('searchAgents');
		expect(namesOf(found)).toEqual([
			'web-1 (web-1.alpenrad.example)',
			'db-1 (db-1.alpenrad.example)',
			'Shop für Räder (shop.alpenrad.example)',
		]);
		expect(found.results[0].value).toBe(company(on).web);
		expect(on.theRequest()).toEqual({
			method: 'GET',
			path: '/v1/agent/',
			query: { active: 'true', fields: 'id,display_name,fqdn', page_size: '100' },
			headers: headersOf(on),
			body: undefined,
		});
	});

	it('are searched here, by name, host or ID', async () => {
		const { web } = company(on);
		expect(namesOf(await search('searchAgents', ' RÄDER'))).toHaveLength(1);
		expect(namesOf(await search('searchAgents', 'db-1.alpen'))).toHaveLength(1);
		expect(namesOf(await search('searchAgents', web))).toHaveLength(1);
		expect(namesOf(await search('searchAgents', 'nobody'))).toEqual([]);
	});

	it('go by their host or ID where they have no name', async () => {
		on.sandbox.fault('bleemeo', {
			status: 200,
			body: { results: [{ id: 'a', display_name: '', fqdn: 'host' }, { id: 'b' }, {}] },
		});
		expect(await search('searchAgents')).toEqual({
			results: [
				{ name: 'host', value: 'a' },
				{ name: 'b', value: 'b' },
			],
		});
	});

	it('come page by page', async () => {
		const { agents } = on.sandbox.state('bleemeo');
		const [first] = agents.values();
		for (let index = 0; index < 120; index++) {
			const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
			agents.set(id, { ...first, id, display_name: `node-${index}`, fqdn: '' });
		}
		const one = await search('searchAgents');
		const two = await search('searchAgents', undefined, {}, String(one.paginationToken));
		expect([one.results.length, two.results.length]).toEqual([100, 23]);
		expect(two.paginationToken).toBeUndefined();
		expect(comparable(on.requests()[1]).query).toEqual({
			active: 'true',
			fields: 'id,display_name,fqdn',
			page_size: '100',
			page: '2',
		});
		on.sandbox.clearRequests();
		expect(namesOf(await search('searchAgents', 'node-119'))).toEqual(['node-119']);
		expect(on.requests()).toHaveLength(2);
	});
});

describe('metrics', () => {
	const onCreate = (agentId: INodeParameters[string]) => ({ operation: 'create', agentId });
	const onList = (agentId: INodeParameters[string]) => ({
		operation: 'getAll',
		filters: { agentId },
	});
	const locator = (value: string) => ({ __rl: true, mode: 'list', value });

	it.each([
		['the form of a create', onCreate],
		['the filters of a list', onList],
		[
			'the filters of the reliability metrics',
			(agentId: INodeParameters[string]) => ({
				operation: 'getReliabilityMetrics',
				filters: { agentId },
			}),
		],
		[
			'the form of a metric that is read',
			(agentId: INodeParameters[string]) => ({ resource: 'metric', operation: 'get', agentId }),
		],
		[
			'the form of data that are read',
			(agentId: INodeParameters[string]) => ({ resource: 'metric', operation: 'getData', agentId }),
		],
	])('are those of the agent in %s', async (_, form) => {
		const { web, metric } = company(on);
		const found = await search('searchMetrics', undefined, form(locator(web)));
		expect(namesOf(found)).toEqual([
			'cpu_used',
			'mem_used_perc',
			'disk_used_perc (/)',
			'disk_used_perc (/var)',
		]);
		expect(found.results[0].value).toBe(metric);
		expect(on.theRequest()).toMatchObject({
			method: 'GET',
			path: '/v1/metric/',
			query: {
				agent: web,
				active: 'true',
				fields: 'id,label,item,labels_text',
				page_size: '100',
			},
		});
	});

	it.each([
		['no agent', { operation: 'create' }, "Choose the 'Agent' first"],
		['an agent that is not chosen', onCreate(locator('')), "Choose the 'Agent' first"],
		[
			'an expression',
			onCreate(locator('={{ $json.agent }}')),
			"'Agent' is an expression, so this list cannot be shown",
		],
		['a name', onCreate(locator('web-1')), `'Agent' is no ID: "web-1"`],
		['no filter', { operation: 'getAll', filters: {} }, "Add the filter 'Agent' first"],
		[
			'an agent beside the filters',
			{ ...onCreate(locator('x')), operation: 'getReliabilityMetrics' },
			"Add the filter 'Agent' first",
		],
	])('say what to choose, without a request, with %s', async (_, parameters, message) => {
		await expect(search('searchMetrics', undefined, parameters)).rejects.toMatchObject({
			message,
			description: expect.stringMatching(/^(This list shows what belongs|Its value is known)/),
		});
		expect(on.requests()).toEqual([]);
	});

	it('go by their labels where they have no name', async () => {
		on.sandbox.fault('bleemeo', {
			status: 200,
			body: { results: [{ id: 'a', label: '', labels_text: '__name__="x"' }] },
		});
		const found = await search('searchMetrics', undefined, onCreate(locator(company(on).web)));
		expect(namesOf(found)).toEqual(['__name__="x"']);
	});
});

describe('events', () => {
	it('are the newest, with status and time', async () => {
		const found = await search('searchEvents');
		const newest = [...company(on).events.values()][3];
		expect(found.results[0]).toEqual({
			name: `db-1 - disk_used_perc is CRITICAL (Critical, ${newest.created_at})`,
			value: newest.id,
		});
		expect(found.results).toHaveLength(4);
		expect(on.theRequest().query).toEqual({
			fields: 'id,title,status,created_at',
			ordering: '-created_at',
			page_size: '100',
		});
	});

	it('are searched here', async () => {
		expect(namesOf(await search('searchEvents', 'cpu_used is ok'))).toHaveLength(1);
	});

	it('come page by page', async () => {
		on.sandbox.seedMany('bleemeo', 120);
		const one = await search('searchEvents');
		const two = await search('searchEvents', undefined, {}, String(one.paginationToken));
		expect([one.results.length, two.results.length]).toEqual([100, 24]);
		expect(two.paginationToken).toBeUndefined();
	});
});

it('every ID of the form has the list of its kind', () => {
	const lists: Record<string, string> = {
		agentId: 'searchAgents',
		metricId: 'searchMetrics',
		eventId: 'searchEvents',
		continuedEventId: 'searchEvents',
	};
	const locators = (properties: INodeProperties[]): INodeProperties[] =>
		properties.flatMap((property) => [
			...(property.type === 'resourceLocator' ? [property] : []),
			...(property.type === 'collection' ? locators(property.options as INodeProperties[]) : []),
		]);
	const found = locators(node.description.properties);
	expect(new Set(found.map(({ name }) => name))).toEqual(new Set(Object.keys(lists)));
	for (const { name, modes } of found) {
		expect(modes?.[0].typeOptions?.searchListMethod).toBe(lists[name]);
		expect(node.methods.listSearch).toHaveProperty(lists[name]);
	}
});

describe('a list that cannot be read', () => {
	it('says why', async () => {
		on.sandbox.api('bleemeo').expireTokens();
		await expect(search('searchAgents')).rejects.toMatchObject({
			message: "Bleemeo refused 'Read the list of agents': Invalid token.",
			description: expect.stringContaining('Open the Bleemeo API credential.'),
		});
	});

	it('says why the sign-in was refused', async () => {
		const credentials = on.credentials({ password: 'not-the-word' });
		await expect(searchList({ node, credentials }, 'searchAgents')).rejects.toMatchObject({
			message: 'Bleemeo did not accept the sign-in: The e-mail address or the password is wrong.',
		});
	});

	it('does not keep a person waiting for half a minute', async () => {
		on.sandbox.fault('bleemeo', { status: 429, body: { detail: 'Request was throttled.' } });
		await expect(search('searchAgents')).rejects.toMatchObject({
			message:
				"Bleemeo is limiting requests and did not do 'Read the list of agents': Request was throttled.",
		});
		expect(on.requests()).toHaveLength(1);
	});
});
