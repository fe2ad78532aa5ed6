import type { IDataObject } from 'n8n-workflow';

import type { ListOperation, Steps } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';

const DAY_MS = 86_400_000;
/** No six months are shorter: more than those PagerDuty refuses. docs/facts/pagerduty.md#listing-incidents. */
const LONGEST_MS = 180 * DAY_MS;
/** A list that cannot be cut any further. */
const SHORTEST_MS = 60_000;

/**
 * A list of a time of any length: in parts that PagerDuty takes, and in halves where one holds more than its paging
 * can reach. docs/facts/pagerduty.md#paging.
 */
export async function readSpan(
	steps: Steps,
	{ paging, rows }: Pick<ListOperation, 'paging' | 'rows'>,
	request: ApiRequest,
	since: number,
	until: number,
): Promise<IDataObject[]> {
	const most = paging.ceiling?.rows ?? Infinity;
	const list = { paging: { ...paging, ceiling: undefined }, rows };
	const read = async (from: number, to: number): Promise<IDataObject[]> => {
		const [start, end] = [from, to].map((time) => new Date(time).toISOString());
		const query = { ...request.query, since: start, until: end };
		const found = to - from > LONGEST_MS ? [] : await steps.list(list, { ...request, query });
		const isWhole = to - from <= LONGEST_MS && found.length < most;
		if (isWhole || to - from < SHORTEST_MS) return found;
		const middle = Math.floor((from + to) / 2);
		return [...(await read(from, middle)), ...(await read(middle, to))];
	};
	// What lies at the border of two parts is in both.
	const found = await read(since, until);
	return [...new Map(found.map((row) => [row.id, row])).values()];
}
