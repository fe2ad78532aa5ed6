import { Deliveries } from '../core/deliveries';
import type { JsonObject } from '../core/types';
import type { BleemeoStore, Event } from './types';

const words: { [status: number]: string } = {
	0: 'ok',
	1: 'warning',
	2: 'critical',
	3: 'unknown',
	10: 'info',
};

/** Neither a time-out nor repeats are documented: one attempt, of ten seconds. */
export function bleemeoDeliveries(): Deliveries {
	return new Deliveries({ timeoutMs: 10_000, pausesMs: [], isRetried: () => false });
}

/** An event as the documented example of a webhook shows it: newer fields are not in it. */
export function webhookEvent(event: Event): JsonObject {
	const { id, account, agent, metric, status, text, title } = event;
	return {
		id,
		account,
		agent,
		metric,
		status,
		status_text: words[status],
		text,
		title,
		status_changed_at: event.status_changed_at,
		previous_status_changed_at: event.previous_status_changed_at,
		number_status_change_last_hour: event.number_status_change_last_hour,
		has_been_notified: event.has_been_notified,
		created_at: event.created_at,
		created_by: event.created_by,
		modified_at: event.modified_at,
		modified_by: event.modified_by,
		happened_at: event.happened_at,
	};
}

/**
 * Delivers an event to every address that was typed into the panel. The event is changed on the way:
 * a notification is noted in it, so that the next one differs.
 */
export function announce(
	{ clock, webhookUrls }: BleemeoStore,
	deliveries: Deliveries,
	event: Event,
): void {
	event.modified_at = new Date(clock.now()).toISOString().replace('Z', '000Z');
	const body = JSON.stringify(webhookEvent(event));
	const headers = { 'content-type': 'application/json' };
	for (const url of webhookUrls) void deliveries.send({ url, headers, body });
	event.has_been_notified = true;
}
