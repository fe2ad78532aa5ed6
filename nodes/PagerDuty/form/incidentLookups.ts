import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { chosenId } from '../../shared/form/dependent';
import { searchFor } from '../../shared/form/lookup';
import { cut } from '../../shared/ground/characters';
import { asObject, asText } from '../../shared/ground/values';
import type { ApiRequest } from '../../shared/wire/request';
import { paging, rowsOf } from '../api/profile';
import { pagerDutyWays } from '../api/ways';
import { INCIDENT } from './ids';

const LONGEST_LABEL = 80;
const THE_INCIDENT = { path: 'incidentId', label: 'Incident', kind: INCIDENT };

/** List searches for what belongs to the incident that is chosen in the form. docs/facts/pagerduty.md#parts-of-an-incident. */
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

function ofIncident(
	context: ILoadOptionsFunctions,
	what: string,
	query?: ApiRequest['query'],
): ApiRequest {
	const id = chosenId(context, THE_INCIDENT);
	return { method: 'GET', path: `/incidents/${id}/${what}`, ...(query ? { query } : {}) };
}

function short(text: string | undefined): string | undefined {
	return text === undefined ? undefined : cut(text, LONGEST_LABEL);
}
