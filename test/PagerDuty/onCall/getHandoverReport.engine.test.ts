import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { openIncident } from '../../sandbox/pagerduty/incidents/build';
import { referTo } from '../../sandbox/pagerduty/references';
import { byId, comparable, suite } from '../../support/suite';
import { READ_HEADERS, idsOf, recordOf } from '../incidents';
import { dailyOf } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const HOUR = 3_600_000;
const ago = (hours: number) => Date.now() - hours * HOUR;
const report = (fields = {}) => ({
	resource: 'onCall',
	operation: 'getHandoverReport',
	scope: 'service',
	serviceId: byId(idsOf(on).services.Checkout),
	...fields,
});
const serviceOf = (name: string) => {
	const found = [...on.sandbox.state('pagerDuty').services.values()].find(
		(service) => service.name === name,
	);
	if (!found) throw new TypeError(`no service ${name}`);
	return found;
};

/** An incident that was opened and resolved so many hours ago. */
function resolved(title: string, opened: number, ended: number, service = 'Checkout') {
	const store = on.sandbox.state('pagerDuty');
	const incident = openIncident(store, {
		...{ title, service: serviceOf(service), status: 'resolved', at: ago(opened) },
		actor: [...store.users.values()][1],
	});
	incident.resolved_at = new Date(ago(ended)).toISOString();
	return incident;
}

function note(incidentId: string, content: string, hours: number) {
	const { details, users } = on.sandbox.state('pagerDuty');
	const author = [...users.values()][2];
	const created_at = new Date(ago(hours)).toISOString();
	const user = referTo(author);
	const written = details.notes.get(incidentId) ?? [];
	const one = { id: `P${hours}N`, user, channel: { summary: 'Web' }, content };
	details.notes.set(incidentId, [...written, { ...one, created_at, updated_at: created_at }]);
	return { text: content, author: author.name, createdAt: created_at };
}

const NO_INCIDENT = {
	...{ incidentId: null, number: null, title: null, status: null, severity: null, service: null },
	...{ assignees: null, createdAt: null, resolvedAt: null, resolvedBy: null, resolution: null },
	...{ notes: null, url: null },
};
const NO_PERSON = {
	...{ userId: null, userName: null, userEmail: null, level: null, escalationPolicyName: null },
	...{ scheduleName: null, start: null, end: null },
};
const incidentRow = (id: string, part: string, more: object) => {
	const { number, title, status, severity, service, assignees, createdAt, url } = recordOf(on, id);
	return {
		provider: 'pagerduty',
		part,
		incidentId: id,
		...{ number, title, status, severity, service, assignees, createdAt, url },
		...{ resolvedAt: null, resolvedBy: null, resolution: null, notes: [], ...NO_PERSON, ...more },
	};
};

describe('for a service', () => {
	it('gives what is open, what the shift resolved, who is on call and who is next', async () => {
		const incidents = [...on.sandbox.state('pagerDuty').incidents.values()];
		const open = incidents.find(({ title }) => title.startsWith('Checkout error rate'));
		if (!open) throw new TypeError('no open incident');
		const inShift = resolved('Payment slow', 20, 2);
		on.sandbox.state('pagerDuty').planning.resolutions.set(inShift.id, 'Rolled back');
		resolved('Before the shift', 40, 30);
		resolved('Another service', 3, 2, 'Product Search');
		const notes = [note(inShift.id, 'Failing over', 3), note(inShift.id, 'Done', 2)];
		on.sandbox.state('pagerDuty').details.notes.get(inShift.id)?.reverse();
		const { items, error } = await on.run(report());
		expect(error).toBeUndefined();
		const { users, policies, services } = idsOf(on);
		const [weekly] = on.sandbox.state('pagerDuty').details.schedules.values();
		const person = (part: string, name: string, level: number, more = {}) => ({
			provider: 'pagerduty',
			part,
			...NO_INCIDENT,
			userId: users[name],
			userName: name,
			userEmail: expect.stringContaining('@alpenrad.example'),
			level,
			escalationPolicyName: 'Shop On-Call',
			scheduleName: null,
			start: null,
			end: null,
			...more,
		});
		expect(items.map(({ json }) => json)).toEqual([
			incidentRow(open.id, 'open', {}),
			incidentRow(inShift.id, 'resolved', {
				resolvedAt: inShift.resolved_at,
				resolvedBy: 'Jürgen Müßig',
				resolution: 'Rolled back',
				notes,
			}),
			person('onCall', 'Jürgen Müßig', 1, {
				...{ scheduleName: 'Shop Weekly', start: weekly.start, end: weekly.end },
			}),
			person('onCall', 'Anna Schmidt', 2),
		]);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
		const read = (path: string) => on.requests().filter((request) => request.path === path);
		expect(on.requests().every(({ method }) => method === 'GET')).toBe(true);
		expect(read(`/services/${services.Checkout}`).map(comparable)).toEqual([
			{
				method: 'GET',
				path: `/services/${services.Checkout}`,
				query: {},
				headers: READ_HEADERS,
				body: undefined,
			},
		]);
		expect(read('/oncalls')[0].query).toEqual({
			since: expect.stringMatching(/Z$/),
			until: expect.stringMatching(/Z$/),
			earliest: 'true',
			'escalation_policy_ids[]': policies['Shop On-Call'],
			'include[]': 'users',
			limit: '100',
			offset: '0',
		});
		const common = { 'service_ids[]': services.Checkout, sort_by: 'created_at:asc' };
		expect(read('/incidents').map(({ query }) => query)).toEqual([
			{
				...common,
				'statuses[]': ['triggered', 'acknowledged'],
				date_range: 'all',
				limit: '100',
				offset: '0',
			},
			{
				...common,
				'statuses[]': 'resolved',
				since: expect.stringMatching(/Z$/),
				until: expect.stringMatching(/Z$/),
				limit: '100',
				offset: '0',
			},
		]);
		const { since, until } = read('/incidents')[1].query;
		expect(Date.parse(String(until)) - Date.parse(String(since))).toBe((12 + 14 * 24) * HOUR);
		expect(read(`/incidents/${inShift.id}/log_entries`)[0].query).toEqual({
			is_overview: 'true',
			limit: '100',
			offset: '0',
		});
		expect(read(`/incidents/${open.id}/log_entries`)).toEqual([]);
	});

	it('takes another shift', async () => {
		const early = resolved('Before', 40, 39);
		resolved('After', 30, 29);
		const since = new Date(ago(41)).toISOString();
		const until = new Date(ago(35)).toISOString();
		const { items } = await on.run(report({ options: { since, until } }));
		const found = items.filter(({ json }) => json.part === 'resolved');
		expect(found.map(({ json }) => json.incidentId)).toEqual([early.id]);
	});

	it('gives one text as Markdown', async () => {
		const { items } = await on.run(report({ output: 'markdown' }));
		expect(items).toHaveLength(1);
		expect(items[0].json).toEqual({
			provider: 'pagerduty',
			name: 'Checkout',
			since: expect.stringMatching(/Z$/),
			until: expect.stringMatching(/Z$/),
			openCount: 1,
			resolvedCount: 0,
			markdown: expect.stringMatching(
				/^# Handover: Checkout\n\nShift: \S+ to \S+\n\n## Open incidents \(1\)\n\n- \[#\d+ Checkout error rate above 2 %\]\(\S+\) – acknowledged, critical, Checkout, since \S+, assigned to Jürgen Müßig\n\n## Resolved incidents of this shift \(0\)\n\nNone\.\n\n## On call now\n\n- \*\*Jürgen Müßig\*\*: level 1, Shop On-Call, Shop Weekly, from \S+ until \S+\n- \*\*Anna Schmidt\*\*: level 2, Shop On-Call, at all times\n\n## Next on call\n\nNobody takes over\.$/,
			),
		});
	});
});

it('for an escalation policy takes all its services', async () => {
	const { services, policies } = idsOf(on);
	const { items } = await on.run(
		report({ scope: 'escalationPolicy', escalationPolicyId: byId(policies['Shop On-Call']) }),
	);
	expect(on.requests()[0].path).toBe(`/escalation_policies/${policies['Shop On-Call']}`);
	const lists = on.requests().filter(({ path }) => path === '/incidents');
	expect(lists[0].query['service_ids[]']).toEqual([services.Checkout, services['Product Search']]);
	expect(items.map(({ json }) => [json.part, json.service ?? json.userName])).toEqual([
		['open', 'Checkout'],
		['open', 'Product Search'],
		['onCall', 'Jürgen Müßig'],
		['onCall', 'Anna Schmidt'],
	]);
});

describe('for a schedule', () => {
	it('takes the services of its policies, and its own shifts with overrides', async () => {
		const store = on.sandbox.state('pagerDuty');
		const { schedule, overrides } = dailyOf(on);
		schedule.policyId = idsOf(on).policies['Platform On-Call'];
		schedule.level = 9;
		const { items } = await on.run(report({ scope: 'schedule', scheduleId: byId(schedule.id) }));
		expect(items.map(({ json }) => [json.part, json.service ?? json.userName])).toEqual([
			['open', 'Warehouse API'],
			['onCall', 'Jürgen Müßig'],
			['next', 'Priya Natarajan'],
		]);
		expect(items[1].json).toMatchObject({
			start: overrides[1].start,
			end: overrides[1].end,
			scheduleName: 'Platform Daily',
		});
		expect(store.services.size).toBe(5);
	});

	it('has no incidents where no policy uses it, and says so', async () => {
		const { schedule } = dailyOf(on);
		const { items, hints } = await on.run(
			report({ scope: 'schedule', scheduleId: byId(schedule.id) }),
		);
		expect(items.map(({ json }) => json.part)).toEqual(['onCall', 'next']);
		expect(JSON.stringify(hints)).toContain('No service belongs to');
		expect(on.requests().map(({ path }) => path)).toEqual([`/schedules/${schedule.id}`]);
	});
});

it.each([
	[{ serviceId: byId('={{ "" }}') }, "'Service' is empty (item 0)"],
	[{ scope: 'everything' }, `'Scope' cannot be "everything" (item 0)`],
	[
		{ options: { since: '2026-04-16T12:00:00Z', until: '2026-04-16T12:00:00Z' } },
		"'Shift Until' is not after 'Shift From' (item 0)",
	],
	[
		{ options: { since: '2099-01-01T00:00:00Z' } },
		"'Shift From' lies ahead: 2099-01-01T00:00:00Z (item 0)",
	],
	[
		{ options: { since: '2026-01-01T00:00:00Z', until: '2026-03-01T00:00:00Z' } },
		"'Shift From' lies more than 31 days back (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(report(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
