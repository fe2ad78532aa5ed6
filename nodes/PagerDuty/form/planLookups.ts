import type { IDataObject } from 'n8n-workflow';

import { chosenId } from '../../shared/form/dependent';
import { searchFor } from '../../shared/form/lookup';
import { cut } from '../../shared/ground/characters';
import { asObject, asRows, asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { pagerDutyWays } from '../api/ways';
import { SCHEDULE } from './ids';
import { wholeSeconds } from './times';

const LONGEST_LABEL = 60;
const MONTHS_AHEAD_MS = 90 * 86_400_000;
const THE_SCHEDULE = { path: 'scheduleId', label: 'Schedule', kind: SCHEDULE };
/** What can be done to a window that is over is to read it. */
const OF_OPEN_ONES = ['end', 'update'];

/** List searches for what is planned ahead. docs/facts/pagerduty.md#maintenance-windows. */
export const planListSearch = {
	searchMaintenanceWindows: searchFor(pagerDutyWays, {
		noun: 'maintenance windows',
		request: (filter, context) => {
			const operation = asText(context.getCurrentNodeParameter('operation')) ?? '';
			return {
				method: 'GET',
				path: '/maintenance_windows',
				query: { filter: OF_OPEN_ONES.includes(operation) ? 'open' : 'all', query: filter },
			};
		},
		rows: rowsOf('maintenance_windows'),
		label: windowLabel,
		url: (row) => asText(row.html_url),
		paging,
	}),
	/** Those of the schedule that is chosen, for deleting: what is over stays as it is. */
	searchOverrides: searchFor(pagerDutyWays, {
		noun: 'overrides',
		request: (_, context) => {
			const now = Date.now();
			const [since, until] = [now, now + MONTHS_AHEAD_MS].map(wholeSeconds);
			return {
				method: 'GET',
				path: `/schedules/${chosenId(context, THE_SCHEDULE)}/overrides`,
				query: { since, until, overflow: true },
			};
		},
		rows: rowsOf('overrides'),
		label: ({ user, start, end }) =>
			`${asText(asObject(user).summary) ?? ''} (${String(start)} – ${String(end)})`,
		filterHere: true,
	}),
};

/** What it is for, or what it covers, and when. */
function windowLabel(row: IDataObject): string {
	const services = asRows(row.services).flatMap(({ summary }) => asText(summary) ?? []);
	const about = asText(row.description) ?? services.join(', ');
	return `${cut(about, LONGEST_LABEL)} (${String(row.start_time)} – ${String(row.end_time)})`;
}
