import type { IDataObject } from 'n8n-workflow';

import { chosen, flag, moment, writtenText } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { PATH } from './fields';

const idOf = ({ monitorId }: IDataObject) => asText(monitorId)?.toLowerCase();

/** A window is known again by what it covers, when, and why. Its list is in the official file. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	traits: {
		monitorId: chosen('monitorId', { isOurs: true, whenAbsent: null }),
		startsAt: moment('startsAt'),
		endsAt: moment('endsAt'),
		reason: writtenText('reason', { isOurs: true, whenAbsent: '' }),
		suppressAlerts: flag('suppressAlerts', true),
	},
	createdAt: (row) => asText(row.createdAt),
	recent: (object) => ({
		method: 'GET',
		path: PATH,
		query: { monitorId: idOf(object) },
	}),
	again: { body: (row) => ({ data: row }) },
	paging,
	rows: rowsOf,
};
