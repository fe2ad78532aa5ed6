import { queryList, queryValue } from '../../core/request';
import { get } from '../../core/router';
import type { Route } from '../../core/router';
import { dateTime } from '../../core/shape';
import type { JsonObject, Query } from '../../core/types';
import type { PagerDutyContext } from '../auth';
import type { Schedule } from '../details/types';
import { invalidInput, missingAbility, notFound, refuse } from '../errors';
import { anyOf, classicPage, containsText } from '../query';
import { referTo, shownSchedule } from '../references';
import type { PagerDutyStore, Reference } from '../types';
import { entriesOf, turnsOf, withOverrides, type Turn } from './rota';

const fortnight = 14 * 86_400_000;
const parts = ['schedule_layers', 'overrides_subschedule', 'final_schedule'];

export function findSchedule({ details }: PagerDutyStore, id: string): Schedule {
	const schedule = details.schedules.get(id);
	if (!schedule) throw notFound();
	return schedule;
}

/** Who takes turns: its own users, or those of the level that it fills. */
export function usersOf({ escalationPolicies }: PagerDutyStore, schedule: Schedule): Reference[] {
	const policy = escalationPolicies.get(schedule.policyId);
	return schedule.users ?? policy?.escalation_rules[schedule.level - 1]?.targets ?? [];
}

/** What a schedule comes to in a time. */
export function finalTurns(
	store: PagerDutyStore,
	schedule: Schedule,
	from: number,
	until: number,
): Turn[] {
	const overrides = store.planning.overrides.get(schedule.id) ?? [];
	return withOverrides(turnsOf(schedule, usersOf(store, schedule), from, until), overrides);
}

/** A time, or undefined; both ends of a range follow from one of them. */
export function readRange(query: Query): { from: number; until: number } | undefined {
	const [since, until] = ['since', 'until'].map((name) => {
		const value = queryValue(query, name);
		if (value === undefined) return undefined;
		if (!dateTime.test(value)) throw refuse(400, 2004, 'Invalid Since/Until Parameter');
		return Date.parse(value);
	});
	if (since === undefined && until === undefined) return;
	const range = {
		from: since ?? Number(until) - fortnight,
		until: until ?? Number(since) + fortnight,
	};
	if (range.until <= range.from) throw refuse(400, 2004, 'Invalid Since/Until Parameter');
	return range;
}

export function readFlag(query: Query, name: string): boolean {
	const value = queryValue(query, name) ?? 'false';
	if (!['true', 'false'].includes(value)) throw invalidInput(`${name} must be a boolean.`);
	return value === 'true';
}

function render(
	store: PagerDutyStore,
	schedule: Schedule,
	query: Query,
	shown: string[],
): JsonObject {
	const range = readRange(query);
	const mayOverflow = readFlag(query, 'overflow');
	const overrides = store.planning.overrides.get(schedule.id) ?? [];
	const rendered = (turns: (from: number, until: number) => Turn[]) =>
		range
			? {
					rendered_schedule_entries: entriesOf(
						turns(range.from, range.until),
						range.from,
						range.until,
						mayOverflow,
					),
					rendered_coverage_percentage: 100,
				}
			: { rendered_schedule_entries: [] };
	const users = usersOf(store, schedule);
	const policy = store.escalationPolicies.get(schedule.policyId);
	const nextFor = queryValue(query, 'include_next_oncall_for_user');
	const now = store.clock.now();
	const next = nextFor
		? finalTurns(store, schedule, now, now + 90 * 86_400_000).find(
				({ user, end }) => user.id === nextFor && end > now,
			)
		: undefined;
	const whole: JsonObject = {
		schedule_layers: [
			{
				id: `${schedule.id}L`,
				name: 'Layer 1',
				start: schedule.start,
				rotation_virtual_start: schedule.start,
				rotation_turn_length_seconds:
					(Date.parse(schedule.end) - Date.parse(schedule.start)) / 1000,
				users: users.map((user) => ({ user })),
				restrictions: [],
				...rendered((from, until) => turnsOf(schedule, users, from, until)),
			},
		],
		overrides_subschedule: {
			name: 'Overrides',
			...rendered(() => withOverrides([], overrides)),
		},
		final_schedule: {
			name: 'Final Schedule',
			...rendered((from, until) => finalTurns(store, schedule, from, until)),
		},
	};
	return {
		...shownSchedule(schedule),
		...Object.fromEntries(Object.entries(whole).filter(([name]) => shown.includes(name))),
		escalation_policies: policy ? [referTo(policy)] : [],
		users: [...new Map(users.map((user) => [user.id, user])).values()],
		teams: policy?.teams ?? [],
		...(next
			? {
					next_oncall_for_user: {
						start: new Date(next.start).toISOString(),
						end: new Date(next.end).toISOString(),
						user: next.user,
					},
				}
			: {}),
	};
}

/** Schedules and what they come to, and the policies that use them. */
export const scheduleRoutes: Array<Route<PagerDutyContext>> = [
	get('/schedules', ({ store }, request) => {
		const { query } = request;
		const includes = queryList(query, 'include[]');
		if (includes.some((one) => !parts.includes(one))) throw invalidInput('Unknown include.');
		if (queryList(query, 'team_ids[]').length > 0 && !store.abilities.has('teams')) {
			throw missingAbility('teams');
		}
		const found = [...store.details.schedules.values()].filter((schedule) => {
			const teams = store.escalationPolicies.get(schedule.policyId)?.teams ?? [];
			const ids = teams.map(({ id }) => id);
			return containsText(schedule.name, query) && anyOf(query, 'team_ids[]', ids);
		});
		return classicPage(request, 'schedules', found, (one) => render(store, one, query, includes));
	}),
	get('/schedules/{id}', ({ store }, { query }, { id }) => {
		const schedule = render(store, findSchedule(store, id), query, parts);
		return { status: 200, body: { schedule } };
	}),
];
