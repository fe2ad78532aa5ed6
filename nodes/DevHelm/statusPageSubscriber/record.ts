import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';
import type { Parameters } from '../../shared/form/parameters';

/** Where the subscribers of the page are. docs/facts/devhelm.md#components-and-subscribers-of-a-status-page. */
export function pathOf(parameters: Parameters): string {
	return `/api/v1/status-pages/${parameters.pathId('statusPageId')}/subscribers`;
}

export function toSubscriberRecord(subscriber: IDataObject): IDataObject {
	const { confirmed } = subscriber;
	return {
		provider: 'devhelm',
		id: asText(subscriber.id) ?? null,
		email: asText(subscriber.email) ?? null,
		confirmed: typeof confirmed === 'boolean' ? confirmed : null,
		createdAt: asText(subscriber.createdAt) ?? null,
	};
}
