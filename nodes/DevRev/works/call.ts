import type { IDataObject } from 'n8n-workflow';

import { beta, read } from '../api/profile';
import type { ApiRequest } from '../../shared/wire/request';

/**
 * A write to an issue or a ticket. Custom fields, stages by ID and the time of closing are known to the beta only, so
 * that is what these ask. docs/facts/devrev.md#issues-and-tickets.
 */
export const changeOf = (call: 'create' | 'update', body: IDataObject): ApiRequest =>
	beta({ method: 'POST', path: `/works.${call}`, body });

/** One issue or ticket. */
export const workOf = (id: unknown): ApiRequest => beta(read('/works.get', { id: String(id) }));

/** A list of them. */
export const worksOf = (filters: IDataObject): ApiRequest => beta(read('/works.list', filters));
