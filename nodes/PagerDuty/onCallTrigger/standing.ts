import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asText } from '../../shared/ground/values';
import type { Change, Standing } from '../../shared/trigger/watch';
import { namedIn } from '../api/record';

const timeOf = (value: unknown) => Date.parse(asText(value) ?? '');
const idIn = (reference: unknown) => asText(asObject(reference).id);

/**
 * Where somebody is on call: a level of a policy, or the schedule that it comes from, which may fill levels of
 * several policies.
 */
function placeOf(row: IDataObject, byPolicy: boolean): string {
	const schedule = byPolicy ? undefined : idIn(row.schedule);
	return schedule ?? `${idIn(row.escalation_policy) ?? ''} ${String(row.escalation_level)}`;
}

/** What is known of a place, whoever is there. */
function aboutOf(row: IDataObject, byPolicy: boolean): IDataObject {
	const schedule = byPolicy ? null : namedIn(row.schedule);
	const policy = schedule ? null : namedIn(row.escalation_policy);
	return {
		scheduleId: schedule?.id ?? null,
		scheduleName: schedule?.name ?? null,
		escalationPolicyId: policy?.id ?? null,
		escalationPolicyName: policy?.name ?? null,
	};
}

/**
 * Who is on call at each place. While one hands over to another PagerDuty may list both: who is over counts no more
 * then. That nobody is there only PagerDuty says, for its clock is not ours. Pure.
 * @param byPolicy true where levels of policies are watched, not schedules
 */
export function standingOf(rows: IDataObject[], byPolicy: boolean, now: number): Standing[] {
	const places = new Map<string, IDataObject[]>();
	for (const row of rows) {
		if (idIn(row.user) === undefined) continue;
		const place = placeOf(row, byPolicy);
		places.set(place, [...(places.get(place) ?? []), row]);
	}
	return [...places].map(([place, all]) => {
		const left = all.filter(({ end }) => !(timeOf(end) <= now));
		const present = left.length ? left : all;
		const named = present.map(({ user }) => [idIn(user), namedIn(user)?.name ?? idIn(user)]);
		return {
			place,
			about: { ...aboutOf(present[0], byPolicy), levels: levelsIn(present) },
			there: Object.fromEntries(named) as Standing['there'],
			rows: present,
		};
	});
}

/** The levels that a place fills, each once. */
function levelsIn(rows: IDataObject[]): IDataObject[] {
	const levels = rows.map(({ escalation_policy, escalation_level }) => {
		const policy = namedIn(escalation_policy);
		return {
			escalationPolicyId: policy?.id ?? null,
			escalationPolicyName: policy?.name ?? null,
			level: asNumber(escalation_level) ?? null,
		};
	});
	const byKey = new Map(levels.map((one) => [`${one.escalationPolicyId} ${one.level}`, one]));
	return [...byKey.values()].sort((one, other) => (one.level ?? 0) - (other.level ?? 0));
}

/** Somebody who is on call: until when counts the last of their on-calls, null for ever. */
function personOf(id: string, rows: IDataObject[]): IDataObject {
	const own = rows.filter(({ user }) => idIn(user) === id);
	const times = (name: 'start' | 'end') => own.map((row) => asText(row[name]) ?? null);
	const [starts, ends] = [times('start'), times('end')];
	const latest = (all: Array<string | null>) =>
		all.reduce((one, other) => (timeOf(other) > timeOf(one) ? other : one), all[0] ?? null);
	const earliest = (all: Array<string | null>) =>
		all.reduce((one, other) => (timeOf(other) < timeOf(one) ? other : one), all[0] ?? null);
	const user = asObject(own[0]?.user);
	return {
		id,
		name: namedIn(user)?.name ?? null,
		email: asText(user.email) ?? null,
		start: starts.includes(null) ? null : earliest(starts),
		until: ends.includes(null) ? null : latest(ends),
	};
}

/** The item of a change: who came on, who went off, who is on call now, where, on which levels, until when. Pure. */
export function toItem({ about, there, rows, came, went }: Change, now: string): IDataObject {
	const onCall = Object.keys(there).map((id) => personOf(id, rows));
	const ends = onCall.flatMap(({ until }) => asText(until) ?? []);
	const [first = null] = ends.sort((one, other) => timeOf(one) - timeOf(other));
	const levels = (about.levels ?? []) as IDataObject[];
	const [only] = levels;
	return {
		provider: 'pagerduty',
		eventType: 'onCall.changed',
		eventTime: now,
		cameOn: onCall.filter(({ id }) => came.includes(String(id))),
		wentOff: went.map(({ id, name }) => ({ id, name })),
		onCall,
		isGap: onCall.length === 0,
		until: first,
		level: levels.length ? (only.level ?? null) : null,
		...{ scheduleId: about.scheduleId ?? null, scheduleName: about.scheduleName ?? null },
		escalationPolicyId: about.escalationPolicyId ?? null,
		escalationPolicyName: about.escalationPolicyName ?? null,
		levels,
	};
}
