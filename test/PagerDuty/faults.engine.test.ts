import { sleep, type IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { LIMITS } from '../../nodes/shared/wire/retry';
import type { FaultRule } from '../sandbox';
import { byId, suite } from '../support/suite';

/** What the shared core makes of faults, seen through one vendor's node in the real engine. */
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const usual = { ...LIMITS };
afterEach(() => Object.assign(LIMITS, usual));

const create = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'create',
	title: '={{ $json.title ?? "One" }}',
	serviceId: byId([...on.sandbox.state('pagerDuty').services.keys()][0]),
	...fields,
});
const getMany = { resource: 'incident', operation: 'getAll' };
const incidents = () => [...on.sandbox.state('pagerDuty').incidents.values()];
const created = () => incidents().length - 6;
const numbered = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ title: `Item ${index}` }));

/** Calls back once so many requests have reached the vendor. */
async function onceSent(count: number, then: () => void): Promise<void> {
	while (on.requests().length < count) await sleep(2);
	then();
}

describe('too many requests (429)', () => {
	it("waits as long as the vendor's header says, then does it", async () => {
		on.sandbox.fault('pagerDuty', { status: 429, headers: { 'ratelimit-reset': '1' } });
		const { items, hints } = await on.run(create());
		expect(items).toHaveLength(1);
		const [first, second] = on.requests();
		expect(second.at - first.at).toBeGreaterThanOrEqual(1000);
		expect(hints).toEqual([
			{
				message: 'PagerDuty limited the rate: this run was held back for 1 s',
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('waits a little without a header', async () => {
		on.sandbox.fault('pagerDuty', { status: 429, times: 2, body: '' });
		expect((await on.run(create())).items).toHaveLength(1);
		expect(on.requests()).toHaveLength(3);
	});

	it('stops at once when the vendor wants more than a minute, and says how long', async () => {
		on.sandbox.fault('pagerDuty', {
			status: 429,
			headers: { 'ratelimit-reset': '90' },
			body: { error: { message: 'Rate Limit Exceeded', code: 2020 } },
		});
		const { error } = await on.run(create());
		expect(error?.message).toBe(
			"PagerDuty is limiting requests and did not do 'Create incident' (item 0): Rate Limit Exceeded",
		);
		expect(error?.description).toContain('The vendor asks to wait 90 seconds.');
		expect(on.requests()).toHaveLength(1);
		expect(created()).toBe(0);
	});

	it('gives up when the limit goes on and on', async () => {
		on.sandbox.fault('pagerDuty', {
			status: 429,
			times: Infinity,
			headers: { 'ratelimit-reset': '0' },
		});
		const { error } = await on.run(create());
		expect(error?.description).toContain('12 attempts');
		expect(on.requests()).toHaveLength(12);
		expect(created()).toBe(0);
	});

	it('loses none and doubles none when every fifth request is refused', async () => {
		on.sandbox.fault('pagerDuty', {
			every: 5,
			times: Infinity,
			status: 429,
			headers: { 'ratelimit-reset': '0' },
		});
		const { items, error } = await on.run(create(), { items: numbered(100) });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.title)).toEqual(numbered(100).map(({ title }) => title));
		expect(created()).toBe(100);
	});
});

describe('a create with a key, after an attempt whose outcome nobody can tell', () => {
	const page =
		'<html><head><style>p{}</style></head><body><h1>Log in</h1> to the proxy</body></html>';
	const html = { contentType: 'text/html', body: page };
	const path = '/incidents';

	it.each<[string, FaultRule]>([
		['a lost reply', { drop: 'after' }],
		['half a reply', { truncate: true }],
		['a 500 after the write', { status: 500, after: true }],
		['a time-out', { delayMs: 1_000 }],
		["a proxy's page after the write", { status: 200, after: true, ...html }],
		['a success that holds nothing', { status: 201, after: true, body: {} }],
		['a cut connection', { drop: 'before' }],
		['a 500', { status: 500 }],
		["a proxy's page", { status: 200, ...html }],
	])('is sent again, and there is one incident: %s', async (_, rule) => {
		LIMITS.timeoutMs = 300;
		on.sandbox.fault('pagerDuty', { method: 'POST', ...rule });
		const { items, error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(created()).toBe(1);
		expect(items.map(({ json }) => json.id)).toEqual([incidents()[6].id]);
		expect(on.requests().filter(({ method }) => method === 'POST')).toHaveLength(2);
	});

	it('says after four attempts that the outcome is unknown', async () => {
		LIMITS.firstDelayMs = 20;
		on.sandbox.fault('pagerDuty', { method: 'POST', path, status: 200, times: Infinity, ...html });
		const { error } = await on.run(create());
		expect(error?.message).toBe(
			"Something other than the PagerDuty API answered 'Create incident' (item 0): Log in to the proxy",
		);
		expect(error?.description).toContain(
			'The outcome is unknown: PagerDuty may have done it or not. Look in PagerDuty for an open incident',
		);
		expect(error?.description).toContain('Check the base URL');
		expect(on.requests().filter(({ method }) => method === 'POST')).toHaveLength(4);
	});

	it('is looked for by its key when all attempts are used up', async () => {
		LIMITS.firstDelayMs = 20;
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after', times: 4 });
		const { items, error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id)).toEqual([incidents()[6].id]);
	});

	it('stays unknown when limits follow an attempt in doubt', async () => {
		Object.assign(LIMITS, { firstDelayMs: 5, maxDelayMs: 5 });
		on.sandbox.fault('pagerDuty', { drop: 'after' });
		on.sandbox.fault('pagerDuty', { status: 429, times: Infinity });
		const { error } = await on.run(create());
		expect(error?.description).toContain('The outcome is unknown');
	});
});

it('a list without its list is no empty list', async () => {
	LIMITS.firstDelayMs = 20;
	on.sandbox.fault('pagerDuty', { status: 200, body: { data: [] }, times: Infinity });
	const { error } = await on.run(getMany);
	expect(error?.message).toContain('the reply lacks what the API documents');
});

describe('a read is sent again', () => {
	it.each([
		['after a lost connection', { drop: 'before' as const }],
		['after half a reply', { truncate: true }],
		['after a 500', { status: 500, body: '' }],
		['after a 503 with HTML', { status: 503, contentType: 'text/html', body: '<h1>Busy</h1>' }],
		['after malformed JSON', { status: 200, body: '{"incidents": [' }],
	])('%s', async (_, fault) => {
		on.sandbox.fault('pagerDuty', fault);
		const { items } = await on.run(getMany);
		expect(items).toHaveLength(6);
		expect(on.requests()).toHaveLength(2);
	});
});

it('says that nothing was done when no connection was made', async () => {
	const { error } = await on.run(create(), {
		credentials: on.credentials({ baseUrl: 'http://127.0.0.1:9' }),
	});
	expect(error?.message).toMatch(
		/^PagerDuty could not be reached for 'Create incident' \(item 0\)/,
	);
	expect(error?.description).toContain('Nothing was done. Check the network and the base URL');
});

it.each([
	['ftp://example.com', "'Base URL' in the credential is not an http(s) address"],
	['example.com', "'Base URL' in the credential is not an http(s) address"],
	['http://example.com', 'would send the token unencrypted to example.com'],
])('refuses the base URL %s', async (baseUrl, message) => {
	const { error } = await on.run(create(), { credentials: on.credentials({ baseUrl }) });
	expect(error?.message).toContain(message);
	expect(error?.description).toContain("Open the credential and set 'Base URL'");
});

it("shows the vendor's text, but never the token in it", async () => {
	on.sandbox.fault('pagerDuty', {
		status: 403,
		headers: { 'x-request-id': 'req-77' },
		body: { error: { message: 'Access denied for sandbox-pagerduty-token', code: 2010 } },
	});
	const { error } = await on.run(create());
	expect(error?.message).toContain('Access denied for [hidden]');
	expect(error?.description).toContain(
		'[POST /incidents, status 403, code 2010, request ID req-77]',
	);
	expect(JSON.stringify(error)).not.toContain('sandbox-pagerduty-token');
});

describe('many items', () => {
	it('come out in the order in which they went in, more at once with each good answer', async () => {
		on.sandbox.latency(10);
		on.sandbox.fault('pagerDuty', { every: 3, times: Infinity, delayMs: 25 });
		const { items } = await on.run(create(), { items: numbered(30) });
		expect(items.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual(
			numbered(30).map(({ title }, item) => [title, { item }]),
		);
		expect(on.sandbox.stats('pagerDuty').peakInFlight).toBeGreaterThan(5);
	});

	it.each([1, 12])("go out %d at once when 'Requests at Once' says so", async (requestsAtOnce) => {
		on.sandbox.latency(150);
		await on.run(create({ options: { requestsAtOnce } }), { items: numbered(24) });
		expect(on.sandbox.stats('pagerDuty').peakInFlight).toBe(requestsAtOnce);
	});

	it('with one failure: the error names the item and what is already done', async () => {
		on.sandbox.fault('pagerDuty', { skip: 2, status: 403, body: { error: { message: 'No' } } });
		const { error, items } = await on.run(create({ options: { requestsAtOnce: 1 } }), {
			items: numbered(5),
		});
		const [first, second] = incidents().slice(6);
		expect(items).toEqual([]);
		expect(error?.message).toBe("PagerDuty refused 'Create incident' (item 2, counted from 0): No");
		expect(error?.description).toContain(
			`Already done, counted from 0: item 0 (ID ${first.id}), item 1 (ID ${second.id}). Do not run these items again.`,
		);
		expect(on.requests()).toHaveLength(3);
	});

	it('with Continue: the others are done, the failed one goes to the error branch with its input', async () => {
		on.sandbox.fault('pagerDuty', {
			skip: 1,
			status: 403,
			headers: { 'x-request-id': 'req-1' },
			body: { error: { message: 'No', code: 2010 } },
		});
		const { items, failed, error } = await on.run(create({ options: { requestsAtOnce: 1 } }), {
			items: [{ title: 'A' }, { title: 'B' }, { title: '' }, { title: 'D' }],
			onError: 'continueErrorOutput',
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([
			['A', { item: 0 }],
			['D', { item: 3 }],
		]);
		expect(failed).toEqual([
			{
				json: {
					title: 'B',
					error:
						"PagerDuty refused 'Create incident' (item 1, counted from 0): No. The key is valid but lacks the right. Use a key that is not read-only, of a user who may do this. See https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/pagerduty.md#pagerduty-incidents-api [POST /incidents, status 403, code 2010, request ID req-1]",
					details: {
						itemIndex: 1,
						kind: 'refused',
						status: 403,
						code: '2010',
						requestId: 'req-1',
						vendorMessage: 'No',
						request: 'POST /incidents',
						attempts: 1,
						outcome: 'not done',
					},
				},
				pairedItem: { item: 1 },
			},
			{
				json: {
					title: '',
					error:
						"'Title' is empty (item 2, counted from 0). Fill it in; if an expression feeds it, look at what the expression gives for this item.",
					details: { itemIndex: 2, kind: 'input', sent: false },
				},
				pairedItem: { item: 2 },
			},
		]);
	});

	it('with Continue on the regular output: in order, one item for each input', async () => {
		const { items } = await on.run(create(), {
			items: [{ title: 'A' }, { title: '' }, { title: 'C' }],
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => json.title ?? json.error)).toEqual([
			'A',
			expect.stringContaining("'Title' is empty (item 1, counted from 0)"),
			'C',
		]);
	});

	it('with Continue and Retry On Fail: nothing is done twice, and the message is kept', async () => {
		on.sandbox.fault('pagerDuty', { status: 403, body: { error: { message: 'No' } } });
		const { items, failed } = await on.run(create({ options: { requestsAtOnce: 1 } }), {
			items: numbered(4),
			onError: 'continueErrorOutput',
			retryOnFail: true,
		});
		expect(items).toHaveLength(3);
		expect(failed.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^PagerDuty refused 'Create incident' \(item 0\): No\. .*status 403/),
		]);
		expect(on.requests()).toHaveLength(4);
	});

	it('stop when the execution is stopped', async () => {
		on.sandbox.latency(50);
		await on.run(create({ options: { requestsAtOnce: 1 } }), {
			items: numbered(50),
			onStart: (stop) => void onceSent(3, stop),
		});
		expect(on.requests().length).toBeLessThanOrEqual(4);
	});

	it('stop waiting for the vendor when the execution is stopped', async () => {
		on.sandbox.fault('pagerDuty', {
			status: 429,
			times: Infinity,
			headers: { 'ratelimit-reset': '50' },
		});
		const began = Date.now();
		await on.run(create(), { onStart: (stop) => void onceSent(1, stop) });
		expect(Date.now() - began).toBeLessThan(10_000);
	});
});

it.each([0, 51, 'many', 2.5])("refuses 'Requests at Once' of %s", async (value) => {
	const requestsAtOnce = `={{ ${JSON.stringify(value)} }}`;
	const { error } = await on.run(create({ options: { requestsAtOnce } }));
	expect(error?.message).toMatch(/^'Requests at Once' (cannot be|must be a whole number)/);
	expect(on.requests()).toEqual([]);
});

it("refuses a 'Limit' below 1 before any item's request", async () => {
	const { error } = await on.run(
		{ ...getMany, limit: '={{ $json.limit }}' },
		{
			items: [{ limit: 1 }, { limit: 0 }],
		},
	);
	expect(error?.message).toBe("'Limit' cannot be 0 (item 1, counted from 0)");
	expect(on.requests()).toEqual([]);
});

it('names the item whose expression cannot be worked out', async () => {
	const { error } = await on.run(create({ title: "={{ $('Nowhere').item.json.title }}" }));
	expect(error?.message).toMatch(/^An expression could not be worked out \(item 0\): /);
	expect(on.requests()).toEqual([]);
});

it('answers a custom API call with the way to make it', async () => {
	const { error } = await on.run({ resource: 'incident', operation: '__CUSTOM_API_CALL__' });
	expect(error?.message).toBe('A custom API call is not made with this node');
	expect(error?.description).toContain('HTTP Request node');
});
