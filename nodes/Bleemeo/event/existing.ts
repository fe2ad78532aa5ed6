import type { IDataObject } from 'n8n-workflow';

import { chosen, moment, writtenText } from '../../shared/run/create/alike';
import type { Existing, OpenOnes } from '../../shared/run/operation';
import type { Query } from '../../shared/wire/request';
import { asNumber, asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { sameId } from './thread';

/** Everything that can be sent, and what tells about the event itself. */
const SHOWN =
	'id,title,text,status,agent,metric,happened_at,status_changed_at,previous_status_changed_at,number_status_change_last_hour,has_been_notified,repeatable,thread_id,created_at';

/** The newest events; filters are hints that the server may ignore. docs/facts/bleemeo.md#reading-events. */
function newest({ agent, metric }: IDataObject, more: Query = {}) {
	return {
		method: 'GET' as const,
		path: '/v1/event/',
		query: {
			agent: asText(agent),
			metric: asText(metric),
			ordering: '-created_at',
			fields: SHOWN,
			...more,
		},
	};
}

const title = writtenText('title');
const agent = chosen('agent', { isOurs: true });
const metric = chosen('metric', { isOurs: true });
const thread_id = chosen('thread_id');

const open: OpenOnes = {
	problem: { title, agent, metric },
	isOpen: ({ status }) => asNumber(status) !== 0,
	isLog: true,
	// The OK event of a thread may have another title.
	ends: (later, row) => sameId(later.thread_id, row.thread_id),
	list: (event) => newest(event),
};

/** Bleemeo knows no key: an event is told by everything that was sent. */
const alone: Existing = {
	sent: ({ body = {} }) => body,
	traits: {
		title,
		agent,
		metric,
		thread_id,
		text: writtenText('text', { isOurs: true }),
		status: chosen('status'),
		happened_at: moment('happened_at'),
		status_changed_at: moment('status_changed_at'),
		previous_status_changed_at: moment('previous_status_changed_at'),
	},
	createdAt: (row) => asText(row.created_at),
	recent: (event) => newest(event),
	again: { read: (id) => ({ method: 'GET', path: `/v1/event/${encodeURIComponent(id)}/` }) },
	paging,
	rows: rowsOf,
	open,
};

/** What is said in a thread that was there before concerns that thread alone. */
const continuing: Existing = {
	...alone,
	open: { ...open, problem: { ...open.problem, thread_id } },
};

/** How to find an event that was recorded, or is open already. */
export function existingOf(isContinued: boolean): Existing {
	return isContinued ? continuing : alone;
}
