import { asObject, asRows } from '../../shared/ground/values';
import { chosen, moment, notStored } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import { rowsOf } from '../api/profile';
import { begins } from '../form/begins';

/**
 * An override is known again by its user and its times, among those of its schedule. PagerDuty does not say when
 * one was made; a second one of these would change nothing. docs/facts/pagerduty.md#overrides.
 */
export const existing: Existing = {
	sent: ({ path, body }) => ({ path, ...asRows(asObject(body).overrides)[0] }),
	traits: {
		start: begins('start'),
		end: moment('end'),
		user: chosen('user'),
		path: notStored,
	},
	recent: ({ path, start, end }) => ({
		method: 'GET',
		path: String(path),
		query: { since: String(start), until: String(end), overflow: true },
	}),
	again: { body: (row) => [{ status: 201, override: row }] },
	paging: unpaged,
	rows: rowsOf('overrides'),
};
