import type { IDataObject } from 'n8n-workflow';

import type { Existing, OpenOnes, Query } from '../../shared/operation';
import { asNumber, asText } from '../../shared/values';
import { paging, rowsOf } from '../api';
import { sameId } from './thread';

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

const identity: Existing['identity'] = ({ title, status, agent, metric, happened_at }) =>
	JSON.stringify([title, asNumber(status), uuidOf(agent), uuidOf(metric), second(happened_at)]);

const open: OpenOnes = {
	problem: ({ title, agent, metric }) => JSON.stringify([title, uuidOf(agent), uuidOf(metric)]),
	isOpen: ({ status }) => asNumber(status) !== 0,
	isLog: true,
	// The OK event of a thread may have another title.
	ends: (later, row) => sameId(later.thread_id, row.thread_id),
	list: (event) => newest(event),
};

/** Bleemeo knows no key: an event is told by what it says. Sheet bleemeo, section 5. */
const alone: Existing = {
	sent: ({ body = {} }) => body,
	identity,
	createdAt: (row) => asText(row.created_at),
	recent: (event) => newest(event),
	again: { read: (id) => ({ method: 'GET', path: `/v1/event/${encodeURIComponent(id)}/` }) },
	paging,
	rows: rowsOf,
	open,
};

const withThread = (tell: (event: IDataObject) => string) => (event: IDataObject) =>
	JSON.stringify([tell(event), uuidOf(event.thread_id)]);

/** The thread, where it is sent, tells apart what is equal otherwise. */
const inThread: Existing = { ...alone, identity: withThread(identity) };

/** What is said in a thread that was there before concerns that thread alone. */
const continuing: Existing = { ...inThread, open: { ...open, problem: withThread(open.problem) } };

/** How to find an event that was recorded, or is open already. */
export function existingOf({ thread_id }: IDataObject, isContinued: boolean): Existing {
	if (thread_id === undefined) return alone;
	return isContinued ? continuing : inThread;
}
