import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { asObject, asText } from '../../shared/ground/values';
import { itemOf } from '../../shared/trigger/item';
import type { Delivery } from '../../shared/trigger/receive';
import { fingerprint } from '../../shared/trigger/signature';
import type { Fetched } from './lookBack';
import { toTriggerRecord, writtenIn } from './record';
import type { Settings } from './settings';
import type { Variant } from './signature';
import { camelCased } from './subject';

/** How it is known that an event is genuine, and what DevHelm was asked about it. */
export interface Proof {
	/** The signed text that matched, or that DevHelm confirmed the event, or that nobody did. */
	signature: Variant | 'fetched' | 'none';
	/** Undefined unless DevHelm was asked. */
	fetched?: Fetched;
}

const LONGEST_ID = 255;

/** The event's name: in the body, for the header is not signed. docs/facts/devhelm.md#body-of-a-delivery. */
export function typeOf({ body }: Delivery): string | undefined {
	return asText(asObject(body).type);
}

/** The event's ID stays the same on every repeat; that of the delivery, in a header, is not signed. */
export function deliveryIdOf(delivery: Delivery): string {
	return eventIdOf(delivery) ?? fingerprint(delivery.raw);
}

/** It is remembered, and what is not signed can be of any length. */
function eventIdOf({ body }: Delivery): string | undefined {
	const id = asText(asObject(body).id);
	return id !== undefined && id.length <= LONGEST_ID ? id : undefined;
}

/** What is known of the object that an event is about: DevHelm's answer, else what was delivered. */
export function dataOf({ body }: Delivery, { fetched }: Proof): unknown {
	return fetched?.record ?? asObject(body).data;
}

/**
 * The item that a run starts with. What only DevHelm's answer vouches for is taken from that answer,
 * in the raw event as well. The keys are the same for all events. Pure.
 */
export function toItem(
	delivery: Delivery,
	proof: Proof,
	parameters: Parameters,
	{ isFetching }: Settings,
): IDataObject {
	const body = asObject(delivery.body);
	const data = dataOf(delivery, proof);
	const type = typeOf(delivery);
	const { signature, fetched } = proof;
	const isIncident = type?.startsWith('incident.') ?? false;
	const deliveryId = deliveryIdOf(delivery);
	const eventTime = asText(camelCased(body).createdAt);
	const vouchedFor = { id: eventIdOf(delivery), type, createdAt: eventTime, data: fetched?.record };
	const unread = isIncident ? 'The event names no incident' : 'The event is not about an incident';
	const failure = isIncident && fetched ? fetched.failure : unread;
	return itemOf(
		{
			record: toTriggerRecord(type, data),
			text: writtenIn(data),
			eventType: type,
			eventTime,
			deliveryId,
			event: signature === 'fetched' ? vouchedFor : body,
			more: {
				signature,
				...(isFetching
					? {
							incident: (isIncident && fetched?.record) || null,
							fetchFailure: failure ?? null,
						}
					: {}),
			},
		},
		parameters,
	);
}
