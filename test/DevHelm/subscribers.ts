import type { IDataObject } from 'n8n-workflow';

import { uuidOf } from '../sandbox/core/ids';
import { byId, type Suite } from '../support/suite';
import { page } from './statusPages';

export const pathTo = (on: Suite) => `/api/v1/status-pages/${page(on).id}/subscribers`;

/** The subscribers of the first page. */
export function subscribers(on: Suite) {
	const all = on.sandbox.state('devHelm').subscribers;
	const known = all.get(page(on).id) ?? [];
	all.set(page(on).id, known);
	return known;
}

/** Puts a subscriber into the sandbox. */
export function addSubscriber(on: Suite, email: string, confirmed = true) {
	const createdAt = '2026-04-01T10:00:00.000Z';
	const subscriber = { id: uuidOf(`subscriber ${email}`), email, confirmed, createdAt };
	subscribers(on).push(subscriber);
	return subscriber;
}

/** Parameters of an operation on the subscribers of the first page. */
export function about(on: Suite, operation: string, fields: IDataObject = {}): IDataObject {
	return {
		resource: 'statusPageSubscriber',
		operation,
		statusPageId: byId(page(on).id),
		...fields,
	};
}
