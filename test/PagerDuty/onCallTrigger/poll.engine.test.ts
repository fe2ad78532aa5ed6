import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PagerDutyIncidentsOnCallTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsOnCallTrigger.node';
import { addOverride } from '../../sandbox/pagerduty/planning/overrides';
import { referTo } from '../../sandbox/pagerduty/references';
import type { EscalationPolicy } from '../../sandbox/pagerduty/types';
import { PollHost, type PollSetup } from '../../support/poll';
import { comparable, rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';
import { dailyOf } from '../plans';

const node = new PagerDutyIncidentsOnCallTrigger();
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);

const DAY = 86_400_000;
const setup = (parameters: IDataObject = {}, more: Partial<PollSetup> = {}): PollSetup => ({
	node,
	credentials: on.credentials({}) as PollSetup['credentials'],
	parameters: {
		pollTimes: { item: [{ mode: 'everyMinute' }] },
		authentication: 'apiToken',
		scope: 'account',
		...parameters,
	} as INodeParameters,
	...more,
});
const publish = async (parameters?: IDataObject, more?: Partial<PollSetup>) =>
	await PollHost.publish(setup(parameters, more));

const store = () => on.sandbox.state('pagerDuty');
const weekly = () => [...store().details.schedules.values()][0];
const userOf = (name: string) => {
	const found = store().users.get(idsOf(on).users[name]);
	if (!found) throw new TypeError(`no user ${name}`);
	return found;
};
/** Who fills the schedule from now on. */
const fill = (...names: string[]) => {
	weekly().users = names.map((name) => referTo(userOf(name)));
};
const person = (name: string, times: { start: string | null; until: string | null }) => ({
	id: userOf(name).id,
	name,
	email: userOf(name).email,
	...times,
});
const turn = () => ({ start: weekly().start, until: weekly().end });
/** Who came and who went, by name. */
const moves = (items: IDataObject[]) =>
	items.map(({ cameOn, wentOff }) =>
		[cameOn, wentOff].map((people) => (people as IDataObject[]).map(({ name }) => name)),
	);

describe('publishing', () => {
	it('starts nothing, and remembers who is on call', async () => {
		const host = await publish();
		expect(host.runs).toEqual([]);
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'GET',
				path: '/oncalls',
				query: { 'include[]': 'users', limit: '100', offset: '0' },
				headers: READ_HEADERS,
				body: undefined,
			},
		]);
		const { users, policies } = idsOf(on);
		const { places } = host.state as { places: { [place: string]: { there: object } } };
		expect(
			Object.fromEntries(Object.entries(places).map(([place, { there }]) => [place, there])),
		).toEqual({
			[weekly().id]: { [users['Jürgen Müßig']]: 'Jürgen Müßig' },
			[`${policies['Shop On-Call']} 2`]: { [users['Anna Schmidt']]: 'Anna Schmidt' },
			[`${policies['Platform On-Call']} 1`]: { [users['Priya Natarajan']]: 'Priya Natarajan' },
			[`${policies['Platform On-Call']} 2`]: { [users['Anna Schmidt']]: 'Anna Schmidt' },
			[`${policies['Last Resort']} 1`]: { [users['Jürgen Müßig']]: 'Jürgen Müßig' },
		});
		expect(await host.poll()).toEqual([]);
	});

	it('fails with words that say what to do', async () => {
		on.sandbox.fault('pagerDuty', {
			status: 403,
			body: { error: { message: 'Access Denied', code: 2010 } },
		});
		await expect(publish()).rejects.toMatchObject({
			message: expect.stringMatching(
				/^PagerDuty refused 'Publish': Access Denied\. The key is valid/,
			),
		});
	});

	it.each([
		[{ scope: 'schedules' }, "'Schedules' is empty"],
		[{ scope: 'escalationPolicies' }, "'Escalation Policies' is empty"],
		[{ scope: 'teams' }, `'Scope' cannot be "teams"`],
		[{ filters: { level: 0 } }, "'Level' cannot be 0"],
	])('refuses %j', async (parameters, message) => {
		await expect(publish(parameters)).rejects.toMatchObject({
			message: expect.stringContaining(message),
		});
		expect(on.requests()).toEqual([]);
	});
});

describe('a poll', () => {
	it('tells a rotation once: who came, who went, where, on which level, until when', async () => {
		const host = await publish();
		fill('Priya Natarajan');
		const before = Date.now();
		const items = await host.poll();
		const { policies, users } = idsOf(on);
		expect(items).toEqual([
			{
				provider: 'pagerduty',
				eventType: 'onCall.changed',
				eventTime: expect.any(String),
				cameOn: [person('Priya Natarajan', turn())],
				wentOff: [{ id: users['Jürgen Müßig'], name: 'Jürgen Müßig' }],
				onCall: [person('Priya Natarajan', turn())],
				isGap: false,
				until: weekly().end,
				level: 1,
				scheduleId: weekly().id,
				scheduleName: 'Shop Weekly',
				escalationPolicyId: null,
				escalationPolicyName: null,
				levels: [
					{
						escalationPolicyId: policies['Shop On-Call'],
						escalationPolicyName: 'Shop On-Call',
						level: 1,
					},
				],
			},
		]);
		expect(Math.abs(Date.parse(String(items[0].eventTime)) - before)).toBeLessThan(60_000);
		expect(await host.poll()).toEqual([]);
		expect(host.runs).toHaveLength(1);
	});

	it('tells the beginning and the end of an override', async () => {
		const host = await publish();
		const override = addOverride(store(), weekly().id, {
			start: new Date(Date.now() - 60_000).toISOString(),
			end: new Date(Date.now() + 3_600_000).toISOString(),
			userId: userOf('Anna Schmidt').id,
		});
		expect(moves(await host.poll())).toEqual([[['Anna Schmidt'], ['Jürgen Müßig']]]);
		expect(await host.poll()).toEqual([]);
		override.end = new Date(Date.now() - 1000).toISOString();
		expect(moves(await host.poll())).toEqual([[['Jürgen Müßig'], ['Anna Schmidt']]]);
	});

	it('tells a gap with the name of the place, and its end', async () => {
		const host = await publish();
		fill();
		const [gap] = await host.poll();
		expect(gap).toMatchObject({
			cameOn: [],
			wentOff: [{ name: 'Jürgen Müßig' }],
			onCall: [],
			isGap: true,
			until: null,
			level: 1,
			scheduleName: 'Shop Weekly',
		});
		expect(await host.poll()).toEqual([]);
		fill('Jürgen Müßig');
		expect(moves(await host.poll())).toEqual([[['Jürgen Müßig'], []]]);
	});

	it('tells what changes at the same time in one run, an item for each place', async () => {
		const { schedule } = dailyOf(on);
		Object.assign(schedule, { policyId: idsOf(on).policies['Last Resort'], level: 1 });
		const host = await publish();
		fill('Anna Schmidt');
		schedule.users = [referTo(userOf('Ops Bot'))];
		store().planning.overrides.clear();
		const items = await host.poll();
		expect(items.map(({ scheduleName }) => scheduleName)).toEqual([
			'Shop Weekly',
			'Platform Daily',
		]);
		expect(moves(items)).toEqual([
			[['Anna Schmidt'], ['Jürgen Müßig']],
			[['Ops Bot'], ['Jürgen Müßig']],
		]);
		expect(host.runs).toHaveLength(1);
	});

	it('says nothing about a turn that only becomes longer', async () => {
		const host = await publish();
		weekly().end = new Date(Date.now() + 20 * DAY).toISOString();
		expect(await host.poll()).toEqual([]);
	});

	it('reads all pages', async () => {
		const { escalationPolicies } = store();
		const [first] = escalationPolicies.values();
		for (let count = 0; count < 150; count += 1) {
			const id = `PMANY${count}`;
			const policy: EscalationPolicy = {
				...structuredClone(first),
				...{ id, name: id, summary: id },
			};
			policy.escalation_rules = [policy.escalation_rules[1]];
			escalationPolicies.set(id, policy);
		}
		const host = await publish();
		expect(on.requests().map(({ query }) => query.offset)).toEqual(['0', '100']);
		const last = escalationPolicies.get('PMANY149');
		if (last) last.escalation_rules[0].targets = [referTo(userOf('Ops Bot'))];
		const items = await host.poll();
		expect(moves(items)).toEqual([[['Ops Bot'], ['Anna Schmidt']]]);
		expect(items[0]).toMatchObject({ scheduleId: null, escalationPolicyId: 'PMANY149', level: 1 });
	});
});

describe('what is watched', () => {
	it('may be schedules', async () => {
		const host = await publish({
			scope: 'schedules',
			scheduleIds: rowsOfIds('scheduleId', [weekly().id]),
		});
		expect(on.requests()[0].query['schedule_ids[]']).toBe(weekly().id);
		expect(Object.keys(host.state.places as object)).toEqual([weekly().id]);
		fill('Anna Schmidt');
		expect(moves(await host.poll())).toEqual([[['Anna Schmidt'], ['Jürgen Müßig']]]);
	});

	it('may be escalation policies, by their levels', async () => {
		const policyId = idsOf(on).policies['Shop On-Call'];
		const host = await publish({
			scope: 'escalationPolicies',
			escalationPolicyIds: rowsOfIds('escalationPolicyId', [policyId]),
		});
		expect(on.requests()[0].query['escalation_policy_ids[]']).toBe(policyId);
		expect(Object.keys(host.state.places as object).sort()).toEqual([
			`${policyId} 1`,
			`${policyId} 2`,
		]);
		fill('Anna Schmidt');
		const [item] = await host.poll();
		expect(item).toMatchObject({
			scheduleId: null,
			escalationPolicyId: policyId,
			escalationPolicyName: 'Shop On-Call',
			level: 1,
		});
	});

	it('begins anew with another choice', async () => {
		const host = await publish();
		fill('Anna Schmidt');
		await host.change(
			setup({ scope: 'schedules', scheduleIds: rowsOfIds('scheduleId', [weekly().id]) }),
		);
		expect(host.runs).toEqual([]);
		fill('Priya Natarajan');
		expect(moves(await host.poll())).toEqual([[['Priya Natarajan'], ['Anna Schmidt']]]);
	});
});

describe('filters', () => {
	it.each<[string, IDataObject, boolean]>([
		['its level', { level: 1 }, true],
		['another level', { level: 2 }, false],
		['who comes', { userIds: 'Anna Schmidt' }, true],
		['who goes', { userIds: 'Jürgen Müßig' }, true],
		['somebody else', { userIds: 'Ops Bot' }, false],
		['gaps only', { gapsOnly: true }, false],
		['not gaps only', { gapsOnly: false }, true],
	])('by %s', async (_, { userIds, ...filters }, isPassed) => {
		const users = userIds ? { userIds: rowsOfIds('userId', [userOf(String(userIds)).id]) } : {};
		const host = await publish({ filters: { ...filters, ...users } });
		fill('Anna Schmidt');
		expect(await host.poll()).toHaveLength(isPassed ? 1 : 0);
		// It is done with, filtered or not.
		await host.change(setup());
		expect(await host.poll()).toEqual([]);
	});

	it('pass a gap', async () => {
		const host = await publish({ filters: { gapsOnly: true, level: 1 } });
		fill();
		expect(await host.poll()).toHaveLength(1);
	});
});

describe.each([
	['n8n of today', false],
	['n8n with durable cursors', true],
])('%s', (_, isDurable) => {
	it('tells nothing twice after a restart, and what has changed meanwhile once', async () => {
		const host = await publish({}, { isDurable });
		fill('Anna Schmidt');
		await host.poll();
		await host.restart();
		expect(host.runs).toHaveLength(1);
		fill('Priya Natarajan');
		await host.restart();
		expect(await host.poll()).toEqual([]);
		expect(host.runs.map((items) => moves(items.map(({ json }) => json)))).toEqual([
			[[['Anna Schmidt'], ['Jürgen Müßig']]],
			[[['Priya Natarajan'], ['Anna Schmidt']]],
		]);
	});

	it('leaves all to the next poll when one fails', async () => {
		const host = await publish({}, { isDurable });
		fill('Anna Schmidt');
		const body = { error: { message: 'Access Denied', code: 2010 } };
		on.sandbox.fault('pagerDuty', { status: 403, body, times: 2 });
		for (let count = 0; count < 2; count += 1) {
			await expect(host.poll()).rejects.toMatchObject({
				message: expect.stringContaining("PagerDuty refused 'Look who is on call': Access Denied"),
				description: expect.stringContaining('Nothing is lost'),
			});
		}
		expect(moves(await host.poll())).toEqual([[['Anna Schmidt'], ['Jürgen Müßig']]]);
		expect(await host.poll()).toEqual([]);
	});
});

describe('by hand', () => {
	it('shows who is on call, and changes nothing', async () => {
		const host = await publish();
		const { state } = host;
		fill('Anna Schmidt');
		const items = (await host.test()) ?? [];
		expect(items).toHaveLength(5);
		const shown = items.find(({ scheduleName }) => scheduleName === 'Shop Weekly');
		expect(shown).toMatchObject({ cameOn: [], wentOff: [], onCall: [{ name: 'Anna Schmidt' }] });
		expect(host.state).toEqual(state);
		expect(moves(await host.poll())).toEqual([[['Anna Schmidt'], ['Jürgen Müßig']]]);
	});

	it('says that nobody is on call', async () => {
		for (const policy of store().escalationPolicies.values()) policy.escalation_rules = [];
		const host = await publish();
		await expect(host.test()).rejects.toMatchObject({ message: 'There is nothing to show yet' });
	});
});

it('signs in with OAuth2 as well', async () => {
	const { pagerDutyIncidentsOAuth2Api } = on.sandbox.credentials;
	const host = await publish(
		{ authentication: 'oAuth2' },
		{ credentials: { pagerDutyIncidentsOAuth2Api } as PollSetup['credentials'] },
	);
	expect(host.runs).toEqual([]);
	const asked = on.requests().find(({ path }) => path === '/oncalls');
	expect(asked?.headers.authorization).toMatch(/^Bearer pd-access-/);
});
