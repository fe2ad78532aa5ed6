import type { IDataObject } from 'n8n-workflow';

import type { Existing, Query } from '../../shared/operation';
import { asNumber, asText } from '../../shared/values';
import { paging, rowsOf } from '../api';

/** The newest events; filters are hints that the server may ignore. Sheet bleemeo, section 7.3. */
function newest({ agent, metric }: IDataObject, more: Query = {}) {
	return {
		method: 'GET' as const,
		path: '/v1/event/',
		query: {
			agent: asText(agent),
			metric: asText(metric),
			ordering: '-created_at',
			fields: 'id,title,status,agent,metric,happened_at,created_at,thread_id',
			...more,
		},
	};
}

const uuidOf = (value: unknown) => asText(value)?.toLowerCase();

/** To the second: Bleemeo gives times back in another form, and may cut them. */
function second(time: unknown): number | undefined {
	const parsed = Date.parse(asText(time) ?? '');
	return Number.isNaN(parsed) ? undefined : Math.floor(parsed / 1000);
}

/** Bleemeo knows no key: an event is told by what it says. Sheet bleemeo, section 5. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	identity: ({ title, status, agent, metric, happened_at }) =>
		JSON.stringify([title, asNumber(status), uuidOf(agent), uuidOf(metric), second(happened_at)]),
	createdAt: (row) => asText(row.created_at),
	recent: (event) => newest(event),
	again: { read: (id) => ({ method: 'GET', path: `/v1/event/${encodeURIComponent(id)}/` }) },
	paging,
	rows: rowsOf,
	open: {
		problem: ({ title, agent, metric }) => JSON.stringify([title, uuidOf(agent), uuidOf(metric)]),
		isOpen: ({ status }) => asNumber(status) !== 0,
		isLog: true,
		list: (event) => newest(event),
	},
};
