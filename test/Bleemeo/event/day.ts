import type { IDataObject } from 'n8n-workflow';

export const [OK, WARNING, CRITICAL, UNKNOWN, INFO] = [0, 1, 2, 3, 10];
export const [HOUR, MINUTE] = [3_600_000, 60_000];

/** The day of all tests; the period is the whole of it unless told otherwise. */
export const DAY = '2026-04-15';
export const at = (time: string) => Date.parse(`${DAY}T${time}Z`);
export const PERIOD = { since: at('00:00:00'), until: at('00:00:00') + 24 * HOUR };

let count = 0;
/** An event of a thread: its status at a time such as `08:30`. */
export function event(thread: string | null, status: number, time: string, more: IDataObject = {}) {
	count += 1;
	const happened_at = time.includes('T') ? time : `${DAY}T${time}:00Z`;
	return {
		id: `event-${count}`,
		agent: 'agent-1',
		metric: 'metric-1',
		thread_id: thread,
		status,
		happened_at,
		created_at: happened_at,
		...more,
	};
}
