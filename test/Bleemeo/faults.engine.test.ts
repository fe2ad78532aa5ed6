import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { bleemeoReader } from '../sandbox/bleemeo/seed';
import { byId, suite } from '../support/suite';
import { company, withToken } from './sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const create = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'create',
	title: 'Faulty',
	...fields,
});
const list = { resource: 'event', operation: 'getAll' };
const SEEDED = 5;

const UNKNOWN =
	'The outcome is unknown: Bleemeo may have done it or not. Look in Bleemeo for an event of this title and time before you run this item again.';

describe("the vendor's refusals", () => {
	it('name the field of the form', async () => {
		const agentId = byId('00000000-0000-4000-8000-000000000000');
		const { error } = await on.run(create({ agentId }), withToken(on));
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '400',
			message:
				'Bleemeo refused \'Create event\' (item 0): agent: Invalid pk "00000000-0000-4000-8000-000000000000" - object does not exist.',
		});
		expect(error?.description).toBe(
			"Correct the values of this item and run it again. Look at 'Agent'. [POST /v1/event/, status 400]",
		);
		expect(on.requests()).toHaveLength(1);
	});

	it('name several fields, also those among the additional ones', async () => {
		on.sandbox.fault('bleemeo', {
			status: 400,
			body: {
				title: ['This field may not be blank.'],
				number_status_change_last_hour: ['A valid integer is required.', 'Too large.'],
				thread_id: ['Must be a valid UUID.'],
			},
		});
		const { error } = await on.run(create(), withToken(on));
		expect(error?.message).toContain(
			'title: This field may not be blank.; number_status_change_last_hour: A valid integer is required., Too large.; thread_id: Must be a valid UUID.',
		);
		expect(error?.description).toContain(
			"Look at 'Title', 'Status Changes in Last Hour', 'Thread ID'.",
		);
	});

	it('that belong to no field', async () => {
		const { database, metric } = company(on);
		const { error } = await on.run(
			create({ agentId: byId(database), metricId: byId(metric) }),
			withToken(on),
		);
		expect(error?.message).toBe(
			"Bleemeo refused 'Create event' (item 0): The metric does not belong to the agent.",
		);
	});

	it('for a rule of the plan, which come as a bare list', async () => {
		on.sandbox.state('bleemeo').eventQuota = 1;
		const { error } = await on.run(create(), withToken(on));
		expect(error?.message).toBe(
			"Bleemeo refused 'Create event' (item 0): The plan of the account allows no more events.",
		);
	});

	it('for a user without the right', async () => {
		const { email, password } = bleemeoReader;
		const { error } = await on.run(create(), { credentials: on.credentials({ email, password }) });
		expect(error).toMatchObject({
			httpCode: '403',
			message:
				"Bleemeo refused 'Create event' (item 0): You do not have permission to perform this action.",
		});
		expect(error?.description).toContain('the manager group is recommended');
	});

	it('for an account of somebody else', async () => {
		const accountId = '00000000-0000-4000-8000-000000000000';
		const { error } = await on.run(create(), withToken(on, { accountId }));
		expect(error?.httpCode).toBe('403');
		expect(error?.description).toContain("'Account ID'");
	});

	it('for a wrong base URL, as a web page', async () => {
		const baseUrl = `${on.sandbox.url('bleemeo')}/panel`;
		const { error } = await on.run(create(), withToken(on, { baseUrl }));
		expect(error).toMatchObject({
			httpCode: '404',
			message:
				"Something between this n8n and Bleemeo refused 'Create event' (item 0): Not Found Not Found",
		});
	});
});

describe('too many requests', () => {
	const limited = (seconds: string) => ({
		status: 429,
		headers: { 'Retry-After': seconds },
		body: { detail: 'Request was throttled.' },
	});

	it.each(['0', '1'])('are waited out for %s seconds', async (seconds) => {
		on.sandbox.fault('bleemeo', limited(seconds));
		const { error, items } = await on.run(create(), withToken(on));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		const [first, second] = on.requests();
		expect(second.at - first.at).toBeGreaterThanOrEqual(Number(seconds) * 1000 - 20);
		expect(company(on).events.size).toBe(SEEDED + 1);
	});

	it('end the request when Bleemeo asks for more than a minute', async () => {
		on.sandbox.fault('bleemeo', limited('61'));
		const { error } = await on.run(create(), withToken(on));
		expect(error).toMatchObject({
			httpCode: '429',
			message:
				"Bleemeo is limiting requests and did not do 'Create event' (item 0): Request was throttled.",
		});
		expect(error?.description).toContain('The vendor asks to wait 61 seconds.');
		expect(on.requests()).toHaveLength(1);
	});

	it('never double an event under a real limit', async () => {
		on.sandbox.rateLimit('bleemeo', { perMinute: 4, windowMs: 1_000 });
		const items = Array.from({ length: 12 }, () => ({}));
		const result = await on.run(create(), { ...withToken(on), items });
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(12);
		expect(company(on).events.size).toBe(SEEDED + 12);
	});
});

describe('an answer that leaves the outcome of a create open', () => {
	const faults: Array<[string, IDataObject, string]> = [
		[
			'a 500',
			{ status: 500, body: '<h1>Server Error (500)</h1>', contentType: 'text/html', after: true },
			"Bleemeo could not do 'Create event' at its end (item 0): Server Error (500)",
		],
		['a lost reply', { drop: 'after' }, "Bleemeo gave no whole answer to 'Create event' (item 0)"],
		['half a reply', { truncate: true }, "Bleemeo gave no whole answer to 'Create event' (item 0)"],
		[
			'malformed JSON',
			{ status: 201, body: '{ "id": ', contentType: 'application/json', after: true },
			"Something other than the Bleemeo API answered 'Create event' (item 0)",
		],
		[
			'the page of a proxy',
			{ status: 200, body: '<html><p>Log in</p></html>', contentType: 'text/html' },
			"Something other than the Bleemeo API answered 'Create event' (item 0): Log in",
		],
	];

	it.each(faults)('%s: it is looked for, and created once', async (_, fault) => {
		on.sandbox.fault('bleemeo', { method: 'POST', ...fault });
		const { error, items } = await on.run(create(), withToken(on));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(company(on).events.size).toBe(SEEDED + 1);
	});

	it.each(faults)('%s: it stays unknown when no list can be read', async (_, fault, message) => {
		on.sandbox.fault('bleemeo', { method: 'POST', ...fault });
		on.sandbox.fault('bleemeo', { method: 'GET', status: 403, times: Infinity });
		const { error } = await on.run(create(), withToken(on));
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(UNKNOWN);
		expect(on.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it.each(faults)('%s: a list is read again', async (_, fault) => {
		on.sandbox.fault('bleemeo', fault);
		const { error, items } = await on.run(list, withToken(on));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(4);
		expect(on.requests()).toHaveLength(2);
	});

	it('does not arise where nobody listens', async () => {
		const { error } = await on.run(create(), withToken(on, { baseUrl: 'http://127.0.0.1:9' }));
		expect(error?.message).toContain("Bleemeo could not be reached for 'Create event' (item 0)");
		expect(error?.description).toContain('Nothing was done.');
		expect(error?.description).not.toContain('unknown');
	});
});

describe('continue on fail', () => {
	const items = [{ title: 'One' }, { title: '' }, { title: 'Three' }, { title: 'Four' }];
	const parameters = create({ title: '={{ $json.title }}', options: { requestsAtOnce: 1 } });

	it('sends bad items to the error branch and does the others', async () => {
		on.sandbox.fault('bleemeo', { method: 'POST', skip: 1, status: 400, body: ['No more.'] });
		const result = await on.run(parameters, {
			...withToken(on),
			items,
			onError: 'continueErrorOutput',
		});
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([
			['One', { item: 0 }],
			['Four', { item: 3 }],
		]);
		expect(result.failed.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[expect.stringContaining("'Title' is empty (item 1, counted from 0)"), { item: 1 }],
			[
				expect.stringContaining(
					"Bleemeo refused 'Create event' (item 2, counted from 0): No more.",
				),
				{ item: 2 },
			],
		]);
		expect(result.failed[1].json.details).toMatchObject({
			itemIndex: 2,
			kind: 'refused',
			status: 400,
			vendorMessage: 'No more.',
			outcome: 'not done',
		});
	});

	it('tells of a wrong password for each item', async () => {
		const result = await on.run(parameters, {
			credentials: on.credentials({ password: 'not-the-word' }),
			items: [{ title: 'One' }, { title: 'Two' }],
			onError: 'continueRegularOutput',
		});
		expect(result.items.map(({ json }) => (json.details as IDataObject).kind)).toEqual([
			'signIn',
			'signIn',
		]);
		expect(JSON.stringify(result.items)).not.toContain('not-the-word');
	});
});
