import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (incidentId: string, fields = {}) => ({
	resource: 'subscriber',
	operation: 'getAll',
	incidentId: byId(incidentId),
	...fields,
});

/** Subscribes so many users. */
function subscribe(incidentId: string, count: number) {
	on.sandbox.state('pagerDuty').details.subscriptions = Array.from(
		{ length: count },
		(_, index) => ({
			incidentId,
			subscriber_id: `PUSER${index}`,
			subscriber_type: 'user',
		}),
	);
}

it('gives one item for each subscriber', async () => {
	const { id } = seeded(on, 'triggered');
	subscribe(id, 2);
	const { items } = await on.run(getMany(id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${id}/status_updates/subscribers`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual(
		['PUSER0', 'PUSER1'].map((subscriber_id) => ({
			json: {
				subscriber_id,
				subscriber_type: 'user',
				has_indirect_subscription: false,
				subscribed_via: null,
			},
			pairedItem: { item: 0 },
		})),
	);
});

it('goes through the pages', async () => {
	const { id } = seeded(on, 'triggered');
	subscribe(id, 130);
	const { items } = await on.run(getMany(id, { returnAll: true }));
	expect(new Set(items.map(({ json }) => json.subscriber_id)).size).toBe(130);
	expect(on.requests().map(({ query }) => query)).toEqual([
		{},
		{ limit: '100', offset: '25' },
		{ limit: '100', offset: '125' },
	]);
});

it('ends when the vendor gives the first page for every offset', async () => {
	const { id } = seeded(on, 'triggered');
	const page = [{ subscriber_id: 'PUSER0', subscriber_type: 'user' }];
	on.sandbox.fault('pagerDuty', {
		times: Infinity,
		status: 200,
		body: { subscribers: page, more: true, offset: 0, limit: 1 },
	});
	await on.run(getMany(id, { returnAll: true }));
	expect(on.requests()).toHaveLength(2);
});

it('gives no item where nobody is subscribed', async () => {
	const { items, error } = await on.run(getMany(seeded(on, 'triggered').id));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it.each([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany('Q1XYZ2ABCDEFGH', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
