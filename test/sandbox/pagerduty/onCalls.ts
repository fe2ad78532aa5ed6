import { queryList, queryValue } from '../core/request';
import { get } from '../core/router';
import type { Route } from '../core/router';
import type { JsonObject, Query } from '../core/types';
import type { PagerDutyContext } from './auth';
import { invalidInput, refuse } from './errors';
import { anyOf, classicPage, containsText } from './query';
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

/** Policies by name, levels from the highest: nobody may count on an order. */
function allOnCalls({ escalationPolicies, details }: PagerDutyStore): OnCall[] {
	return [...escalationPolicies.values()].flatMap((policy) =>
		policy.escalation_rules
			.flatMap(({ targets }, index) =>
				targets.map((user) => {
					const schedule = [...details.schedules.values()].find(
						(one) => one.policyId === policy.id && one.level === index + 1,
					);
					return {
						user,
						schedule: schedule ? referTo(schedule) : null,
						escalation_policy: referTo(policy),
						escalation_level: index + 1,
						start: schedule?.start ?? null,
						end: schedule?.end ?? null,
					};
				}),
			)
			.reverse(),
	);
}

/** Who is on call, and the schedules. */
export const onCallRoutes: Array<Route<PagerDutyContext>> = [
	get('/oncalls', ({ store }, request) => {
		const { query } = request;
		const now = store.clock.now();
		const since = readTime(query, 'since', now);
		const until = readTime(query, 'until', Math.max(now, since));
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
				(one.end === null || Date.parse(one.end) >= since),
		);
		return classicPage(request, 'oncalls', found, (one) => ({
			...one,
			user: whole(one.user, 'users'),
			escalation_policy: whole(one.escalation_policy, 'escalation_policies'),
		}));
	}),
	get('/schedules', ({ store }, request) => {
		const found = [...store.details.schedules.values()].filter(({ name }) =>
			containsText(name, request.query),
		);
		return classicPage(request, 'schedules', found, (schedule) => ({
			...referTo(schedule),
			type: 'schedule',
			name: schedule.name,
		}));
	}),
];
