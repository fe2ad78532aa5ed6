import type { IDataObject } from 'n8n-workflow';

import type { Reply } from '../../shared/operation';
import { asObject, asText } from '../../shared/values';

/**
 * What an event puts out. The common incident record is not possible here: PagerDuty answers 202 when
 * the event is in its queue, before there is an incident, and names none. `status` says just that;
 * `dedupKey` is what a later Acknowledge or Resolve needs, and what the incident can be found by once
 * PagerDuty has worked on the event. Sheet pagerduty, section 8.
 * @returns undefined for a reply of another shape
 */
export function queued(
	eventAction: string,
	{ body }: Reply,
	sentKey?: string,
): IDataObject[] | undefined {
	const { status, message, dedup_key } = asObject(body);
	if (asText(status) === undefined) return;
	return [
		{
			provider: 'pagerduty',
			eventAction,
			...(eventAction === 'change' ? {} : { dedupKey: asText(dedup_key) ?? sentKey ?? null }),
			status: 'queued',
			vendorStatus: asText(status) ?? null,
			message: asText(message) ?? null,
		},
	];
}
