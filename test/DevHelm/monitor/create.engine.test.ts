import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { assertionKinds } from '../../../nodes/DevHelm/monitor/assertionKinds';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { HEADERS, NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor, nameless, recordOf } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const PATH = '/api/v1/monitors';
const store = () => on.sandbox.state('devHelm');
const NAME = 'New shop';

const create = (fields: IDataObject = {}, more: IDataObject = {}) => ({
	resource: 'monitor',
	operation: 'create',
	name: NAME,
	type: 'HTTP',
	url: 'https://shop.example/health',
	method: 'GET',
	...fields,
	additionalFields: more,
});
const posts = () => on.requests().filter(({ method }) => method === 'POST');
const made = () => [...store().monitors.values()].filter(({ name }) => name === NAME);
const body = () => comparable(posts()[0]).body as IDataObject;
const [environment, tag, channel, secret] = [
	() => nameless(store().environments),
	() => nameless(store().tags),
	() => nameless(store().alertChannels),
	() => nameless(store().secrets),
];

describe('the request', () => {
	it('carries every field', async () => {
		const { error } = await on.run(
			create(
				{ name: ` ${NAME} `, method: 'POST' },
				{
					contentType: 'application/json',
					customHeaders: { values: [{ name: 'X-Team', value: 'shop' }, { name: 'X-Empty' }] },
					requestBody: '{ "ping": true }',
					verifyTls: false,
					alertChannelIds: rowsOfIds('alertChannelId', [channel()]),
					assertions: {
						values: [
							{ assertion: 'status_code', operator: 'equals', value: '2xx', severity: 'fail' },
						],
					},
					auth: {
						values: { scheme: 'header', headerName: 'X-API-Key', secretId: byId(secret()) },
					},
					frequencySeconds: 30,
					enabled: false,
					environmentId: byId(environment()),
					incidentPolicy: {
						values: {
							minRegionsFailing: 2,
							maxWaitSeconds: 60,
							consecutiveSuccesses: 3,
							minRegionsPassing: 1,
							cooldownMinutes: 0,
						},
					},
					triggerRules: {
						values: [
							{
								condition: 'consecutive_failures',
								count: 2,
								scope: 'per_region',
								severity: 'down',
							},
							{
								condition: 'failures_in_window',
								count: 3,
								windowMinutes: 10,
								scope: 'any_region',
								severity: 'down',
							},
							{
								condition: 'response_time',
								thresholdMs: 900,
								aggregationType: 'p95',
								scope: 'any_region',
								severity: 'degraded',
							},
						],
					},
					managedBy: 'MCP',
					newTags: { values: [{ name: 'shop', color: '#FF0000' }, { name: 'web' }] },
					regions: 'us-east, eu-west',
					tagIds: rowsOfIds('tagId', [tag()]),
					extraFields: '{ "tomorrow": 1 }',
				},
			),
		);
		// The sandbox does not know tomorrow's field; all else it has looked at below.
		expect(error?.message).toContain('tomorrow is not known');
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'POST',
				path: PATH,
				query: {},
				headers: HEADERS,
				body: {
					name: NAME,
					type: 'HTTP',
					config: {
						url: 'https://shop.example/health',
						method: 'POST',
						contentType: 'application/json',
						customHeaders: { 'X-Team': 'shop', 'X-Empty': '' },
						requestBody: '{ "ping": true }',
						verifyTls: false,
					},
					frequencySeconds: 30,
					enabled: false,
					regions: ['us-east', 'eu-west'],
					managedBy: 'MCP',
					environmentId: environment(),
					assertions: [
						{
							config: { type: 'status_code', operator: 'equals', expected: '2xx' },
							severity: 'fail',
						},
					],
					auth: { type: 'header', headerName: 'X-API-Key', vaultSecretId: secret() },
					incidentPolicy: {
						triggerRules: [
							{ type: 'consecutive_failures', count: 2, scope: 'per_region', severity: 'down' },
							{
								type: 'failures_in_window',
								count: 3,
								windowMinutes: 10,
								scope: 'any_region',
								severity: 'down',
							},
							{
								type: 'response_time',
								thresholdMs: 900,
								aggregationType: 'p95',
								scope: 'any_region',
								severity: 'degraded',
							},
						],
						confirmation: { type: 'multi_region', minRegionsFailing: 2, maxWaitSeconds: 60 },
						recovery: { consecutiveSuccesses: 3, minRegionsPassing: 1, cooldownMinutes: 0 },
					},
					alertChannelIds: [channel()],
					tags: {
						tagIds: [tag()],
						newTags: [{ name: 'shop', color: '#FF0000' }, { name: 'web' }],
					},
					tomorrow: 1,
				},
			},
		]);
		const again = create({}, { extraFields: JSON.stringify({ ...body(), tomorrow: undefined }) });
		expect((await on.run(again)).error).toBeUndefined();
	});

	it('holds nothing that was not filled in', async () => {
		const { error } = await on.run(create({}, { regions: '', extraFields: '{}', assertions: {} }));
		expect(error).toBeUndefined();
		expect(on.theRequest().body).toEqual({
			name: NAME,
			type: 'HTTP',
			config: { url: 'https://shop.example/health', method: 'GET' },
		});
	});

	it.each<[string, IDataObject, IDataObject, IDataObject]>([
		[
			'DNS',
			{ hostname: 'shop.example' },
			{
				recordTypes: ['A', 'MX'],
				nameservers: '1.1.1.1, 8.8.8.8',
				timeoutMs: 500,
				totalTimeoutMs: 900,
			},
			{
				hostname: 'shop.example',
				recordTypes: ['A', 'MX'],
				nameservers: ['1.1.1.1', '8.8.8.8'],
				timeoutMs: 500,
				totalTimeoutMs: 900,
			},
		],
		[
			'HEARTBEAT',
			{ expectedInterval: 3600, gracePeriod: 60 },
			{},
			{ expectedInterval: 3600, gracePeriod: 60 },
		],
		[
			'ICMP',
			{ host: '192.0.2.1' },
			{ packetCount: 20, timeoutMs: 700 },
			{ host: '192.0.2.1', packetCount: 20, timeoutMs: 700 },
		],
		[
			'MCP_SERVER',
			{ command: 'npx' },
			{ args: '={{ ["-y", "a,b"] }}', env: { values: [{ name: 'MODE', value: 'test' }] } },
			{ command: 'npx', args: ['-y', 'a,b'], env: { MODE: 'test' } },
		],
		[
			'TCP',
			{ host: 'db.example', port: 65535 },
			{ timeoutMs: 700 },
			{ host: 'db.example', port: 65535, timeoutMs: 700 },
		],
	])('holds the configuration of %s alone', async (type, required, optional, config) => {
		const { error } = await on.run(create({ type, ...required }, { ...optional, verifyTls: true }));
		expect(error).toBeUndefined();
		expect(on.theRequest().body).toEqual({ name: NAME, type, config });
	});

	it('knows every assertion that is documented', async () => {
		expect(assertionKinds).toHaveLength(42);
		const values = assertionKinds.map(({ value }) => ({
			assertion: value,
			headerName: 'X-Shop',
			ips: '192.0.2.1,192.0.2.2',
			path: '$.status',
			recordType: 'MX',
			operator: 'contains',
			value: 'ok',
			threshold: value === 'icmp_packet_loss' ? 0.5 : 7,
			severity: 'warn',
		}));
		const { error } = await on.run(create({}, { assertions: { values } }));
		expect(error).toBeUndefined();
		const sent = body().assertions as Array<{ config: IDataObject }>;
		const of = (type: string) => sent.find(({ config }) => config.type === type);
		expect(sent).toHaveLength(42);
		expect(of('icmp_packet_loss')).toEqual({
			config: { type: 'icmp_packet_loss', maxPercent: 0.5 },
			severity: 'warn',
		});
		expect(of('json_path')?.config).toEqual({
			type: 'json_path',
			path: '$.status',
			operator: 'contains',
			expected: 'ok',
		});
		expect(of('dns_expected_ips')?.config.ips).toEqual(['192.0.2.1', '192.0.2.2']);
		expect(of('tcp_connects')?.config).toEqual({ type: 'tcp_connects' });
	});

	it.each<[IDataObject, IDataObject]>([
		[{ scheme: 'bearer' }, { type: 'bearer' }],
		[{ scheme: 'basic', headerName: 'X-Left-Over' }, { type: 'basic' }],
		[
			{ scheme: 'api_key', headerName: 'X-Key' },
			{ type: 'api_key', headerName: 'X-Key' },
		],
	])('signs in by %j', async (row, auth) => {
		await on.run(create({}, { auth: { values: { ...row, secretId: byId(secret()) } } }));
		expect(body().auth).toEqual({ ...auth, vaultSecretId: secret() });
	});
});

it('puts out the monitor', async () => {
	const { items } = await on.run(create({}, { frequencySeconds: 300 }));
	expect(items).toEqual([
		{ json: { ...recordOf(on, NAME), pingUrl: null }, pairedItem: { item: 0 } },
	]);
	expect(items[0].json).toMatchObject({ type: 'HTTP', frequencySeconds: 300, enabled: true });
});

it('tells the address that a job has to call', async () => {
	const heartbeat = { type: 'HEARTBEAT', expectedInterval: 60, gracePeriod: 5 };
	const { items } = await on.run(create(heartbeat));
	expect(items[0].json.pingUrl).toBe(monitor(on, NAME).pingUrl);
	expect(items[0].json.pingUrl).toMatch(/^https:/);
});

it("puts out the vendor's own object without Simplify", async () => {
	const { items } = await on.run(create({ simplify: false }));
	expect(items[0].json).toEqual(monitor(on, NAME));
});

describe('when the answer is lost', () => {
	const rich = () => ({
		assertions: { values: [{ assertion: 'tcp_connects' }] },
		alertChannelIds: rowsOfIds('alertChannelId', [channel()]),
		tagIds: rowsOfIds('tagId', [tag()]),
		newTags: { values: [{ name: 'web' }] },
		environmentId: byId(environment()),
		regions: 'us-east,eu-west',
		frequencySeconds: 30,
	});

	it.each<[string, () => IDataObject]>([
		['with the required fields', () => ({})],
		['with many', rich],
	])('finds the monitor that was made: %s', async (_, more) => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(create({}, more()));
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id)).toEqual(made().map(({ id }) => id));
		expect(made()).toHaveLength(1);
		expect(posts()).toHaveLength(1);
		const looks = on.requests().filter(({ method }) => method === 'GET');
		expect(looks.map(comparable)).toContainEqual({
			method: 'GET',
			path: PATH,
			query: { search: NAME, page: '0', size: '200' },
			headers: READ_HEADERS,
			body: undefined,
		});
	});

	it('makes it when it was not made', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		const { error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(made()).toHaveLength(1);
		expect(posts()).toHaveLength(2);
	});

	it.each<[string, IDataObject, () => IDataObject]>([
		['another address', { url: 'https://other.example' }, () => ({})],
		['another type', { type: 'ICMP', host: 'shop.example' }, () => ({})],
		['an environment', {}, () => ({ environmentId: byId(environment()) })],
		['paused', {}, () => ({ enabled: false })],
	])('does not take one with %s for it', async (_, fields, more) => {
		await on.run(create(fields, more()));
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		const { items } = await on.run(create());
		expect(made()).toHaveLength(2);
		expect(items[0].json.id).toBe(made()[1].id);
	});
});

it('names what the plan does not allow', async () => {
	const fault = { status: 400, body: { message: 'Monitor limit reached for your plan' } };
	on.sandbox.fault('devHelm', { method: 'POST', ...fault });
	const { error } = await on.run(create());
	expect(error?.description).toContain('The plan of this DevHelm account allows no more');
	expect(posts()).toHaveLength(1);
});

it('names an environment that is not there', async () => {
	const { error } = await on.run(create({}, { environmentId: byId(NOT_THERE) }));
	expect(error?.message).toBe("DevHelm refused 'Create monitor' (item 0): Environment not found");
	expect(made()).toEqual([]);
});

const policy = {
	minRegionsFailing: 1,
	maxWaitSeconds: 60,
	consecutiveSuccesses: 2,
	minRegionsPassing: 1,
	cooldownMinutes: 5,
};
const rule = { condition: 'consecutive_failures', count: 2, scope: 'per_region', severity: 'down' };

it.each<[IDataObject, IDataObject, string]>([
	[{ name: '={{ "" }}' }, {}, "'Name' is empty (item 0)"],
	[
		{ name: 'x'.repeat(256) },
		{},
		"'Name' has 256 characters, and DevHelm takes 255 at most (item 0)",
	],
	[{ type: 'FTP' }, {}, `'Type' cannot be "FTP" (item 0)`],
	[{ url: '={{ "" }}' }, {}, "'URL' is empty (item 0)"],
	[{ url: 'shop.example' }, {}, `'URL' is no web address: "shop.example" (item 0)`],
	[{ type: 'TCP', host: 'a', port: 0 }, {}, "'Port' cannot be 0 (item 0)"],
	[
		{ type: 'TCP', host: 'a', port: 'https' },
		{},
		`'Port' must be a whole number, not "https" (item 0)`,
	],
	[{}, { frequencySeconds: 5 }, "'Check Every (Seconds)' cannot be 5 (item 0)"],
	[{}, { regions: '={{ [{ name: "us" }] }}' }, "'Regions' must be a list of texts (item 0)"],
	[{}, { customHeaders: { values: [{ value: 'x' }] } }, "'Name' is empty (item 0)"],
	[
		{},
		{ customHeaders: { values: [{ name: 'A', value: 'x' }, { name: 'A' }] } },
		`'Name' in row 2 of 'Headers' is there twice: "A" (item 0)`,
	],
	[{}, { assertions: { values: [{ assertion: 'body_contains' }] } }, "'Value' is empty (item 0)"],
	[{}, { assertions: { values: [{ assertion: 'ssl_expiry' }] } }, "'Threshold' is empty (item 0)"],
	[
		{},
		{ assertions: { values: [{ assertion: 'dns_expected_ips', ips: ' , ' }] } },
		"'IP Addresses' is empty (item 0)",
	],
	[
		{},
		{ assertions: { values: [{ assertion: 'icmp_packet_loss', threshold: 101 }] } },
		"'Threshold' cannot be 101 (item 0)",
	],
	[
		{},
		{ assertions: { values: [{ assertion: 'icmp_packet_loss', threshold: 'few' }] } },
		`'Threshold' must be a number, not "few" (item 0)`,
	],
	[
		{},
		{ assertions: { values: [{ assertion: 'looks_good' }] } },
		`'Assertion' cannot be "looks_good" (item 0)`,
	],
	[{}, { auth: { values: { scheme: 'bearer' } } }, "'Secret' is empty (item 0)"],
	[
		{},
		{ auth: { values: { scheme: 'header', headerName: 'X Key', secretId: byId(NOT_THERE) } } },
		`'Header Name' is no name of a header: "X Key" (item 0)`,
	],
	[
		{},
		{ triggerRules: { values: [rule] } },
		"'Incident Rules' needs 'Incident Policy' beside it (item 0)",
	],
	[
		{},
		{ incidentPolicy: { values: policy } },
		"'Incident Policy' needs 'Incident Rules' beside it (item 0)",
	],
	[
		{},
		{ incidentPolicy: { values: policy }, triggerRules: { values: [{ ...rule, count: '' }] } },
		"'Failures' is empty (item 0)",
	],
	[
		{},
		{ newTags: { values: [{ name: 'a', color: 'red' }] } },
		`'Color' is no color: "red" (item 0)`,
	],
	[{}, { newTags: { values: [{ color: '#FFF' }] } }, "'Name' is empty (item 0)"],
])('refuses %j with %j before any request', async (fields, more, message) => {
	const { error } = await on.run(create(fields, more));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
