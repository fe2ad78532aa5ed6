import type { Span } from '../../core/timeline';
import { notPermitted, refuse } from '../errors';

export interface DateFilter {
	type: 'preset' | 'range';
	after?: string;
	before?: string;
	preset_type?: 'last_n_days' | 'next_n_days';
	days?: number;
}

const day = 86_400_000;

/** From when to when a filter reaches. */
export function dateSpan(field: string, filter: DateFilter, now: number): Span {
	const { after, before, preset_type, days, type } = filter;
	const foreign = type === 'range' ? (preset_type ?? days) : (after ?? before);
	if (foreign !== undefined) {
		throw refuse(400, 'invalid_field', `${field} mixes range and preset`, { field_name: field });
	}
	let from = after === undefined ? -Infinity : Date.parse(after);
	let to = before === undefined ? Infinity : Date.parse(before);
	if (type === 'preset') {
		if (preset_type === undefined || days === undefined || days < 1) {
			throw notPermitted(field, 'a preset needs preset_type and days');
		}
		from = preset_type === 'last_n_days' ? now - days * day : now;
		to = preset_type === 'last_n_days' ? now : now + days * day;
	}
	return { from, to };
}

/** A test for one date; both ends of a range belong to it. */
export function dateTest(...filter: Parameters<typeof dateSpan>) {
	const { from, to } = dateSpan(...filter);
	return (date: string | undefined): boolean => {
		if (date === undefined) return false;
		const time = Date.parse(date);
		return time >= from && time <= to;
	};
}
