import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { recordOf, service, subscriptions } from '../services';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getMany = (scope: string, fields: IDataObject = {}) => ({
	resource: 'service',
	operation: 'getAll',
	scope,
	...fields,
});
const names = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.name);
const request = { method: 'GET', headers: READ_HEADERS, body: undefined };

describe('what is tracked', () => {
	it('comes whole', async () => {
		const { items } = await on.run(getMany('tracked'));
		expect(on.theRequest()).toEqual({
			...request,
			path: '/api/v1/service-subscriptions',
			query: {},
		});
		const [first, second] = subscriptions(on);
		const more = { activeIncidents: null, component: null, alertSensitivity: 'ALL' };
		expect(items.map(({ json }) => json)).toEqual([
			recordOf(on, 'Paylane', { ...more, subscriptionId: first.subscriptionId }),
			recordOf(on, 'Cloud Nine', { ...more, subscriptionId: second.subscriptionId }),
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	it('names the component that is tracked', async () => {
		Object.assign(subscriptions(on)[0], { component: null, componentId: null });
		on.expectOddReplies();
		Object.assign(subscriptions(on)[1], { component: { name: 'API' } });
		const { items } = await on.run(getMany('tracked'));
		expect(items.map(({ json }) => json.component)).toEqual([null, 'API']);
	});

	it('is cut to the limit, and untouched without Simplify', async () => {
		const { items } = await on.run(getMany('tracked', { limit: 1, simplify: false }));
		expect(items.map(({ json }) => json)).toEqual(subscriptions(on).slice(0, 1));
	});

	it.each<[IDataObject, string[]]>([
		[{ search: ' NINE ' }, ['Cloud Nine']],
		[{ search: 'cloud-nine' }, ['Cloud Nine']],
		[{ status: 'major_outage' }, ['Paylane']],
		[{ category: 'payments' }, ['Paylane']],
		[{ category: 'pay' }, []],
	])('is filtered here by %j', async (filters, found) => {
		Object.assign(subscriptions(on)[0], { overallStatus: 'major_outage', category: 'payments' });
		const { items } = await on.run(getMany('tracked', { filters }));
		expect(names(items)).toEqual(found);
		expect(on.theRequest().query).toEqual({});
	});
});

describe('the whole catalog', () => {
	it('is asked for with every filter', async () => {
		const filters = {
			category: 'infrastructure',
			status: 'operational',
			search: 'mail',
			published: true,
		};
		const options = { sort: 'curated' };
		const { items } = await on.run(getMany('catalog', { limit: 10, filters, options }));
		expect(on.theRequest()).toEqual({
			...request,
			path: '/api/v1/services',
			query: { ...filters, published: 'true', sort: 'curated', limit: '10' },
		});
		expect(items.map(({ json }) => json)).toEqual([recordOf(on, 'Mailwing')]);
	});

	it('finds what is not published', async () => {
		service(on, 'Mailwing').published = false;
		const filters = { published: false };
		const { items } = await on.run(getMany('catalog', { filters }));
		expect(names(items)).toEqual(['Mailwing']);
	});

	it('is read to the last page', async () => {
		const { services } = on.sandbox.state('devHelm');
		const first = service(on);
		for (let count = 0; count < 120; count += 1) {
			const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
			services.set(id, { ...first, id });
		}
		const { items } = await on.run(getMany('catalog', { returnAll: true }));
		expect(items).toHaveLength(services.size);
		expect(on.requests().map(({ query }) => [query.limit, 'cursor' in query])).toEqual([
			['100', false],
			['100', true],
		]);
	});
});

it.each<[string, IDataObject, string]>([
	['mine', {}, `'Scope' cannot be "mine" (item 0)`],
	[
		'catalog',
		{ filters: { search: '={{ "" }}' } },
		"'Name Contains' is a filter without a value (item 0)",
	],
	[
		'tracked',
		{ filters: { status: '={{ "" }}' } },
		"'Status' is a filter without a value (item 0)",
	],
	['catalog', { options: { sort: 'size' } }, `'Sort By' cannot be "size" (item 0)`],
])('refuses %s with %j before any request', async (scope, fields, message) => {
	const { error } = await on.run(getMany(scope, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('says when the key has no right', async () => {
	on.sandbox.fault('devHelm', { status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(getMany('tracked'));
	expect(error?.message).toBe("DevHelm refused 'Get many services' (item 0): Forbidden");
});
