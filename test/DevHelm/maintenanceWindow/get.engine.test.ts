import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { about, addWindow, PATH } from '../windows';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

it('reads one window', async () => {
	const { id, monitorId, startsAt, endsAt, createdAt } = addWindow(on, 'active');
	const { items } = await on.run(about('get', id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `${PATH}/${id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				appliesTo: 'monitor',
				monitorId,
				startsAt,
				endsAt,
				reason: 'Database upgrade',
				suppressAlerts: true,
				createdAt,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('gives null for what a window does not have', async () => {
	const { id } = addWindow(on, 'active', { monitorId: null, reason: null, suppressAlerts: false });
	const { items } = await on.run(about('get', id));
	expect(items[0].json).toMatchObject({
		appliesTo: 'organization',
		monitorId: null,
		reason: null,
		suppressAlerts: false,
	});
});

it('returns everything without Simplify', async () => {
	const window = addWindow(on, 'over');
	const { items } = await on.run(about('get', window.id.toUpperCase(), { simplify: false }));
	expect(items[0].json).toEqual(window);
});

it('takes the address of a window', async () => {
	const { id } = addWindow(on, 'over');
	const { items } = await on.run(about('get', `https://api.devhelm.io${PATH}/${id}`));
	expect(items[0].json.id).toBe(id);
});

it('names a window that is not there', async () => {
	const { error } = await on.run(about('get', NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get maintenance window' (item 0): Maintenance window not found",
	});
	expect(error?.description).toContain('Check the ID');
});

it.each([
	['={{ "" }}', "'Maintenance Window' is empty (item 0)"],
	['={{ "tonight" }}', `'Maintenance Window' is not an ID: "tonight" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(about('get', id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
