import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const shop = () => [...on.sandbox.state('pagerDuty').businessServices.values()][0];
const setImpact = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'setBusinessImpact',
	incidentId: byId(id),
	businessServiceId: byId(shop().id),
	...more,
});
const said = (id: string) => on.sandbox.state('pagerDuty').impacts.get(id)?.get(shop().id);

it.each(['impacted', 'not_impacted'])('sets that it is %s, and says so', async (impact) => {
	const { id } = seeded(on, 'triggered');
	const { items } = await on.run(setImpact(id, { impact }));
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/incidents/${id}/business_services/${shop().id}/impacts`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: { relation: impact },
	});
	expect(said(id)).toBe(impact);
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				incidentId: id,
				businessServiceId: shop().id,
				status: impact,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives PagerDuty's own answer without Simplify", async () => {
	const { items } = await on.run(setImpact(seeded(on, 'triggered').id, { simplify: false }));
	expect(items[0].json).toEqual({ relation: 'impacted' });
});

it('is sent again when its answer is lost', async () => {
	const { id } = seeded(on, 'triggered');
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { error } = await on.run(setImpact(id));
	expect(error).toBeUndefined();
	expect(said(id)).toBe('impacted');
	expect(on.requests()).toHaveLength(2);
});

it("passes on PagerDuty's refusal of what does not fit", async () => {
	const body = { error: { message: 'Unprocessable', code: 2001, errors: ['Not tracked'] } };
	on.sandbox.fault('pagerDuty', { status: 422, body });
	const { error } = await on.run(setImpact(seeded(on, 'triggered').id));
	expect(error).toMatchObject({ httpCode: '422' });
	expect(error?.message).toContain('Not tracked');
});

it('takes the address of a business service', async () => {
	const { id } = seeded(on, 'triggered');
	const url = `https://alpenrad.pagerduty.com/business_services/${shop().id}`;
	const { error } = await on.run(setImpact(id, { businessServiceId: byId(url) }));
	expect(error).toBeUndefined();
	expect(said(id)).toBe('impacted');
});

it.each([
	[{ incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[{ businessServiceId: byId('={{ "" }}') }, "'Business Service' is empty (item 0)"],
	[{ impact: '={{ "severe" }}' }, `'Impact' cannot be "severe" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(setImpact('Q1234567', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
