import type { IDataObject } from 'n8n-workflow';

import { asObject, asText, isObject } from '../../shared/ground/values';
import type { Reply } from '../../shared/wire/request';

/** The window of a reply that is about one. */
export function windowOf({ body }: Reply): IDataObject[] | undefined {
	const { data } = asObject(body);
	return isObject(data) && data.id !== undefined ? [data] : undefined;
}

/** What one looks at in a window. Without a monitor it is about them all. docs/facts/devhelm.md#maintenance-windows. */
export function toWindowRecord(window: IDataObject): IDataObject {
	const { suppressAlerts } = window;
	const monitorId = asText(window.monitorId);
	return {
		provider: 'devhelm',
		id: asText(window.id) ?? null,
		appliesTo: monitorId === undefined ? 'organization' : 'monitor',
		monitorId: monitorId ?? null,
		startsAt: asText(window.startsAt) ?? null,
		endsAt: asText(window.endsAt) ?? null,
		reason: asText(window.reason) ?? null,
		suppressAlerts: typeof suppressAlerts === 'boolean' ? suppressAlerts : null,
		createdAt: asText(window.createdAt) ?? null,
	};
}
