import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const get = (id: string, fields = {}) => ({
	resource: 'user',
	operation: 'getContactMethods',
	userId: byId(id),
	...fields,
});

it('gives one item for each way to reach the user', async () => {
	const userId = idsOf(on).users['Anna Schmidt'];
	const { items } = await on.run(get(userId));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/users/${userId}/contact_methods`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	const common = { provider: 'pagerduty', id: expect.any(String), userId };
	const none = { countryCode: null, phoneNumber: null };
	const phone = { address: '15112345678', countryCode: 49, phoneNumber: '+4915112345678' };
	expect(items.map(({ json }) => json)).toEqual([
		{
			...{ ...common, ...none, type: 'email', label: 'Default' },
			...{ address: 'anna.schmidt@alpenrad.example', isEnabled: null, isBlocked: null },
		},
		{ ...common, ...phone, type: 'phone', label: 'Mobile', isEnabled: true, isBlocked: false },
		{ ...common, ...phone, type: 'sms', label: 'Mobile', isEnabled: false, isBlocked: true },
		{
			...{ ...common, ...none, type: 'push_notification', label: 'Phone' },
			...{ address: 'f81d4fae', isEnabled: null, isBlocked: false },
		},
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(items.map(() => ({ item: 0 })));
});

it('returns the objects untouched without Simplify', async () => {
	const { items } = await on.run(get(idsOf(on).users['Ops Bot'], { simplify: false }));
	expect(items[3].json).toMatchObject({
		type: 'push_notification_contact_method',
		device_type: 'ios',
	});
});

it('refuses an empty user before any request', async () => {
	const { error } = await on.run(get('={{ "" }}'));
	expect(error?.message).toBe("'User' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
