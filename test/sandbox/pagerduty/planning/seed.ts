import { wholeSeconds } from '../../core/ids';
import { referTo } from '../references';
import type { Schedule } from '../details/types';
import { named } from '../named';
import type { PagerDutyStore, Service, User } from '../types';
import { addOverride } from './overrides';
import type { Planning } from './types';
import { addWindow } from './windows';

const day = 86_400_000;

export function emptyPlanning(): Planning {
	return { windows: new Map(), overrides: new Map(), resolutions: new Map(), made: 0 };
}

/** Windows of each state: more are past than a page holds. */
export function seedPlanning(store: PagerDutyStore): void {
	const { clock, users } = store;
	const [checkout, search, , reports, old] = [...store.services.values()];
	const [bot, juergen] = [...users.values()];
	const now = clock.now();
	const plan = (about: string, services: Service[], from: number, to: number) =>
		addWindow(store, {
			description: about,
			services: services.map(referTo),
			start_time: wholeSeconds(now + from * day),
			end_time: wholeSeconds(now + to * day),
			created_by: referTo(about ? juergen : bot),
		});
	for (let week = 110; week > 0; week -= 1)
		plan('Weekly backup', [reports], -7 * week, 0.1 - 7 * week);
	plan('', [checkout, search], -2, -1.9);
	plan('Clearing out the old shop', [old], -1, 6);
	plan('Datenbank „Artikel“ wird umgezogen', [search], 3, 3.5);
	seedSchedules(store);
}

/** Two more schedules, of which no policy makes use, and overrides of each state. */
function seedSchedules(store: PagerDutyStore): void {
	const { clock, details, users } = store;
	const [bot, juergen, anna, priya] = [...users.values()];
	const now = clock.now();
	const at = (days: number) => wholeSeconds(now + days * day);
	const schedule = (name: string, turns: User[], start: number, end: number): Schedule => ({
		...named('schedule', name),
		policyId: '',
		level: 1,
		start: at(start),
		end: at(end),
		users: turns.map(referTo),
	});
	const daily = schedule('Platform Daily', [priya, anna, bot], -0.5, 0.5);
	const monthly = schedule('Störungsdienst', [juergen], -10, 20);
	for (const one of [daily, monthly]) details.schedules.set(one.id, one);
	const override = (from: number, to: number, { id }: User) =>
		addOverride(store, daily.id, { start: at(from), end: at(to), userId: id });
	override(-3, -2.5, juergen);
	override(-0.25, 0.25, juergen);
	override(2, 2.25, bot);
}
