import type { IDataObject } from 'n8n-workflow';

import type { Existing } from '../../shared/operation';
import { asText } from '../../shared/values';
import { paging, rowsOf } from '../api';

/** A moment, however many digits it is written with. */
const moment = (value: unknown) => {
	const time = Date.parse(asText(value) ?? '');
	return Number.isNaN(time) ? value : time;
};

const idOf = ({ monitorId }: IDataObject) => asText(monitorId)?.toLowerCase();

/** A window is known again by what it covers, when, and why. Its list is in the official file. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	identity: (object) => {
		const { startsAt, endsAt, reason, suppressAlerts } = object;
		return JSON.stringify([
			idOf(object),
			moment(startsAt),
			moment(endsAt),
			asText(reason)?.trim(),
			suppressAlerts ?? true,
		]);
	},
	createdAt: (row) => asText(row.createdAt),
	recent: (object) => ({
		method: 'GET',
		path: '/api/v1/maintenance-windows',
		query: { monitorId: idOf(object) },
	}),
	again: { body: (row) => ({ data: row }) },
	paging,
	rows: rowsOf,
};
