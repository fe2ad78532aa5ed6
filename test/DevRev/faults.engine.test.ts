import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../nodes/DevRev/DevRev.node';
import { LIMITS } from '../../nodes/shared/wire/retry';
import { byId, rowsOfIds, suite } from '../support/suite';
import { company } from './company';

const on = suite('devRev', 'devRevApi', new DevRev());

const usual = { ...LIMITS };
beforeEach(() => Object.assign(LIMITS, { firstDelayMs: 10 }));
afterEach(() => Object.assign(LIMITS, usual));

const create = (additionalFields: IDataObject = {}, more: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'create',
	title: 'One',
	additionalFields,
	...more,
});
const getMany = { resource: 'incident', operation: 'getAll' };
const get = { resource: 'incident', operation: 'get', incidentId: byId('INC-1') };
const seeded = 4;
const created = () => on.sandbox.state('devRev').incidents.size - seeded;
const fault = (rule: Parameters<typeof on.sandbox.fault>[1]) => on.sandbox.fault('devRev', rule);

describe('DevRev refuses', () => {
	it('a wrong token, asked once and never shown', async () => {
		const { error } = await on.run(create(), {
			credentials: on.credentials({ accessToken: 'wrong-token' }),
		});
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			message: "DevRev refused 'Create incident' (item 0): Authentication failed",
			description:
				'Open the DevRev API credential and paste a new token: this one is wrong, has expired or was revoked. A personal access token is made under Settings > Account > Personal Access Token. See https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/devrev.md#devrev-api [POST /incidents.create, status 401, code unauthenticated]',
		});
		expect(JSON.stringify(error)).not.toContain('wrong-token');
		expect(on.requests()).toHaveLength(1);
	});

	/** What the sandbox refuses as DevRev does: the fields, the message, the end of the advice. */
	const refusals: Array<
		[string, (ids: ReturnType<typeof company>) => IDataObject, string, string]
	> = [
		[
			'an unknown severity',
			() => create({ severity: '9' }),
			'Invalid value in severity; value 9; allowed: 1, 2, 3, 4',
			"Choose one of the allowed values: each DevRev organization has its own. Look at 'Severity Name or ID'.",
		],
		[
			'an unknown size of the impact',
			() => create({ impactCount: '77' }),
			'Invalid value in impact.count; value 77; allowed: 1, 2, 3, 4',
			"Look at 'Impact Count Name or ID'.",
		],
		[
			'an owner who is not there',
			() => create({ ownedByIds: rowsOfIds('userId', ['DEVU-999']) }),
			'Invalid ID in owned_by',
			"There is no such object, or the token may not see it. Choose it from the list, or paste its full ID, which starts with don:. Look at 'Owned By'.",
		],
		[
			'an ID of another kind',
			({ anna }) => create({ appliesToPartIds: rowsOfIds('partId', [anna]) }),
			'Unexpected kind of ID in applies_to_parts',
			"The ID belongs to another kind of object. Choose it from the list of this field. Look at 'Applies to Parts'.",
		],
		[
			'an analysis that is no article',
			({ anna }) => create({ piaIds: rowsOfIds('articleId', [anna]) }),
			'Unexpected kind of ID in pia',
			"Look at 'Post-Incident Analyses'.",
		],
		[
			'a customer that is not there',
			() => create({ impactCustomerIds: rowsOfIds('accountId', ['ACC-99']) }),
			'Invalid ID in impact.customer_ids',
			"Look at 'Impact Customers'.",
		],
		[
			'a stage that is not the start',
			({ fixing }) => create({ stageId: byId(fixing) }),
			'Value not permitted in stage.stage; not a start stage; allowed: ',
			"Choose a stage in which it may start, or switch on 'Allow Non-Start Stage'; on a change a stage that the stage diagram allows next, or switch on 'Allow Invalid Transition'. Look at 'Stage'.",
		],
		[
			'a value that the tag does not have',
			({ security }) => create({ tags: { values: [{ tagId: byId(security), value: 'eu' }] } }),
			'Value not permitted in tags.value',
			"Give a tag one of the values that it allows; a tag without allowed values takes none. Look at 'Tags'.",
		],
		[
			'a custom field that is not in the schema',
			() => create({ customFields: '{ "tnt__nope": 1 }' }),
			'Custom field tnt__nope: not in the schemas of the request',
			"Check the name in 'Custom Fields (JSON)': fields of the organization start with tnt__, fields of a subtype with ctype__ and need 'Subtype Name or ID'.",
		],
		[
			'a custom field of another type',
			() => create({ customFields: '{ "tnt__affected_orders": "many" }' }),
			'Custom field tnt__affected_orders: the value does not fit the field',
			'Look at what the expression gives.',
		],
		[
			'a missing custom field, when it is asked to look',
			() => create({ validateRequiredFields: true }),
			'Custom field tnt__customer_facing: the field is required',
			"Your DevRev organization demands this field: fill it in. A field whose name starts with tnt__ or ctype__ belongs into 'Custom Fields (JSON)'.",
		],
		[
			'a field of its older APIs',
			({ velo }) =>
				create({}, { legacyFields: { impactedCustomerIds: rowsOfIds('accountId', [velo]) } }),
			'Unknown field impacted_customers',
			"The current API of DevRev has dropped this field. Clear it under 'Legacy Fields'; for customers use 'Impact Customers'. Look at 'Impacted Customers'.",
		],
		[
			'a source that only machines may set',
			() => create({}, { legacyFields: { source: '1' } }),
			'Value not permitted in source; only system users and service accounts set it',
			"Clear 'Source Name or ID': only service accounts and system users may set it. Look at 'Source Name or ID'.",
		],
		[
			'an extra field that it does not know',
			() => create({ extraFields: '{ "colour": "red" }' }),
			'Unknown field colour',
			"DevRev does not know this field. Take it out of the form, or out of 'Extra Fields (JSON)'.",
		],
		[
			'a filter on a field that cannot be filtered',
			() => ({ ...getMany, filters: { customFields: '{ "tnt__notes": "a" }' } }),
			'Value not permitted in custom_fields.tnt__notes; not filterable',
			"Look at 'Custom Fields (JSON)'.",
		],
	];

	it.each(refusals)('%s', async (_, parameters, text, advice) => {
		const { error } = await on.run(parameters(company(on)) as never);
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '400' });
		expect(error?.message).toContain(`' (item 0): ${text}`);
		expect(error?.description).toContain(`${advice} [POST /incidents.`);
		expect(on.requests()).toHaveLength(1);
		expect(created()).toBe(0);
	});

	it('what the token has no right to', async () => {
		fault({ status: 403, body: { type: 'forbidden', message: 'Missing scope incident:write' } });
		const { error } = await on.run(create());
		expect(error?.message).toBe(
			"DevRev refused 'Create incident' (item 0): Missing scope incident:write",
		);
		expect(error?.description).toContain('The token is valid but lacks the right.');
	});

	it('a call at an address where there is no API', async () => {
		const { error } = await on.run(get, {
			credentials: on.credentials({ baseUrl: `${on.sandbox.url('devRev')}/internal` }),
		});
		expect(error?.message).toBe("DevRev refused 'Get incident' (item 0): route not found");
		expect(error?.description).toContain('There is no such call at this address.');
	});
});

describe('too many requests', () => {
	const limited = (more: object) => ({
		status: 429,
		body: { type: 'too_many_requests', message: 'Too many requests' },
		...more,
	});

	it('waits as long as Retry-After says, then does it', async () => {
		fault(limited({ headers: { 'Retry-After': '1' } }));
		const { items } = await on.run(create());
		expect(items).toHaveLength(1);
		const [first, second] = on.requests();
		expect(second.at - first.at).toBeGreaterThanOrEqual(1000);
		expect(created()).toBe(1);
	});

	it('waits a little without a header', async () => {
		fault(limited({ times: 2 }));
		expect((await on.run(getMany)).items).toHaveLength(seeded);
		expect(on.requests()).toHaveLength(3);
	});

	it('stops at once when DevRev wants more than a minute, and says how long', async () => {
		const body = { type: 'too_many_requests', message: 'Too many requests', retry_after: 120 };
		fault(limited({ body }));
		const { error } = await on.run(create());
		expect(error?.message).toBe(
			"DevRev is limiting requests and did not do 'Create incident' (item 0): Too many requests",
		);
		expect(error?.description).toContain('The vendor asks to wait 120 seconds.');
		expect(on.requests()).toHaveLength(1);
		expect(created()).toBe(0);
	});
});

describe('an attempt whose outcome nobody can tell', () => {
	const path = '/incidents.create';
	const creates = () => on.requests().filter((request) => request.path === path);

	it.each<[string, Parameters<typeof fault>[0]]>([
		['a 500 after the write', { status: 500, after: true, body: { type: 'internal_error' } }],
		['a lost reply', { drop: 'after' }],
		['half a reply', { truncate: true }],
		['a time-out', { delayMs: 1_000 }],
		['malformed JSON', { status: 201, after: true, body: '{"incident": {' }],
		['a success that holds nothing', { status: 201, after: true, body: {} }],
	])('is looked for and found: %s', async (_, rule) => {
		LIMITS.timeoutMs = 500;
		fault({ path, ...rule });
		const { items, error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(creates()).toHaveLength(1);
		expect(created()).toBe(1);
	});

	it.each<[string, Parameters<typeof fault>[0]]>([
		['a 500', { status: 500, body: { type: 'internal_error', message: 'Oops' } }],
		['a cut connection', { drop: 'before' }],
		["a proxy's page", { status: 200, contentType: 'text/html', body: '<h1>Log in</h1>' }],
	])('is looked for, not found and sent again: %s', async (_, rule) => {
		fault({ path, ...rule });
		const { items, error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(creates()).toHaveLength(2);
		expect(created()).toBe(1);
	});

	it('stays unknown when it cannot be looked for either', async () => {
		const body = { type: 'internal_error', message: 'Oops', reference_id: 'ref-7' };
		fault({ path, status: 500, after: true, body });
		fault({ path: '/incidents.list', status: 403, times: Infinity });
		const { error } = await on.run(create());
		expect(error?.message).toBe("DevRev could not do 'Create incident' at its end (item 0): Oops");
		expect(error?.description).toContain(
			'The outcome is unknown: DevRev may have done it or not. Look in DevRev for an incident of this title that was made just now before you run this item again.',
		);
		expect(error?.description).toContain('code internal_error, request ID ref-7');
		expect(creates()).toHaveLength(1);
	});
});

describe('a read is sent again, although it is a POST', () => {
	it.each([
		['a lost connection', { drop: 'before' as const }],
		['half a reply', { truncate: true }],
		['a 500', { status: 500, body: { type: 'internal_error', message: 'Oops' } }],
		['a 503 with HTML', { status: 503, contentType: 'text/html', body: '<h1>Busy</h1>' }],
		['malformed JSON', { status: 200, body: '{"incidents": [' }],
	])('after %s', async (_, rule) => {
		fault(rule);
		const { items } = await on.run(getMany);
		expect(items).toHaveLength(seeded);
		expect(on.requests()).toHaveLength(2);
		on.sandbox.clearRequests();
		fault(rule);
		expect((await on.run(get)).items).toHaveLength(1);
		expect(on.requests()).toHaveLength(2);
	});
});

it('says that nothing was done when no connection was made', async () => {
	const { error } = await on.run(create(), {
		credentials: on.credentials({ baseUrl: 'http://127.0.0.1:9' }),
	});
	expect(error?.message).toMatch(/^DevRev could not be reached for 'Create incident' \(item 0\)/);
	expect(error?.description).toContain(
		'Nothing was done. Check the network and the base URL in the DevRev API credential',
	);
});

it('with the error output: the bad items there, the others done, each beside its input', async () => {
	const { items, failed, error } = await on.run(
		create({ severity: '={{ $json.severity }}' }, { title: '={{ $json.title }}' }),
		{
			items: [
				{ title: 'A', severity: 1 },
				{ title: 'B', severity: 9 },
				{ title: '', severity: 1 },
				{ title: 'D', severity: '' },
			],
			onError: 'continueErrorOutput',
		},
	);
	expect(error).toBeUndefined();
	expect(items.map(({ json, pairedItem }) => [json.title, json.severity, pairedItem])).toEqual([
		['A', 'critical', { item: 0 }],
		['D', null, { item: 3 }],
	]);
	expect(failed.map(({ json, pairedItem }) => [json.title, json.error, pairedItem])).toEqual([
		[
			'B',
			expect.stringContaining(
				"DevRev refused 'Create incident' (item 1, counted from 0): Invalid value in severity",
			),
			{ item: 1 },
		],
		['', expect.stringContaining("'Title' is empty (item 2, counted from 0)"), { item: 2 }],
	]);
	expect(failed[0].json.details).toEqual({
		itemIndex: 1,
		kind: 'refused',
		status: 400,
		code: 'invalid_enum_value',
		vendorMessage: 'Invalid value in severity; value 9; allowed: 1, 2, 3, 4',
		request: 'POST /incidents.create',
		attempts: 1,
		outcome: 'not done',
	});
	expect(created()).toBe(2);
});
