import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { openApi } from '../../support/openapi';
import { rowsOfIds, suite } from '../../support/suite';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
const contract = openApi('pagerduty-rest.json');

const getMany = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getAll',
	...fields,
});

it('sends every filter and option as documented', async () => {
	const { services, teams, users, priorities } = on.sandbox.state('pagerDuty');
	const ids = (all: Map<string, unknown>) => [...all.keys()].slice(0, 2);
	await on.run(
		getMany({
			limit: 10,
			filters: {
				incidentKey: 'checkout-502',
				priorityIds: ids(priorities),
				serviceIds: rowsOfIds('serviceId', ids(services)),
				since: '2026-04-01T00:00:00',
				until: '2026-04-15T12:00:00Z',
				statuses: ['triggered', 'acknowledged'],
				teamIds: rowsOfIds('teamId', [ids(teams).join(', ')]),
				urgencies: ['high', 'low'],
				userIds: rowsOfIds('userId', ids(users)),
			},
			options: {
				include: ['services'],
				sortBy: 'urgency:desc',
				thenBy: 'created_at:asc',
				timeZone: 'Europe/Paris',
			},
		}),
		{ timezone: 'Europe/Paris' },
	);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/incidents',
		query: {
			since: '2026-03-31T22:00:00Z',
			until: '2026-04-15T12:00:00Z',
			'statuses[]': ['triggered', 'acknowledged'],
			'urgencies[]': ['high', 'low'],
			'service_ids[]': ids(services),
			'team_ids[]': ids(teams),
			'user_ids[]': ids(users),
			'priority_ids[]': ids(priorities),
			incident_key: 'checkout-502',
			sort_by: 'urgency:desc,created_at:asc',
			time_zone: 'Europe/Paris',
			'include[]': 'services',
			limit: '10',
			offset: '0',
		},
		headers: {
			accept: 'application/vnd.pagerduty+json;version=2',
			authorization: 'Token token=sandbox-pagerduty-token',
		},
		body: undefined,
	});
	if (contract) {
		// Undocumented, but it works while the documented-looking `priorities[]` is ignored (docs/facts/pagerduty.md#filter-by-priority).
		expect(contract.unknownQuery('/incidents', on.theRequest())).toEqual(['priority_ids[]']);
	}
});

it('reads all times when no range is given, also what is older than a month', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest().query).toEqual({
		date_range: 'all',
		sort_by: 'created_at:desc',
		limit: '50',
		offset: '0',
	});
	expect(items).toHaveLength(6);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(6).fill({ item: 0 }));
});

it.each([{}, { limit: 2 }])('gives the newest first: %j', async (fields) => {
	const { items } = await on.run(getMany(fields));
	const newest = [...on.sandbox.state('pagerDuty').incidents.values()]
		.sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at))
		.map(({ id }) => id);
	expect(items.map(({ json }) => json.id)).toEqual(newest.slice(0, items.length));
});

describe('a time range with one end', () => {
	const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
	const span = () => {
		const { since, until } = on.theRequest().query as { since: string; until: string };
		return { since, until, days: (Date.parse(until) - Date.parse(since)) / 86_400_000 };
	};

	it('reaches to now from a start alone', async () => {
		const since = daysAgo(170);
		const { items } = await on.run(getMany({ filters: { since } }));
		expect(span().since).toBe(since);
		expect(Date.parse(span().until)).toBeGreaterThan(Date.now());
		expect(items).toHaveLength(6);
	});

	it('reaches 180 days back from an end alone, not the month that is the default', async () => {
		const until = daysAgo(1);
		const { items } = await on.run(getMany({ filters: { until } }));
		expect(span()).toMatchObject({ until, days: 180 });
		expect(items).toHaveLength(3);
	});

	it('is refused before any request where the start is too far back', async () => {
		const { error } = await on.run(getMany({ filters: { since: daysAgo(190) } }));
		expect(error?.message).toBe("'Created After' lies more than 6 months back (item 0)");
		expect(error?.description).toContain("Give 'Created Before' as well");
		expect(on.requests()).toHaveLength(0);
	});
});

describe('where the plan lacks what a filter needs', () => {
	it.each([
		['teams', 'Teams', () => ({ teamIds: rowsOfIds('teamId', ['PTEAM01']) })],
		['urgencies', 'Urgencies', () => ({ urgencies: ['low'] })],
	])('the list is empty, with a notice: %s', async (ability, label, filters) => {
		on.sandbox.state('pagerDuty').abilities.delete(ability);
		const { items, hints, error } = await on.run(getMany({ filters: filters() }));
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints.map(({ message }) => message)).toEqual([
			`This PagerDuty account's plan does not include what the filter '${label}' needs: the list is empty. Take the filter out to read the whole list`,
		]);
	});

	it('it is a failure without such a filter', async () => {
		const body = { error: { message: 'Account Ability Required', code: 2014 } };
		on.sandbox.fault('pagerDuty', { status: 402, body });
		const { error } = await on.run(getMany({ filters: { statuses: ['triggered'] } }));
		expect(error).toMatchObject({ httpCode: '402' });
	});
});

it('is read again when an answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(getMany());
	expect(error).toBeUndefined();
	expect(items).toHaveLength(6);
});

it('says that the key lacks the right', async () => {
	const body = { error: { message: 'Access Denied', code: 2010 } };
	on.sandbox.fault('pagerDuty', { status: 403, body });
	const { error } = await on.run(getMany());
	expect(error).toMatchObject({ httpCode: '403' });
	expect(error?.description).toContain('lacks the right');
});

describe('paging', () => {
	const count = 2_350;
	beforeEach(() => on.sandbox.seedMany('pagerDuty', count - 6));

	it('Return All gives each incident once', async () => {
		const { items } = await on.run(getMany({ returnAll: true }));
		expect(items).toHaveLength(count);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(count);
		expect(on.requests()).toHaveLength(24);
	});

	it.each([
		[1, 1],
		[100, 1],
		[101, 2],
	])('limit %d takes %d request(s)', async (limit, requests) => {
		const { items } = await on.run(getMany({ limit }));
		expect(items).toHaveLength(limit);
		expect(on.requests()).toHaveLength(requests);
	});
});

it('says so when more exist than the vendor can list', async () => {
	on.sandbox.seedMany('pagerDuty', 10_100);
	const { items, hints } = await on.run(getMany({ returnAll: true }));
	expect(items).toHaveLength(10_000);
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringContaining('PagerDuty lists 10,000 incidents at most, and more exist'),
	]);
});

it('gives no item for an empty list', async () => {
	const { items, error } = await on.run(getMany({ filters: { incidentKey: 'nobody-has-it' } }));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it.each([
	[
		{ since: '2026-01-01T00:00:00Z', until: '2026-08-01T00:00:00Z' },
		"'Created Before' lies more than 6 months after 'Created After' (item 0)",
	],
	[
		{ since: '2026-04-02T00:00:00Z', until: '2026-04-01T00:00:00Z' },
		"'Created Before' lies before 'Created After' (item 0)",
	],
	[{ since: 'yesterday' }, `'Created After' is no date: "yesterday" (item 0)`],
	[{ statuses: ['open'] }, `'Statuses' cannot be "open" (item 0)`],
])('refuses %j before any request', async (filters, message) => {
	const { error } = await on.run(getMany({ filters }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
