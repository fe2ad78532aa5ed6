import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asText } from '../../shared/ground/values';
import type { Happening } from '../../shared/trigger/item';
import { fingerprint } from '../../shared/trigger/signature';
import { nameOf, statusLabel, toIncidentRecord } from './record';
import { isUuid } from './uuid';

/**
 * A Bleemeo event, as a webhook brings it or the API lists it, for a trigger's item. Survives any
 * object. docs/facts/bleemeo.md#members-of-an-event.
 * @param deliveryId the event's own ID unless given: an event that Bleemeo changes later (it notes that
 * somebody was notified) is no new one (docs/facts/bleemeo.md#members-of-an-event)
 */
export function happeningOf(event: IDataObject, deliveryId = asText(event.id)): Happening {
	return {
		record: toIncidentRecord(event),
		text: asText(event.text),
		eventType: eventTypeOf(event),
		eventTime:
			asText(event.happened_at) ?? asText(event.status_changed_at) ?? asText(event.created_at),
		deliveryId,
		event,
		more: {
			agentId: idOf(event.agent),
			agentName: nameOf(event.agent) ?? null,
			metricId: idOf(event.metric),
			metricName: nameOf(event.metric) ?? null,
			threadId: asText(event.thread_id) ?? null,
		},
	};
}

/**
 * The same on every repeat of a webhook. One event may notify more than once, as its status goes on,
 * so its ID alone does not do. docs/facts/bleemeo.md#repeats-of-a-webhook.
 * @param raw the body as it arrived, which tells where the event itself does not
 */
export function deliveryIdOf(event: IDataObject, raw: Buffer): string {
	const id = asText(event.id) ?? '';
	const modified = asText(event.modified_at) ?? '';
	if (isUuid(id) && !Number.isNaN(Date.parse(modified))) {
		return [id, asText(event.status) ?? '', modified].join(':');
	}
	return fingerprint(raw);
}

/**
 * Bleemeo has no names for what happens: each of its events says that a status began, such as
 * `status.critical` or, at the end, `status.ok`. Whether it is the first of its thread is not told.
 */
function eventTypeOf({ status, status_text }: IDataObject): string | undefined {
	const number = asNumber(status);
	const word =
		statusLabel(number) ?? asText(status_text) ?? (number === undefined ? '' : String(number));
	return word ? `status.${word.toLowerCase()}` : undefined;
}

function idOf(value: unknown): string | null {
	return asText(value) ?? asText(asObject(value).id) ?? null;
}
