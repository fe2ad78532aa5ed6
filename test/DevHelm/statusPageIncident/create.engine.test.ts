import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { BODY_HEADERS, component, NOT_THERE, page, posts, recordOf, rows } from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const create = (fields: IDataObject = {}) => ({
	resource: 'statusPageIncident',
	operation: 'create',
	statusPageId: byId(page(on).id),
	title: 'Checkout is down',
	impact: 'CRITICAL',
	body: 'We are looking for the cause.',
	...fields,
});
const more = (additionalFields: IDataObject) => create({ additionalFields });
const stored = () => [...on.sandbox.state('devHelm').pageIncidents.values()];
const newest = () => stored()[stored().length - 1];
const seeded = 3;

describe('the request', () => {
	it('carries every field of the form as the vendor documents it', async () => {
		const { items, error } = await on.run(
			create({
				title: ' Wartung „Zahlungen“ 🚧 ',
				impact: 'NONE',
				body: 'Von **1** bis 2 Uhr',
				notifySubscribers: true,
				additionalFields: {
					affectedComponents: rows(
						[component(on), 'OPERATIONAL'],
						[component(on, 'Zahlungen'), 'UNDER_MAINTENANCE'],
					),
					autoResolve: true,
					scheduled: true,
					scheduledFor: '2027-01-10T01:00:00',
					scheduledUntil: '2027-01-10T01:00:00Z',
					status: 'IDENTIFIED',
				},
			}),
			{ timezone: 'Europe/Berlin' },
		);
		expect(error).toBeUndefined();
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: `/api/v1/status-pages/${page(on).id}/incidents`,
			query: {},
			headers: BODY_HEADERS,
			body: {
				title: 'Wartung „Zahlungen“ 🚧',
				impact: 'NONE',
				body: 'Von **1** bis 2 Uhr',
				status: 'IDENTIFIED',
				affectedComponents: [
					{ componentId: component(on).id, status: 'OPERATIONAL' },
					{ componentId: component(on, 'Zahlungen').id, status: 'UNDER_MAINTENANCE' },
				],
				scheduled: true,
				scheduledFor: '2027-01-10T00:00:00Z',
				scheduledUntil: '2027-01-10T01:00:00Z',
				autoResolve: true,
				notifySubscribers: true,
			},
		});
		expect(items[0].json).toMatchObject({ status: 'acknowledged', service: 'Website, Zahlungen' });
	});

	it('holds nothing that was not filled in, and mails nobody', async () => {
		const { items } = await on.run(create());
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: `/api/v1/status-pages/${page(on).id}/incidents`,
			query: {},
			headers: BODY_HEADERS,
			body: {
				title: 'Checkout is down',
				impact: 'CRITICAL',
				body: 'We are looking for the cause.',
				notifySubscribers: false,
			},
		});
		expect(newest().updates[0].notifySubscribers).toBe(false);
		expect(items).toEqual([{ json: recordOf(on, newest().id), pairedItem: { item: 0 } }]);
		expect(items[0].json).toMatchObject({ status: 'triggered', severity: 'critical' });
	});

	it('keeps a false that was chosen, and lets Extra Fields win', async () => {
		await on.run(
			more({ scheduled: false, autoResolve: false, extraFields: '{ "impact": "MINOR" }' }),
		);
		expect(on.theRequest().body).toMatchObject({
			scheduled: false,
			autoResolve: false,
			impact: 'MINOR',
		});
	});

	it('mails nobody when an expression for it gives nothing', async () => {
		await on.run(create({ notifySubscribers: '={{ "" }}' }));
		expect(on.theRequest().body).toMatchObject({ notifySubscribers: false });
	});
});

it("gives the vendor's own object without Simplify", async () => {
	const { items } = await on.run(create({ simplify: false }));
	const { id } = newest();
	expect(items[0].json).toMatchObject({
		id,
		statusPageId: page(on).id,
		scheduled: false,
		updates: [{ body: 'We are looking for the cause.', status: 'INVESTIGATING' }],
	});
});

describe('bad input is refused before any request', () => {
	const long = 'ä'.repeat(501);
	const planned = { scheduled: true, scheduledFor: '2027-01-10T01:00:00Z' };
	it.each<[string, IDataObject, string, string]>([
		['no page', { statusPageId: byId('={{ "" }}') }, "'Status Page' is empty", 'Fill it in'],
		['an empty title', { title: '={{ " " }}' }, "'Title' is empty", 'Fill it in'],
		[
			'a long title',
			{ title: long },
			"'Title' has 501 characters, and DevHelm takes 500 at most",
			'Shorten it.',
		],
		['an empty message', { body: '={{ "" }}' }, "'Message' is empty", 'Fill it in'],
		['an unknown impact', { impact: '={{ "DOWN" }}' }, `'Impact' cannot be "DOWN"`, 'CRITICAL'],
		[
			'a plan without a start',
			{ additionalFields: { scheduled: true } },
			"'Scheduled' needs 'Scheduled For'",
			'when the maintenance begins',
		],
		[
			'a start without a plan',
			{ additionalFields: { scheduledFor: '2027-01-10T01:00:00Z' } },
			"'Scheduled For' needs 'Scheduled'",
			"Switch on 'Scheduled'",
		],
		[
			'an end of what is not planned',
			{ additionalFields: { scheduled: false, scheduledUntil: '2027-01-10T01:00:00Z' } },
			"'Scheduled Until' needs 'Scheduled'",
			"Switch on 'Scheduled'",
		],
		[
			'an end at the start',
			{ additionalFields: { ...planned, scheduledUntil: '2027-01-10T01:00:00Z' } },
			"'Scheduled Until' is not after 'Scheduled For'",
			'Choose a later time, or exchange them',
		],
		[
			'an automatic end without a time',
			{ additionalFields: { ...planned, autoResolve: true } },
			"'Auto-Resolve' needs 'Scheduled Until'",
			'when the maintenance ends',
		],
		[
			'a row without a component',
			{ additionalFields: { affectedComponents: rows([{ id: '={{ "" }}' }, 'OPERATIONAL']) } },
			"'Component' is empty",
			"Fill in each row of 'Affected Components'",
		],
		[
			'a row without a status',
			{ additionalFields: { affectedComponents: rows([{ id: NOT_THERE }, '={{ "" }}']) } },
			"'Status' is empty",
			"Fill in each row of 'Affected Components'",
		],
		[
			'a component twice',
			{
				additionalFields: {
					affectedComponents: rows(
						[{ id: NOT_THERE }, 'OPERATIONAL'],
						[{ id: NOT_THERE }, 'MAJOR_OUTAGE'],
					),
				},
			},
			"'Component' in row 2 of 'Affected Components' is there twice",
			`Keep one row for ${NOT_THERE}`,
		],
		[
			'a name as component',
			{ additionalFields: { affectedComponents: rows([{ id: 'Website' }, 'OPERATIONAL']) } },
			`'Component' is not an ID: "Website"`,
			'looks like',
		],
	])('%s', async (_, fields, message, description) => {
		const { error } = await on.run(create(fields));
		expect(error?.message).toContain(`${message} (item 0)`);
		expect(error?.description).toContain(description);
		expect(on.requests()).toHaveLength(0);
	});
});

describe('the vendor refuses', () => {
	it.each([
		['a page that is not there', () => create({ statusPageId: byId(NOT_THERE) }), 'Status page'],
		[
			'a component of another page',
			() => more({ affectedComponents: rows([component(on, 'Partner API'), 'MAJOR_OUTAGE']) }),
			'Component',
		],
	])('%s', async (_, parameters, what) => {
		const { error } = await on.run(parameters());
		expect(error).toMatchObject({
			httpCode: '404',
			message: `DevHelm refused 'Create status page incident' (item 0): ${what} not found`,
		});
		expect(stored()).toHaveLength(seeded);
	});

	it('a key without the right', async () => {
		const { error } = await on.run(create(), {
			credentials: on.credentials({ organizationId: '1' }),
		});
		expect(error?.message).toContain('no access to this organization');
		expect(error?.description).toContain('a higher role');
	});

	it('more than the plan allows', async () => {
		const message = 'Status page incident limit reached for your plan';
		on.sandbox.fault('devHelm', { status: 400, body: { status: 400, message } });
		const { error } = await on.run(create());
		expect(error?.message).toContain(message);
		expect(error?.description).toContain('The plan of this DevHelm account allows no more');
	});
});

describe('when the answer is lost', () => {
	const plan = {
		scheduled: true,
		scheduledFor: '2027-01-10T02:00:00+01:00',
		scheduledUntil: '2027-01-10T03:00:00Z',
		autoResolve: true,
	};

	it.each<[string, IDataObject]>([
		['of an incident', {}],
		['of a maintenance, whose times the vendor writes in its own way', plan],
	])('finds what was created: %s', async (_, additionalFields) => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(more(additionalFields));
		expect(error).toBeUndefined();
		expect(stored()).toHaveLength(seeded + 1);
		expect(items).toEqual([{ json: recordOf(on, newest().id), pairedItem: { item: 0 } }]);
		expect(posts(on)).toHaveLength(1);
	});

	it('sends it again when it was not created', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', status: 500 });
		const { error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(posts(on)).toHaveLength(2);
		expect(stored()).toHaveLength(seeded + 1);
	});

	it('does not take an older one, or one of another impact, for it', async () => {
		await on.run(create());
		Object.assign(newest(), { createdAt: '2026-01-01T10:00:00.000Z' });
		await on.run(create({ impact: 'MINOR' }));
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		const { items } = await on.run(create());
		expect(stored()).toHaveLength(seeded + 3);
		expect(items[0].json.id).toBe(newest().id);
	});

	it('gives each of two equal ones its own', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after', times: 2 });
		const { items } = await on.run(create(), { items: [{}, {}] });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(2);
		expect(stored()).toHaveLength(seeded + 2);
	});

	it('says so when it cannot be looked for', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		on.sandbox.fault('devHelm', { method: 'GET', status: 403, times: Infinity });
		const { error } = await on.run(create());
		expect(error?.description).toContain(
			'The outcome is unknown: DevHelm may have done it or not. Look on the status page',
		);
	});
});

describe('Skip If Already Open', () => {
	const skip = (fields: IDataObject) =>
		create({ title: 'Card payments fail', ...fields, options: { skipIfOpen: true } });

	it('returns an open one of the same title', async () => {
		const { items, hints } = await on.run(skip({}));
		const open = stored().find(({ title }) => title === 'Card payments fail');
		expect(items[0].json).toEqual(recordOf(on, open?.id ?? ''));
		expect(hints).toHaveLength(1);
		expect(posts(on)).toEqual([]);
		expect(on.requests()[0].query).toMatchObject({
			status: ['INVESTIGATING', 'IDENTIFIED', 'MONITORING'],
		});
	});

	it.each([
		['of another title', { title: 'Something else' }],
		['that is resolved', { title: 'Slow pages' }],
	])('creates beside one %s', async (_, fields) => {
		await on.run(skip(fields));
		expect(posts(on)).toHaveLength(1);
		expect(stored()).toHaveLength(seeded + 1);
	});
});
