import { statusLabel } from '../api/record';

/** The status numbers of an event as options. docs/facts/bleemeo.md#status-numbers. */
export const STATUSES = [2, 10, 0, 3, 1].map((value) => ({
	name: statusLabel(value) ?? String(value),
	value,
}));
