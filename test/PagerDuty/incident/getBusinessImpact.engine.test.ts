import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getImpact = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'getBusinessImpact',
	incidentId: byId(id),
	...more,
});
const impacted = (incidentId: string) => {
	const { impacts, businessServices } = on.sandbox.state('pagerDuty');
	const [shop, delivery] = businessServices.values();
	impacts.set(
		incidentId,
		new Map([
			[shop.id, 'impacted'],
			[delivery.id, 'not_impacted'],
		]),
	);
	return [shop, delivery];
};

it('reads the business services, one record each', async () => {
	const { id } = seeded(on, 'triggered');
	const [shop, delivery] = impacted(id);
	const { items } = await on.run(getImpact(id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${id}/business_services/impacts`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	const one = (businessServiceId: string, name: string, status: string) => ({
		json: {
			provider: 'pagerduty',
			incidentId: id,
			businessServiceId,
			name,
			status,
			priorityId: null,
			priorityOrder: null,
		},
		pairedItem: { item: 0 },
	});
	expect(items).toEqual([
		one(shop.id, 'Web Shop', 'impacted'),
		one(delivery.id, 'Delivery', 'not_impacted'),
	]);
});

it("gives PagerDuty's own objects without Simplify, up to the limit", async () => {
	const { id } = seeded(on, 'triggered');
	impacted(id);
	const { items } = await on.run(getImpact(id, { simplify: false, limit: 1 }));
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ type: 'business_service', status: 'impacted' }),
	]);
});

it('goes on by the cursor that PagerDuty gives', async () => {
	const { id } = seeded(on, 'triggered');
	const services = [
		{ id: 'PFIRST', additional_fields: { highest_impacting_priority: { id: 'P1', order: 4 } } },
	];
	on.sandbox.fault('pagerDuty', {
		status: 200,
		body: { limit: 1, next_cursor: 'dXNlcg==', services },
	});
	impacted(id);
	const { items } = await on.run(getImpact(id, { returnAll: true }));
	expect(on.requests().map(({ query }) => query)).toEqual([{}, { cursor: 'dXNlcg==' }]);
	expect(items).toHaveLength(3);
	expect(items[0].json).toMatchObject({ name: null, priorityId: 'P1', priorityOrder: 4 });
});

it('is empty where nobody has said anything', async () => {
	const { items, error } = await on.run(getImpact(seeded(on, 'triggered').id));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it('refuses no incident before any request', async () => {
	const { error } = await on.run(getImpact('={{ "" }}'));
	expect(error?.message).toBe("'Incident' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
