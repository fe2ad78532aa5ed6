import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import { LIMITS } from '../../nodes/shared/wire/retry';
import { byId, suite } from '../support/suite';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const usual = { ...LIMITS };
beforeEach(() => Object.assign(LIMITS, { firstDelayMs: 10 }));
afterEach(() => Object.assign(LIMITS, usual));

const create = { resource: 'incident', operation: 'create', title: 'One', severity: 'DOWN' };
const getMany = { resource: 'incident', operation: 'getAll' };
const get = () => {
	const [id] = [...on.sandbox.state('devHelm').incidents.keys()];
	return { resource: 'incident', operation: 'get', incidentId: byId(id) };
};
const seeded = 5;
const created = () => on.sandbox.state('devHelm').incidents.size - seeded;
const fault = (rule: Parameters<typeof on.sandbox.fault>[1]) => on.sandbox.fault('devHelm', rule);

/** The vendor's error body. docs/facts/devhelm.md#error-bodies. */
const refusal = (status: number, message: string, more: IDataObject = {}) => ({
	status,
	body: {
		status,
		code: 'SOME_CODE',
		message,
		timestamp: 1_750_000_000_000,
		requestId: 'req-1',
		...more,
	},
});

describe('the vendor refuses', () => {
	it('a wrong key, asked once and never shown', async () => {
		const { error } = await on.run(create, {
			credentials: on.credentials({ apiKey: 'dh_live_wrong' }),
		});
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			message: "DevHelm refused 'Create incident' (item 0): The API key is missing or not valid",
		});
		expect(error?.description).toMatch(
			/^Open the DevHelm API credential and check the API Key \(it begins with dh_live_\): .* \[POST \/api\/v1\/incidents, status 401, code UNAUTHORIZED, request ID \S+\]$/,
		);
		expect(JSON.stringify(error)).not.toContain('dh_live_wrong');
		expect(on.requests()).toHaveLength(1);
	});

	it('another organization', async () => {
		const { error } = await on.run(create, {
			credentials: on.credentials({ organizationId: '1' }),
		});
		expect(error).toMatchObject({
			httpCode: '403',
			message:
				"DevHelm refused 'Create incident' (item 0): The API key gives no access to this organization",
		});
		expect(error?.description).toContain("leave 'Organization ID' and 'Workspace ID' empty");
	});

	it('fields, by their labels', async () => {
		fault(
			refusal(400, 'must not be too long; must be a UUID', {
				errors: [
					{ code: 'SIZE', field: '/body', message: 'must not be too long' },
					{ code: 'INVALID_FORMAT', field: '/monitorId', message: 'must be a UUID' },
				],
			}),
		);
		const { error } = await on.run(create);
		expect(error?.message).toBe(
			"DevHelm refused 'Create incident' (item 0): body: must not be too long; monitorId: must be a UUID",
		);
		expect(error?.description).toBe(
			"Correct the values of this item and run it again. Look at 'Details', 'Monitor'. [POST /api/v1/incidents, status 400, code SOME_CODE, request ID req-1]",
		);
		expect(on.requests()).toHaveLength(1);
	});

	it('an unknown extra field, as its validation says it', async () => {
		const { error } = await on.run({
			...create,
			additionalFields: { extraFields: '{ "nope": 1 }' },
		});
		expect(error?.message).toBe("DevHelm refused 'Create incident' (item 0): nope is not known");
	});

	it('what the plan does not allow', async () => {
		fault(refusal(400, 'Incident limit reached for your plan'));
		const { error } = await on.run(create);
		expect(error?.description).toContain('The plan of this DevHelm account allows no more');
	});

	it('a monitor that is not there', async () => {
		const monitorId = byId('00000000-0000-4000-8000-000000000000');
		const { error } = await on.run({ ...create, additionalFields: { monitorId } });
		expect(error).toMatchObject({
			httpCode: '404',
			message: "DevHelm refused 'Create incident' (item 0): Monitor not found",
		});
		expect(error?.description).toMatch(/^Choose another 'Monitor': this one was deleted/);
	});

	it('with a 409', async () => {
		fault(refusal(409, 'Already there'));
		const { error } = await on.run(create);
		expect(error?.description).toMatch(/^The object is in another state than expected/);
	});
});

describe('too many requests (429)', () => {
	it('waits as long as Retry-After says, then does it', async () => {
		fault({ ...refusal(429, 'Too many requests'), headers: { 'Retry-After': '1' } });
		const { items } = await on.run(create);
		expect(items).toHaveLength(1);
		const [first, second] = on.requests();
		expect(second.at - first.at).toBeGreaterThanOrEqual(990);
		expect(created()).toBe(1);
	});

	it('waits a little where no header says how long', async () => {
		fault({ ...refusal(429, 'Too many requests'), times: 2 });
		expect((await on.run(create)).items).toHaveLength(1);
		expect(on.requests()).toHaveLength(3);
		expect(created()).toBe(1);
	});

	it('stops at once when it asks for more than a minute, and says how long', async () => {
		fault({ ...refusal(429, 'Too many requests'), headers: { 'Retry-After': '90' } });
		const { error } = await on.run(create);
		expect(error).toMatchObject({
			httpCode: '429',
			message:
				"DevHelm is limiting requests and did not do 'Create incident' (item 0): Too many requests",
		});
		expect(error?.description).toContain('The vendor asks to wait 90 seconds.');
		expect(on.requests()).toHaveLength(1);
		expect(created()).toBe(0);
	});
});

describe('an attempt whose outcome nobody can tell', () => {
	const page = '<html><head><style>p{}</style></head><body><h1>502 Bad Gateway</h1></body></html>';
	const posts = () => on.requests().filter(({ method }) => method === 'POST');

	it.each<[string, Parameters<typeof fault>[0]]>([
		['a 500 after the write', { ...refusal(500, 'Unexpected condition'), after: true }],
		['a reply that was dropped after the write', { drop: 'after' }],
		['half a reply', { truncate: true }],
		[
			'a reply that is no JSON',
			{ status: 201, after: true, body: '{"data":', contentType: 'application/json' },
		],
		['a success that holds nothing', { status: 201, after: true, body: {} }],
	])('is looked for and found: %s', async (_, rule) => {
		fault({ method: 'POST', ...rule });
		const { items, error } = await on.run(create);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(posts()).toHaveLength(1);
		expect(created()).toBe(1);
	});

	it.each<[string, Parameters<typeof fault>[0]]>([
		['a 500', refusal(500, 'Unexpected condition')],
		['a cut connection', { drop: 'before' }],
		["a proxy's page with a 502", { status: 502, contentType: 'text/html', body: page }],
	])('is looked for, not found and sent again: %s', async (_, rule) => {
		fault({ method: 'POST', ...rule });
		const { items, error } = await on.run(create);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(posts()).toHaveLength(2);
		expect(created()).toBe(1);
	});

	it('stays unknown when it cannot be looked for either', async () => {
		fault({ method: 'POST', drop: 'after' });
		fault({ method: 'GET', status: 403, times: Infinity });
		const { error } = await on.run(create);
		expect(error?.message).toContain("DevHelm gave no whole answer to 'Create incident' (item 0)");
		expect(error?.description).toContain(
			'The outcome is unknown: DevHelm may have done it or not. Look in DevHelm for an open manual incident of this title before you run this item again: a second one may alert people again.',
		);
		expect(posts()).toHaveLength(1);
		expect(created()).toBe(1);
	});
});

describe('a read is repeated', () => {
	it.each<[string, Parameters<typeof fault>[0]]>([
		['a 500', refusal(500, 'Unexpected condition')],
		['a 503 with a wait', { ...refusal(503, 'Busy'), headers: { 'Retry-After': '0' } }],
		['a 408', { status: 408 }],
		['a dropped reply', { drop: 'after' }],
		['a cut connection', { drop: 'before' }],
		['half a reply', { truncate: true }],
		['a reply that is no JSON', { status: 200, body: 'oops', contentType: 'application/json' }],
	])('after %s', async (_, rule) => {
		fault({ ...rule, times: 2 });
		const { items, error } = await on.run(getMany);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(seeded);
		expect(on.requests()).toHaveLength(3);
	});

	it('four times at most, and says what came back', async () => {
		fault({
			times: Infinity,
			status: 200,
			contentType: 'text/html',
			body: '<html><title>Sign in</title></html>',
		});
		const { error } = await on.run(get());
		expect(error?.message).toBe(
			"Something other than the DevHelm API answered 'Get incident' (item 0): Sign in",
		);
		expect(error?.description).toMatch(/^Check the base URL in the DevHelm API credential/);
		expect(error?.description).not.toContain('outcome');
		expect(on.requests()).toHaveLength(4);
	});
});

describe('a connection that is refused', () => {
	const credentials = () => on.credentials({ baseUrl: 'http://127.0.0.1:1' });

	it.each([
		['create', create],
		['getAll', getMany],
	])('is not in doubt: %s', async (_, parameters) => {
		const { error } = await on.run(parameters, { credentials: credentials() });
		expect(error?.message).toContain('DevHelm could not be reached for');
		expect(error?.description).toMatch(
			/^Nothing was done\. Check the network and the base URL in the DevHelm API credential/,
		);
		expect(error?.description).toContain('4 attempts');
	});
});
