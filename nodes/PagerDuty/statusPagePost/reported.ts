import type { IDataObject } from 'n8n-workflow';

import type { Trait } from '../../shared/run/create/alike';
import type { ReadRows } from '../../shared/wire/request';
import { asText } from '../../shared/ground/values';

/** Times are perhaps kept to the second. */
const TOLERANCE_MS = 1_000;

/** The update with the time at which it is reported: now, unless the form names another one. */
export const reportedNow = (update: IDataObject): IDataObject => ({
	reported_at: new Date().toISOString(),
	...update,
});

/**
 * Posts and updates have no time of creation and no key. What tells ours from an older one with the same words is
 * the time at which it is reported, which we name ourselves: an earlier one is somebody else's. A later one may be
 * ours, should PagerDuty put its own time there: what is unclear is named to the user and never sent again.
 * docs/facts/pagerduty.md#status-page-posts.
 */
export function reportedAt(read: (object: IDataObject) => unknown): Trait {
	return {
		agrees: (sent, object, isWhole) => {
			const late = timeOf(read(object)) - timeOf(sent);
			if (Number.isNaN(late)) return isWhole ? 'unclear' : 'unread';
			if (Math.abs(late) < TOLERANCE_MS) return 'same';
			return late > 0 ? 'unclear' : 'other';
		},
		// What differs in this alone could be taken for each other.
		key: () => null,
	};
}

const timeOf = (value: unknown) => Date.parse(asText(value) ?? '');

/** Beside what a list shows, so that all of it counts as made lately: the time above decides. */
const LISTED = 'isListed';
const ANY_TIME = '9999-12-31T00:00:00Z';

/** The rows of a list that shows no time of creation. */
export const listedBy =
	(rows: ReadRows): ReadRows =>
	(reply) =>
		rows(reply)?.map((row) => ({ ...row, [LISTED]: true }));

/** A row as the vendor has it. */
export function asItCame(row: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(row).filter(([name]) => name !== LISTED));
}

export const whenListed = (row: IDataObject) => (row[LISTED] ? ANY_TIME : undefined);
