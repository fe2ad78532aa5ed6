import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { about, facts } from '../services';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getIncidents = (fields: IDataObject = {}) =>
	about('getIncidents', 'paylane', { scope: 'one', ...fields });
const ofAll = (fields: IDataObject = {}) => ({
	resource: 'service',
	operation: 'getIncidents',
	scope: 'all',
	...fields,
});
const titles = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.title);

it('reads those of one service, with every filter', async () => {
	const filters = { from: '2020-05-02T00:00:00Z', status: 'active' };
	const { items } = await on.run(getIncidents({ limit: 10, filters }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/api/v1/services/paylane/incidents',
		query: { from: '2020-05-02', status: 'active', page: '0', size: '10' },
		headers: READ_HEADERS,
		body: undefined,
	});
	const [{ id, startedAt, updatedAt, shortlink }] = facts(on).incidents;
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				number: null,
				title: 'Payments fail',
				status: 'triggered',
				severity: 'error',
				url: shortlink,
				service: 'Paylane',
				assignees: null,
				actor: null,
				createdAt: startedAt,
				updatedAt,
				vendorStatus: 'investigating',
				vendorSeverity: 'major',
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('reads those of all services, with every filter', async () => {
	const filters = { status: 'resolved', category: 'infrastructure' };
	const { items } = await on.run(ofAll({ filters }));
	expect(on.theRequest()).toMatchObject({
		path: '/api/v1/services/incidents',
		query: { ...filters, page: '0', size: '50' },
	});
	expect(titles(items)).toEqual(['Slow API']);
	expect(items[0].json).toMatchObject({ status: 'resolved', severity: 'warning' });
});

it('holds no filter that was not filled in', async () => {
	const { items } = await on.run(getIncidents({ filters: {} }));
	expect(on.theRequest().query).toEqual({ page: '0', size: '50' });
	expect(titles(items)).toEqual(['Payments fail', 'Slow API']);
});

it('counts what is said to be over as resolved, and gives null for what is not known', async () => {
	Object.assign(facts(on).incidents[0], {
		status: 'postmortem',
		impact: 'odd',
		shortlink: null,
		startedAt: null,
		detectedAt: null,
	});
	on.expectOddReplies();
	const { items } = await on.run(getIncidents({ filters: {} }));
	const odd = items.find(({ json }) => json.title === 'Payments fail');
	expect(odd?.json).toMatchObject({
		status: 'resolved',
		severity: null,
		vendorSeverity: 'odd',
		url: null,
		createdAt: null,
	});
});

it("returns the vendor's rows without Simplify", async () => {
	const { items } = await on.run(getIncidents({ simplify: false }));
	expect(items.map(({ json }) => json)).toEqual(facts(on).incidents);
});

it('reads to the last page', async () => {
	const known = facts(on);
	const [first] = known.incidents;
	known.incidents = Array.from({ length: 250 }, (_, count) => ({
		...first,
		id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
	}));
	const { items } = await on.run(getIncidents({ returnAll: true }));
	expect(items).toHaveLength(250);
	expect(on.requests().map(({ query }) => query.page)).toEqual(['0', '1']);
});

it('names a service that is not there', async () => {
	const { error } = await on.run(about('getIncidents', 'nobody', { scope: 'one' }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get incidents of services' (item 0): Service not found",
	});
});

it.each<[IDataObject, string]>([
	[{ scope: 'mine' }, `'Scope' cannot be "mine" (item 0)`],
	[{ filters: { from: 'yesterday' } }, `'From' is no date: "yesterday" (item 0)`],
	[{ filters: { status: 'open' } }, `'Status' cannot be "open" (item 0)`],
	[{ filters: { status: '={{ "" }}' } }, "'Status' is a filter without a value (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getIncidents(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
