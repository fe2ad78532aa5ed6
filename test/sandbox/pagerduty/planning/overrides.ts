import { queryValue } from '../../core/request';
import { get, post } from '../../core/router';
import type { Route } from '../../core/router';
import { wholeSeconds } from '../../core/ids';
import { check, dateTime, formatted, oneOf, required, text } from '../../core/shape';
import type { JsonObject } from '../../core/types';
import { requireWriteAccess } from '../auth';
import type { PagerDutyContext } from '../auth';
import { invalidInput, notFound, refuse } from '../errors';
import { readBody } from '../incidents/find';
import { idOf } from '../named';
import { referTo } from '../references';
import type { PagerDutyStore } from '../types';
import { readFlag, readRange, findSchedule } from './schedules';
import type { Override } from './types';

const wanted = {
	kind: 'object' as const,
	members: {
		start: required(formatted(dateTime)),
		end: required(formatted(dateTime)),
		user: required({
			kind: 'object' as const,
			members: { id: required(text), type: required(oneOf('user_reference')) },
		}),
	},
};

function overridesOf({ planning }: PagerDutyStore, scheduleId: string): Override[] {
	const known = planning.overrides.get(scheduleId) ?? [];
	planning.overrides.set(scheduleId, known);
	return known;
}

/** Files an override. */
export function addOverride(
	store: PagerDutyStore,
	scheduleId: string,
	{ start, end, userId }: { start: string; end: string; userId: string },
): Override {
	const user = store.users.get(userId);
	if (!user) throw notFound();
	const override: Override = {
		id: idOf('override', String((store.planning.made += 1))),
		start,
		end,
		user: referTo(user),
	};
	overridesOf(store, scheduleId).push(override);
	return override;
}

/** What is wrong with one of several: PagerDuty answers for each of them. */
function complaintsOf(store: PagerDutyStore, one: unknown): string[] {
	const problems = check(one, wanted).filter(({ reason }) => reason !== 'unknown');
	if (problems.length) return problems.map(({ path }) => `${path.join(' ')} is invalid`);
	const { start, end, user } = one as { start: string; end: string; user: { id: string } };
	if (Date.parse(end) <= Date.parse(start)) return ['Override must end after its start'];
	if (Date.parse(end) <= store.clock.now()) return ['Override must end in the future'];
	return store.users.has(user.id) ? [] : ['User Not Found'];
}

/** Overrides of a schedule. The list has no pages. */
export const overrideRoutes: Array<Route<PagerDutyContext>> = [
	get('/schedules/{id}/overrides', ({ store }, { query }, { id }) => {
		findSchedule(store, id);
		if (!queryValue(query, 'since') || !queryValue(query, 'until')) {
			throw refuse(400, 2003, 'Missing Since/Until Parameters');
		}
		const range = readRange(query);
		const { from, until } = range ?? { from: 0, until: 0 };
		const mayOverflow = readFlag(query, 'overflow');
		const isEditable = query.editable !== undefined;
		const now = store.clock.now();
		const overrides = overridesOf(store, id)
			.map((one) => ({ ...one, from: Date.parse(one.start), until: Date.parse(one.end) }))
			.filter((one) => one.from < until && one.until > from && (!isEditable || one.from > now))
			.map(
				({ id: overrideId, from: start, until: end, user }): JsonObject => ({
					id: overrideId,
					start: wholeSeconds(mayOverflow ? start : Math.max(start, from)),
					end: wholeSeconds(mayOverflow ? end : Math.min(end, until)),
					user,
				}),
			);
		// 201 is what the file documents.
		return { status: 201, body: { overrides } };
	}),
	post('/schedules/{id}/overrides', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		findSchedule(store, id);
		const { overrides } = readBody(request);
		if (!Array.isArray(overrides) || !overrides.length) {
			throw invalidInput('Overrides cannot be empty.');
		}
		const results = (overrides as JsonObject[]).map((one) => {
			const errors = complaintsOf(store, one);
			if (errors.length) return { status: 400, errors, override: one };
			const { start, end, user } = one as { start: string; end: string; user: { id: string } };
			const begins = Math.max(Date.parse(start), store.clock.now());
			const override = addOverride(store, id, {
				start: wholeSeconds(begins),
				end: wholeSeconds(Date.parse(end)),
				userId: user.id,
			});
			return { status: 201, override };
		});
		return { status: 201, body: results };
	}),
	{
		method: 'DELETE',
		path: '/schedules/{id}/overrides/{override_id}',
		handle: ({ store, caller }, _request, { id, override_id }) => {
			requireWriteAccess(caller);
			findSchedule(store, id);
			const overrides = overridesOf(store, id);
			const place = overrides.findIndex((one) => one.id === override_id);
			if (place < 0) throw notFound();
			const override = overrides[place];
			const now = store.clock.now();
			if (Date.parse(override.end) <= now) {
				throw invalidInput('Cannot delete an override from the past');
			}
			if (Date.parse(override.start) <= now) {
				override.end = wholeSeconds(now);
				return { status: 200 };
			}
			overrides.splice(place, 1);
			return { status: 204 };
		},
	},
];
