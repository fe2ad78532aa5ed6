import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { cut } from '../shared/characters';
import { idIn } from '../shared/idKind';
import { searchFor } from '../shared/lookup';
import type { ApiRequest } from '../shared/operation';
import { unwrap } from '../shared/raw';
import { asObject, asText } from '../shared/values';
import { paging, rowsOf } from './api';
import { INCIDENT } from './ids';
import { pagerDutyWays } from './ways';

const LONGEST_LABEL = 80;

/** List searches for what belongs to the incident that is chosen in the form. Sheet section 6.6. */
export const incidentListSearch = {
	searchNotes: searchFor(pagerDutyWays, {
		noun: 'notes',
		request: (_, context) => ofIncident(context, 'notes'),
		rows: rowsOf('notes'),
		label: ({ content }) => short(asText(content)),
		filterHere: true,
	}),
	searchAlerts: searchFor(pagerDutyWays, {
		noun: 'alerts',
		request: (_, context) => ofIncident(context, 'alerts', { sort_by: 'created_at:desc' }),
		rows: rowsOf('alerts'),
		label: ({ summary, status }) => `${short(asText(summary)) ?? ''} (${String(status)})`,
		url: (row) => asText(row.html_url),
		paging,
		filterHere: true,
	}),
	searchLogEntries: searchFor(pagerDutyWays, {
		noun: 'log entries',
		request: () => ({ method: 'GET', path: '/log_entries', query: { is_overview: true } }),
		rows: rowsOf('log_entries'),
		label: ({ summary, incident, created_at }) =>
			[
				short(asText(summary)),
				short(asText(asObject(incident).summary)),
				created_at && String(created_at),
			]
				.filter(Boolean)
				.join(', '),
		url: (row) => asText(row.html_url),
		paging,
		filterHere: true,
	}),
};

/** Undefined while no incident is chosen, or while only an expression stands for it. */
function ofIncident(
	context: ILoadOptionsFunctions,
	what: string,
	query?: ApiRequest['query'],
): ApiRequest | undefined {
	const chosen: unknown = context.getCurrentNodeParameter('incidentId');
	const id = idIn(unwrap(chosen), INCIDENT);
	if (id === undefined) return;
	return { method: 'GET', path: `/incidents/${id}/${what}`, ...(query ? { query } : {}) };
}

function short(text: string | undefined): string | undefined {
	return text === undefined ? undefined : cut(text, LONGEST_LABEL);
}
