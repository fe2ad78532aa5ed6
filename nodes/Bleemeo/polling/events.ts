import type { IDataObject } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import { asNumber, asObject, asText } from '../../shared/ground/values';
import { itemOf } from '../../shared/trigger/item';
import type { Outcome, Polling } from '../../shared/trigger/poll';
import type { Entry } from '../../shared/trigger/pollState';
import type { Query } from '../../shared/wire/request';
import { happeningOf } from '../api/happening';
import { EVENT_MEMBERS } from '../api/members';
import { withNames } from '../api/names';
import { bleemeo, rowsOf } from '../api/profile';
import { eventFilter } from '../form/eventFilters';
import { form, settings } from './form';

const FIELDS = EVENT_MEMBERS.join(',');

/** What a poll cannot do without, or a filter. */
const NEEDED = ['id', 'created_at', 'status', 'agent', 'metric'];

/**
 * `GET /v1/event/`, by `created_at`: the server sets it, and it does not change. `modified_at` does, and
 * an event that was only marked as notified is no new one. docs/facts/bleemeo.md#polling-for-events.
 *
 * The filters of the form do not go along: none is documented, and events that the server held back
 * would be missing in what is remembered, so that a change of the filters would bring up old ones.
 */
export const events: Polling = {
	vendor: bleemeo,
	form,
	action: 'Look for new events',
	page: (page, size, more) => ({
		method: 'GET',
		path: '/v1/event/',
		query: {
			page_size: size,
			page: page > 1 ? page : undefined,
			// A hint: nobody says that it is heard.
			ordering: '-created_at',
			...more,
		},
	}),
	rows: rowsOf,
	isLast: ({ body }) => asText(asObject(body).next) === undefined,
	count: ({ body }) => asNumber(asObject(body).count),
	isBeyond: ({ status }, page) => status === 404 && page > 1,
	amend,
	entryOf,
	settings,
	isWanted: (parameters) => {
		const whyNot = eventFilter(parameters);
		return (row) => whyNot(row) === undefined;
	},
	items: async (rows, parameters, context) => {
		const items = rows.map((row) => ({ json: itemOf(happeningOf(row), parameters) }));
		const hasNames = parameters.group('options').boolean('addNames');
		return hasNames ? await withNames(context, items) : items;
	},
};

function amend({ fault, rows = [] }: Outcome): Query | undefined {
	if (fault?.status === 400 && fault.words.fields?.includes('ordering')) {
		return { ordering: undefined };
	}
	const isPoor = rows.some((row) => NEEDED.some((name) => row[name] === undefined));
	return isPoor ? { fields: FIELDS } : undefined;
}

function entryOf(row: IDataObject): Entry | FormIssue {
	const id = asText(row.id);
	const at = momentOf(asText(row.created_at) ?? '');
	if (id !== undefined && !Number.isNaN(at)) return { id: id.toLowerCase(), at, row };
	return new FormIssue(
		`New events cannot be told from old ones: Bleemeo's list leaves out "${id === undefined ? 'id' : 'created_at'}"`,
		'Give the user of the Bleemeo API credential the right to read events in full, or use the Bleemeo Trigger, which gets them by webhook.',
	);
}

/** Bleemeo has microseconds, a date has not: they order what happened in one millisecond. */
function momentOf(time: string): number {
	const [, rest = ''] = /\.\d{3}(\d+)/.exec(time) ?? [];
	return Date.parse(time) + Number(`0.${rest || 0}`);
}
