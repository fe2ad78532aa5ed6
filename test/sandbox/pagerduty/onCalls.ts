import { wholeSeconds } from '../core/ids';
import { queryList, queryValue } from '../core/request';
import { get } from '../core/router';
import type { Route } from '../core/router';
import type { JsonObject, Query } from '../core/types';
import type { PagerDutyContext } from './auth';
import type { Schedule } from './details/types';
import { invalidInput, refuse } from './errors';
import { finalTurns } from './planning/schedules';
import { anyOf, classicPage } from './query';
import { expand, referTo } from './references';
import type { PagerDutyStore, Reference } from './types';

const farthest = 90 * 86_400_000;
const includable = ['escalation_policies', 'users', 'schedules'];

interface OnCall extends JsonObject {
	user: Reference;
	schedule: Reference | null;
	escalation_policy: Reference;
	escalation_level: number;
	start: string | null;
	end: string | null;
}

function readTime(query: Query, name: string, now: number): number {
	const text = queryValue(query, name);
	if (text === undefined || text === '') return now;
	const time = Date.parse(text);
	if (Number.isNaN(time)) throw refuse(400, 2004, 'Invalid Since/Until Parameter');
	if (time > now + farthest + 60_000) throw invalidInput(`${name} is more than 90 days ahead.`);
	return time;
}

/** Who is on call by a schedule: this turn and the next one of the same length, and what overrides them. */
function shiftsOf(
	store: PagerDutyStore,
	schedule: Schedule,
): Array<Pick<OnCall, 'start' | 'end' | 'user'>> {
	const [from, end] = [Date.parse(schedule.start), Date.parse(schedule.end)];
	return finalTurns(store, schedule, from, 2 * end - from).map((turn) => ({
		user: turn.user,
		start: wholeSeconds(turn.start),
		end: wholeSeconds(turn.end),
	}));
}

/** Policies by name, levels from the highest: nobody may count on an order. */
function allOnCalls(store: PagerDutyStore): OnCall[] {
	const { escalationPolicies, details } = store;
	return [...escalationPolicies.values()].flatMap((policy) =>
		policy.escalation_rules
			.flatMap(({ targets }, index) => {
				const schedule = [...details.schedules.values()].find(
					(one) => one.policyId === policy.id && one.level === index + 1,
				);
				const shifts = schedule
					? shiftsOf(store, schedule)
					: targets.map((user) => ({ user, start: null, end: null }));
				return shifts.map((shift) => ({
					...shift,
					schedule: schedule ? referTo(schedule) : null,
					escalation_policy: referTo(policy),
					escalation_level: index + 1,
				}));
			})
			.reverse(),
	);
}

/** The first shift of each user on each level of each policy. */
function earliestOf(found: OnCall[]): OnCall[] {
	const first = new Map<string, OnCall>();
	for (const one of found) {
		const key = [one.escalation_policy.id, one.escalation_level, one.user.id].join(' ');
		const known = first.get(key);
		if (!known || (one.start ?? '') < (known.start ?? '')) first.set(key, one);
	}
	return [...first.values()];
}

/** Who is on call. */
export const onCallRoutes: Array<Route<PagerDutyContext>> = [
	get('/oncalls', ({ store }, request) => {
		const { query } = request;
		const now = store.clock.now();
		const since = readTime(query, 'since', now);
		const until = readTime(query, 'until', now);
		if (until < since) throw refuse(400, 2004, 'Invalid Since/Until Parameter');
		const earliest = queryValue(query, 'earliest') ?? 'false';
		if (!['true', 'false'].includes(earliest)) throw invalidInput('earliest must be a boolean.');
		const includes = queryList(query, 'include[]');
		if (includes.some((one) => !includable.includes(one))) throw invalidInput('Unknown include.');
		const whole = (reference: Reference, name: string) =>
			includes.includes(name) ? expand(store, reference) : reference;
		const found = allOnCalls(store).filter(
			(one) =>
				anyOf(query, 'user_ids[]', [one.user.id]) &&
				anyOf(query, 'escalation_policy_ids[]', [one.escalation_policy.id]) &&
				anyOf(query, 'schedule_ids[]', one.schedule ? [one.schedule.id] : []) &&
				(one.start === null || Date.parse(one.start) <= until) &&
				(one.end === null || Date.parse(one.end) > since),
		);
		return classicPage(
			request,
			'oncalls',
			earliest === 'true' ? earliestOf(found) : found,
			(one) => ({
				...one,
				user: whole(one.user, 'users'),
				escalation_policy: whole(one.escalation_policy, 'escalation_policies'),
				schedule: one.schedule && whole(one.schedule, 'schedules'),
			}),
		);
	}),
];
