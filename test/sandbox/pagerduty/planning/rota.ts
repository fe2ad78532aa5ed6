import { wholeSeconds } from '../../core/ids';
import type { Schedule } from '../details/types';
import type { Reference } from '../types';
import type { Override } from './types';

/** Somebody's turn, in milliseconds since the epoch. */
export interface Turn {
	start: number;
	end: number;
	user: Reference;
}

/** The turns of a schedule that touch a time: its users take turns of one length, for ever. */
export function turnsOf(
	{ start, end }: Schedule,
	users: Reference[],
	from: number,
	until: number,
): Turn[] {
	const first = Date.parse(start);
	const length = Date.parse(end) - first;
	const turns: Turn[] = [];
	if (!users.length || length <= 0) return turns;
	const begin = Math.floor((from - first) / length);
	for (let turn = begin; first + turn * length < until; turn += 1) {
		const place = ((turn % users.length) + users.length) % users.length;
		const at = first + turn * length;
		turns.push({ start: at, end: at + length, user: users[place] });
	}
	return turns;
}

/** The turns with the overrides on top: the one that was made last wins. */
export function withOverrides(turns: Turn[], overrides: Override[]): Turn[] {
	const laid = overrides.reduce((below, { start, end, user }) => {
		const [from, until] = [Date.parse(start), Date.parse(end)];
		const left = below.flatMap((turn) => [
			...(turn.start < from ? [{ ...turn, end: Math.min(turn.end, from) }] : []),
			...(turn.end > until ? [{ ...turn, start: Math.max(turn.start, until) }] : []),
		]);
		return [...left, { start: from, end: until, user }];
	}, turns);
	return laid.sort((one, other) => one.start - other.start);
}

/** Turns as entries of a time, cut at its ends unless they may reach over them. */
export function entriesOf(turns: Turn[], from: number, until: number, mayOverflow: boolean) {
	return turns
		.filter(({ start, end }) => start < until && end > from)
		.map(({ start, end, user }) => ({
			start: wholeSeconds(mayOverflow ? start : Math.max(start, from)),
			end: wholeSeconds(mayOverflow ? end : Math.min(end, until)),
			user,
		}));
}
