import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const checkout = () => {
	const found = on.sandbox.state('pagerDuty').services.get(idsOf(on).services.Checkout);
	if (!found) throw new TypeError('no service Checkout');
	return found;
};
const get = (service: object, fields = {}) => ({
	resource: 'service',
	operation: 'get',
	serviceId: { ...service },
	...fields,
});

it('gives a record of ten fields', async () => {
	const service = checkout();
	const { items } = await on.run(get(byId(service.id)));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/services/${service.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: service.id,
				name: 'Checkout',
				description: 'What Checkout needs',
				status: 'active',
				escalationPolicyId: idsOf(on).policies['Shop On-Call'],
				escalationPolicyName: 'Shop On-Call',
				teams: ['Shop'],
				createdAt: service.created_at,
				url: service.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('returns the object untouched without Simplify, with all that it can include', async () => {
	const { id } = checkout();
	const include = [
		'auto_pause_notifications_parameters',
		'escalation_policies',
		'integrations',
		'teams',
	];
	const { items } = await on.run(get(byId(id), { simplify: false, options: { include } }));
	expect(on.theRequest().query).toEqual({ 'include[]': include });
	expect(items[0].json).toMatchObject({
		type: 'service',
		escalation_policy: { type: 'escalation_policy', num_loops: 1 },
		integrations: [{ type: 'events_api_v2_inbound_integration' }],
		teams: [{ type: 'team' }],
		auto_pause_notifications_parameters: { enabled: false },
	});
});

it.each([
	['its address', () => ({ __rl: true, mode: 'url', value: checkout().html_url })],
	['its address in the ID field', () => byId(`={{ "${String(checkout().html_url)}" }}`)],
])('takes %s', async (_, locator) => {
	const { items } = await on.run(get(locator()));
	expect(items[0].json.name).toBe('Checkout');
});

it('has what a service lacks as null', async () => {
	const service = checkout();
	Object.assign(service, { description: '', teams: [] });
	const { items } = await on.run(get(byId(service.id)));
	expect(items[0].json).toMatchObject({ description: null, teams: [] });
});

it('names a service that is not there', async () => {
	const { error } = await on.run(get(byId('PNOTHERE')));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'Get service' (item 0): Not Found",
	});
	expect(error?.description).toContain('Check the ID');
});

it('says that the key lacks the right', async () => {
	const body = { error: { message: 'Access Denied', code: 2010 } };
	on.sandbox.fault('pagerDuty', { status: 403, body });
	const { error } = await on.run(get(byId(checkout().id)));
	expect(error).toMatchObject({ httpCode: '403' });
	expect(error?.description).toContain('lacks the right');
});

it('is read again when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(get(byId(checkout().id)));
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	expect(on.requests()).toHaveLength(2);
});

it.each([
	[{ serviceId: byId('={{ "" }}') }, "'Service' is empty (item 0)"],
	[{ serviceId: byId('={{ "Checkout!" }}') }, `'Service' is not an ID: "Checkout!" (item 0)`],
	[{ options: { include: ['everything'] } }, `'Include' cannot be "everything" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(get(byId('PSERVICE'), fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
