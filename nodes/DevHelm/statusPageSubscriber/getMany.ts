import { returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { thePage } from '../statusPageIncident/fields';
import { pathOf, toSubscriberRecord } from './record';

/** `GET /api/v1/status-pages/{id}/subscribers`. docs/facts/devhelm.md#components-and-subscribers-of-a-status-page. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many status page subscribers',
	description:
		'Read who gets the e-mails of a status page; who has not confirmed yet is not among them',
	retry: 'read',
	properties: [thePage, ...returnAllAndLimit, simplify],
	request: (parameters) => ({ method: 'GET', path: pathOf(parameters) }),
	paging,
	rows: rowsOf,
	simplify: toSubscriberRecord,
};
