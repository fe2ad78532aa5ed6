import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const create = (fields: IDataObject) => ({ resource: 'event', operation: 'create', ...fields });

const THREAD = '2489E9AD-2EE2-8E00-8EC9-32D5F69181C0';

/** The last event that the sandbox stored. */
const stored = () => [...on.sandbox.state('bleemeo').events.values()].slice(-1)[0];

describe('the request', () => {
	it("carries the twelve fields of the owner's document as it spells them", async () => {
		const { web, metric } = company(on);
		const { error } = await on.run(
			create({
				title: 'web-1 – Störung: 502 „UTC“ 🚨',
				status: 0,
				agentId: byId(web.toUpperCase()),
				metricId: byId(metric),
				happenedAt: '2026-04-15T12:00:00Z',
				additionalFields: {
					text: 'Wert: 95 %',
					statusChangedAt: '2026-04-15T14:00:00+02:00',
					previousStatusChangedAt: '2026-04-15T11:00:00.123456Z',
					numberStatusChangeLastHour: 0,
					hasBeenNotified: false,
					repeatable: false,
					threadId: THREAD,
					extraFields: '{ "new_field": 0 }',
				},
			}),
			withToken(on),
		);
		expect(error).toBeUndefined();
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/v1/event/',
			query: {},
			headers: { ...headersOf(on), 'content-type': 'application/json' },
			body: {
				agent: web.toUpperCase(),
				metric,
				status: 0,
				title: 'web-1 – Störung: 502 „UTC“ 🚨',
				text: 'Wert: 95 %',
				happened_at: '2026-04-15T12:00:00Z',
				status_changed_at: '2026-04-15T12:00:00Z',
				previous_status_changed_at: '2026-04-15T11:00:00.123456Z',
				number_status_change_last_hour: 0,
				has_been_notified: false,
				repeatable: false,
				thread_id: THREAD,
				new_field: 0,
			},
		});
	});

	it('holds title, status and the time of the run when nothing else is filled in', async () => {
		const before = Date.now();
		await on.run(create({ title: 'Minimal' }), withToken(on));
		const { body, query } = on.theRequest();
		const { happened_at, ...others } = body as IDataObject;
		expect(query).toEqual({});
		expect(others).toEqual({ title: 'Minimal', status: 2 });
		expect(happened_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
		expect(Date.parse(String(happened_at))).toBeGreaterThanOrEqual(before - 1000);
		expect(Date.parse(String(happened_at))).toBeLessThanOrEqual(Date.now());
	});

	it('leaves out the time when the field is emptied', async () => {
		await on.run(create({ title: 'No time', happenedAt: '' }), withToken(on));
		expect(on.theRequest().body).toEqual({ title: 'No time', status: 2 });
	});

	it('reads a time without a zone in the zone of the workflow', async () => {
		await on.run(create({ title: 'Paris', happenedAt: '2026-04-15T14:00:00' }), {
			...withToken(on),
			timezone: 'Europe/Paris',
		});
		expect(on.theRequest().body).toMatchObject({ happened_at: '2026-04-15T12:00:00Z' });
	});

	it.each([
		[0, 0],
		[1, 1],
		[2, 2],
		[3, 3],
		[10, 10],
		['={{ "10" }}', 10],
		['={{ "critical" }}', 2],
		['={{ 0 }}', 0],
	])('sends the status %p as the number %p', async (status, sent) => {
		const { error } = await on.run(create({ title: 'Status', status }), withToken(on));
		expect(error).toBeUndefined();
		expect(on.theRequest().body).toMatchObject({ status: sent });
	});

	it('sends true and numbers as they are', async () => {
		await on.run(
			create({
				title: 'Truth',
				additionalFields: {
					numberStatusChangeLastHour: 7,
					hasBeenNotified: true,
					repeatable: true,
				},
			}),
			withToken(on),
		);
		expect(on.theRequest().body).toMatchObject({
			number_status_change_last_hour: 7,
			has_been_notified: true,
			repeatable: true,
		});
	});

	it('names the account of the credential', async () => {
		const { labs } = company(on);
		await on.run(create({ title: 'In Labs' }), withToken(on, { accountId: ` ${labs} ` }));
		expect(on.theRequest().headers).toMatchObject({ 'x-bleemeo-account': labs });
		expect(stored().account).toBe(labs);
	});

	it.each(['/', '/v1', '/v1/', '//'])(
		'goes to the same place with "%s" after the base URL',
		async (end) => {
			const baseUrl = `${on.sandbox.url('bleemeo')}${end}`;
			const { error } = await on.run(create({ title: 'Base' }), withToken(on, { baseUrl }));
			expect(error).toBeUndefined();
			expect(on.theRequest().path).toBe('/v1/event/');
		},
	);
});

describe('the output', () => {
	it('is the common record', async () => {
		const { web } = company(on);
		const { items } = await on.run(
			create({ title: 'Shape', status: 3, agentId: byId(web) }),
			withToken(on),
		);
		expect(items).toEqual([
			{
				json: {
					provider: 'bleemeo',
					id: stored().id,
					number: null,
					title: 'Shape',
					status: 'triggered',
					severity: 'error',
					url: null,
					service: null,
					assignees: null,
					actor: null,
					createdAt: stored().created_at,
					updatedAt: stored().modified_at,
					vendorStatus: 'Unknown',
					vendorSeverity: 3,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it("is the vendor's own object when Simplify is off", async () => {
		const { items } = await on.run(create({ title: 'Raw', simplify: false }), withToken(on));
		expect(items).toEqual([{ json: { ...stored() }, pairedItem: { item: 0 } }]);
		expect(items[0].json).toMatchObject({ title: 'Raw', status: 2, thread_id: null });
	});
});

describe('bad input is refused before any request', () => {
	const additional = (fields: IDataObject) => ({ additionalFields: fields });
	const refusals: Array<[string, IDataObject, string]> = [
		['an empty title', { title: '={{ " " }}' }, "'Title' is empty (item 0)"],
		['an empty status', { status: '={{ "" }}' }, "'Status' is empty (item 0)"],
		['a status that is none', { status: '={{ 4 }}' }, `'Status' cannot be "4" (item 0)`],
		[
			'an agent that is no ID',
			{ agentId: byId('={{ "web-1" }}') },
			`'Agent' is not an ID: "web-1" (item 0)`,
		],
		[
			'a metric that is no ID',
			{ metricId: byId('={{ "cpu_used" }}') },
			`'Metric' is not an ID: "cpu_used" (item 0)`,
		],
		[
			'a time that is none',
			{ happenedAt: 'tomorrow' },
			`'Happened At' is no date: "tomorrow" (item 0)`,
		],
		[
			'a day that does not exist',
			additional({ statusChangedAt: '2026-02-30T00:00:00Z' }),
			`'Status Changed At' is no date: "2026-02-30T00:00:00Z" (item 0)`,
		],
		[
			'an earlier time that is none',
			additional({ previousStatusChangedAt: 'x' }),
			`'Previous Status Changed At' is no date: "x" (item 0)`,
		],
		[
			'half a status change',
			additional({ numberStatusChangeLastHour: 1.5 }),
			`'Status Changes in Last Hour' must be a whole number, not "1.5" (item 0)`,
		],
		[
			'a flag that is none',
			additional({ hasBeenNotified: '={{ "perhaps" }}' }),
			`'Has Been Notified' must be true or false, not "perhaps" (item 0)`,
		],
		[
			'a thread that is no ID',
			additional({ threadId: 'thread-1' }),
			`'Thread ID' is not an ID: "thread-1" (item 0)`,
		],
		[
			'malformed JSON',
			additional({ extraFields: '{ nope' }),
			"'Extra Fields (JSON)' is not valid JSON",
		],
	];

	it.each(refusals)('%s', async (_, fields, message) => {
		const { error } = await on.run(create({ title: 'Fine', ...fields }), withToken(on));
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toEqual([]);
	});
});

describe('several items', () => {
	it('go out in order with what belongs to each', async () => {
		const { items } = await on.run(
			create({
				title: '={{ $json.title }}',
				status: '={{ $json.status }}',
				options: { requestsAtOnce: 1 },
			}),
			{
				...withToken(on),
				items: [
					{ title: 'One', status: 2 },
					{ title: 'Two', status: 0 },
				],
			},
		);
		expect(items.map(({ json, pairedItem }) => [json.title, json.status, pairedItem])).toEqual([
			['One', 'triggered', { item: 0 }],
			['Two', 'resolved', { item: 1 }],
		]);
		expect(
			on
				.requests()
				.map(comparable)
				.map(({ body }) => (body as IDataObject).status),
		).toEqual([2, 0]);
	});
});
