import type { IDataObject } from 'n8n-workflow';

import type { Bulk } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { asObject, isObject } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import { isAboutSender } from '../api/words';

/** The ID, or the number, in `/incidents/{id}`. */
const idOf = ({ path }: ApiRequest) => decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));

const changesOf = ({ body }: ApiRequest): IDataObject => asObject(asObject(body).incident);

/**
 * `PUT /incidents`: 250 changes at most, all or nothing. It knows incidents by their ID only, and
 * cannot move them to another service. docs/facts/pagerduty.md#changing-many-at-once.
 */
export const bulk: Bulk = {
	most: 250,
	joins: (request) => !/^\d+$/.test(idOf(request)) && changesOf(request).service === undefined,
	join: (requests) => ({
		method: 'PUT',
		path: '/incidents',
		headers: requests[0].headers,
		body: {
			incidents: requests.map((request) => ({ ...changesOf(request), id: idOf(request) })),
		},
	}),
	split: (reply, requests) => {
		const rows = new Map((rowsOf('incidents')(reply) ?? []).map((row) => [row.id, row]));
		return requests.map((request) => {
			const row = rows.get(idOf(request));
			return isObject(row) ? [row] : undefined;
		});
	},
	concernsAll: isAboutSender,
};
