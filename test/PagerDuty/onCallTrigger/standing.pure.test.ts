import type { IDataObject } from 'n8n-workflow';

import { standingOf, toItem } from '../../../nodes/PagerDuty/onCallTrigger/standing';
import { changesSince } from '../../../nodes/shared/trigger/watch';

const now = Date.parse('2026-04-15T12:00:00Z');
const row = (user: string, level: number, policy: string, more = {}): IDataObject => ({
	user: { id: user, summary: `User ${user}`, email: `${user}@example.com` },
	escalation_level: level,
	escalation_policy: { id: policy, summary: `Policy ${policy}` },
	schedule: null,
	start: '2026-04-15T00:00:00Z',
	end: '2026-04-16T00:00:00Z',
	...more,
});
const onSchedule = { schedule: { id: 'S', summary: 'Weekly' } };
const there = (rows: IDataObject[], byPolicy = false) =>
	standingOf(rows, byPolicy, now).map((one) => [one.place, Object.keys(one.there)]);

describe('who is where', () => {
	it('takes a schedule that fills several levels for one place', () => {
		const rows = [row('A', 1, 'P', onSchedule), row('A', 2, 'Q', onSchedule), row('B', 2, 'P')];
		expect(there(rows)).toEqual([
			['S', ['A']],
			['P 2', ['B']],
		]);
		expect(there(rows, true)).toEqual([
			['P 1', ['A']],
			['Q 2', ['A']],
			['P 2', ['B']],
		]);
	});

	it('takes several schedules on a level for one place of a policy', () => {
		const rows = [row('A', 1, 'P', onSchedule), row('B', 1, 'P', { schedule: { id: 'T' } })];
		expect(there(rows, true)).toEqual([['P 1', ['A', 'B']]]);
	});

	it.each([
		['hands over', [row('A', 1, 'P', { end: '2026-04-15T12:00:00Z' }), row('B', 1, 'P')], ['B']],
		['is over by our clock alone', [row('A', 1, 'P', { end: '2026-04-15T11:59:50Z' })], ['A']],
		['begins by our clock later', [row('A', 1, 'P', { start: '2026-04-15T12:00:10Z' })], ['A']],
		['is there at all times', [row('A', 1, 'P', { start: null, end: null })], ['A']],
	])('knows who %s', (_, rows, expected) => expect(there(rows)).toEqual([['P 1', expected]]));

	it('passes over what names nobody', () =>
		expect(there([row('A', 1, 'P', { user: {} })])).toEqual([]));
});

describe('what is different', () => {
	const before = (rows: IDataObject[]) => ({
		scope: '',
		places: Object.fromEntries(standingOf(rows, false, now).map((one) => [one.place, one])),
	});
	const moves = (one: IDataObject[], other: IDataObject[]) =>
		changesSince(before(one), standingOf(other, false, now)).map(({ place, came, went }) => ({
			place,
			came,
			went: went.map(({ id }) => id),
		}));

	it.each([
		['nothing', [row('A', 1, 'P')], [row('A', 1, 'P', { end: '2026-05-01T00:00:00Z' })], []],
		[
			'a rotation',
			[row('A', 1, 'P')],
			[row('B', 1, 'P')],
			[{ place: 'P 1', came: ['B'], went: ['A'] }],
		],
		[
			'one more',
			[row('A', 1, 'P')],
			[row('A', 1, 'P'), row('B', 1, 'P')],
			[{ place: 'P 1', came: ['B'], went: [] }],
		],
		['a gap', [row('A', 1, 'P')], [], [{ place: 'P 1', came: [], went: ['A'] }]],
		['the end of a gap', [], [row('A', 1, 'P')], [{ place: 'P 1', came: ['A'], went: [] }]],
		[
			'two at once',
			[row('A', 1, 'P'), row('B', 2, 'P')],
			[row('B', 1, 'P'), row('A', 2, 'P')],
			[
				{ place: 'P 1', came: ['B'], went: ['A'] },
				{ place: 'P 2', came: ['A'], went: ['B'] },
			],
		],
	])('%s', (_, one, other, expected) => expect(moves(one, other)).toEqual(expected));
});

describe('an item', () => {
	const itemOf = (rows: IDataObject[], came: string[] = []) => {
		const [standing] = standingOf(rows, false, now);
		return toItem({ ...standing, came, went: [{ id: 'Z', name: 'Zoe' }] }, '2026-04-15T12:00:00Z');
	};

	it('names the place, who came, who went, and until when', () =>
		expect(
			itemOf(
				[
					row('A', 2, 'P', { ...onSchedule, end: '2026-04-17T00:00:00Z' }),
					row('A', 1, 'Q', onSchedule),
					row('B', 1, 'Q', { ...onSchedule, start: null, end: null }),
				],
				['A'],
			),
		).toEqual({
			provider: 'pagerduty',
			eventType: 'onCall.changed',
			eventTime: '2026-04-15T12:00:00Z',
			cameOn: [
				{
					id: 'A',
					name: 'User A',
					email: 'A@example.com',
					start: '2026-04-15T00:00:00Z',
					until: '2026-04-17T00:00:00Z',
				},
			],
			wentOff: [{ id: 'Z', name: 'Zoe' }],
			onCall: [
				expect.objectContaining({ id: 'A' }),
				{ id: 'B', name: 'User B', email: 'B@example.com', start: null, until: null },
			],
			isGap: false,
			until: '2026-04-17T00:00:00Z',
			level: 1,
			scheduleId: 'S',
			scheduleName: 'Weekly',
			escalationPolicyId: null,
			escalationPolicyName: null,
			levels: [
				{ escalationPolicyId: 'Q', escalationPolicyName: 'Policy Q', level: 1 },
				{ escalationPolicyId: 'P', escalationPolicyName: 'Policy P', level: 2 },
			],
		}));

	it('of a gap has the same keys', () => {
		const gap = toItem({ place: 'P 1', about: {}, there: {}, rows: [], came: [], went: [] }, 'x');
		expect(Object.keys(gap)).toEqual(Object.keys(itemOf([row('A', 1, 'P')])));
		expect(gap).toMatchObject({
			isGap: true,
			until: null,
			level: null,
			onCall: [],
			scheduleId: null,
		});
	});
});
