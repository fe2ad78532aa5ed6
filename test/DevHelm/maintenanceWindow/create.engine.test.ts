import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS, NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const PATH = '/api/v1/maintenance-windows';
const times = { startsAt: '2026-05-01T22:00:00Z', endsAt: '2026-05-02T02:00:00Z' };
const checkout = () => monitor(on, 'Checkout page').id;

const create = (fields: IDataObject = {}) => ({
	resource: 'maintenanceWindow',
	operation: 'create',
	appliesTo: 'monitor',
	monitorId: byId(checkout()),
	...times,
	...fields,
});
const stored = () => [...on.sandbox.state('devHelm').maintenanceWindows.values()];
const posts = () => on.requests().filter(({ method }) => method === 'POST');

describe('the request', () => {
	it('carries every field', async () => {
		const { error } = await on.run(
			create({
				startsAt: '2026-05-02T00:00:00',
				endsAt: '2026-05-02T04:00:00+02:00',
				additionalFields: {
					reason: ' Größere Datenbank 🚧 ',
					suppressAlerts: false,
					extraFields: '{ "repeatRule": "FREQ=WEEKLY" }',
				},
			}),
			{ timezone: 'Europe/Paris' },
		);
		expect(error).toBeUndefined();
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: PATH,
			query: {},
			headers: HEADERS,
			body: {
				monitorId: checkout(),
				...times,
				reason: 'Größere Datenbank 🚧',
				suppressAlerts: false,
				repeatRule: 'FREQ=WEEKLY',
			},
		});
	});

	it('holds nothing that was not filled in', async () => {
		await on.run(create({ additionalFields: { reason: '', extraFields: '{}' } }));
		expect(on.theRequest().body).toEqual({ monitorId: checkout(), ...times });
		expect(stored()[0].suppressAlerts).toBe(true);
	});

	it('is about everything only where that was chosen', async () => {
		await on.run(create({ appliesTo: 'organization' }));
		expect(on.theRequest().body).toEqual(times);
		expect(stored()[0].monitorId).toBeNull();
	});
});

it('puts out the window', async () => {
	const { items } = await on.run(create({ additionalFields: { reason: 'Upgrade' } }));
	const [{ id, createdAt }] = stored();
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				appliesTo: 'monitor',
				monitorId: checkout(),
				startsAt: '2026-05-01T22:00:00.000Z',
				endsAt: '2026-05-02T02:00:00.000Z',
				reason: 'Upgrade',
				suppressAlerts: true,
				createdAt,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("puts out the vendor's own object without Simplify", async () => {
	const { items } = await on.run(create({ appliesTo: 'organization', simplify: false }));
	expect(items.map(({ json }) => json)).toEqual(stored());
});

describe('when the answer is lost', () => {
	it.each<[string, IDataObject]>([
		['one monitor', { additionalFields: { reason: 'Upgrade' } }],
		['the organization', { appliesTo: 'organization' }],
	])('finds the window that was made: %s', async (_, fields) => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(create(fields));
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id)).toEqual(stored().map(({ id }) => id));
		expect(posts()).toHaveLength(1);
		const looks = on.requests().filter(({ method }) => method === 'GET');
		const monitorId = fields.appliesTo ? {} : { monitorId: checkout() };
		expect(comparable(looks[looks.length - 1])).toEqual({
			method: 'GET',
			path: PATH,
			query: { ...monitorId, page: '0', size: '200' },
			headers: READ_HEADERS,
			body: undefined,
		});
	});

	it('makes it when it was not made', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		const { error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(stored()).toHaveLength(1);
		expect(posts()).toHaveLength(2);
	});

	it.each<[string, IDataObject]>([
		['another reason', { additionalFields: { reason: 'Other' } }],
		['another end', { endsAt: '2026-05-02T03:00:00Z' }],
		['the organization', { appliesTo: 'organization' }],
		['alerts that go on', { additionalFields: { suppressAlerts: false } }],
	])('does not take one with %s for it', async (_, fields) => {
		await on.run(create(fields));
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		const { items } = await on.run(create());
		expect(stored()).toHaveLength(2);
		expect(items[0].json.id).toBe(stored()[1].id);
	});

	it('stays unknown when it cannot be looked for either', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		on.sandbox.fault('devHelm', { method: 'GET', status: 403, times: Infinity });
		const { error } = await on.run(create());
		expect(error?.description).toContain('Look among the maintenance windows in DevHelm');
		expect(posts()).toHaveLength(1);
	});
});

describe('is refused before any request', () => {
	it.each<[string, IDataObject, string]>([
		['no monitor', { monitorId: byId('={{ "" }}') }, "'Monitor' is empty (item 0)"],
		['no choice', { appliesTo: '={{ "" }}' }, "'Applies To' is empty (item 0)"],
		['another choice', { appliesTo: '={{ "all" }}' }, `'Applies To' cannot be "all" (item 0)`],
		['no start', { startsAt: '={{ "" }}' }, "'Starts At' is empty (item 0)"],
		['no end', { endsAt: '={{ "" }}' }, "'Ends At' is empty (item 0)"],
		['a word for a time', { endsAt: 'tonight' }, `'Ends At' is no date: "tonight" (item 0)`],
		[
			'an end before the start',
			{ endsAt: '2026-05-01T21:00:00Z' },
			"'Ends At' is not after 'Starts At' (item 0)",
		],
		['no time at all', { endsAt: times.startsAt }, "'Ends At' is not after 'Starts At' (item 0)"],
		[
			'a long reason',
			{ additionalFields: { reason: 'x'.repeat(501) } },
			"'Reason' has 501 characters, and DevHelm takes 500 at most (item 0)",
		],
	])('%s', async (_, fields, message) => {
		const { error } = await on.run(create(fields));
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toEqual([]);
	});
});

it('takes a reason of 500 characters', async () => {
	const { error } = await on.run(create({ additionalFields: { reason: 'x'.repeat(500) } }));
	expect(error).toBeUndefined();
});

it('names a monitor that is not there', async () => {
	const { error } = await on.run(create({ monitorId: byId(NOT_THERE) }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Create maintenance window' (item 0): Monitor not found",
	});
	expect(error?.description).toMatch(/^Choose another 'Monitor'/);
});

it('says when the key has no right', async () => {
	on.sandbox.fault('devHelm', { status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(create());
	expect(error?.message).toBe("DevHelm refused 'Create maintenance window' (item 0): Forbidden");
	expect(error?.description).toContain('a key of somebody with a higher role');
});
