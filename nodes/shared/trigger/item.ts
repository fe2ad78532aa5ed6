import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';

/** What a trigger knows about an event. */
export interface Happening {
	/** The vendor's object in the common shape. */
	record: IDataObject;
	/** What the event tells beyond it, read out of the event; the same keys on every item of this trigger. */
	facts?: IDataObject;
	/** What somebody wrote: a note, a comment, a status update. */
	text?: string;
	/** The vendor's name of the event. */
	eventType?: string;
	/** When it happened, ISO 8601. */
	eventTime?: string;
	/** The same on every repeat of the delivery; out of what is signed, for repeats are told by it. */
	deliveryId?: string;
	/** The event as the vendor sent it. */
	event: IDataObject;
	/** What else this trigger tells; the same keys on every item. */
	more?: IDataObject;
}

/** "Include Raw Event", for every trigger's "Options". */
export const includeRawEvent: INodeProperties = {
	displayName: 'Include Raw Event',
	name: 'includeRawEvent',
	type: 'boolean',
	default: false,
	description:
		"Whether to add the whole event as the vendor sent it, under 'event', to the simplified output",
};

/**
 * The item that a run starts with: the common record with what is known of the event, or with
 * "Simplify" off the event as it came. The keys are the same on all vendors' triggers. Pure.
 */
export function itemOf(happening: Happening, parameters: Parameters): IDataObject {
	const { record, facts, text, eventType, eventTime, deliveryId, event, more } = happening;
	const delivery = {
		eventType: eventType ?? null,
		eventTime: eventTime ?? null,
		deliveryId: deliveryId ?? null,
		...more,
	};
	if (!parameters.boolean('simplify')) return { ...delivery, event };
	const isRaw = parameters.group('options').boolean('includeRawEvent');
	return { ...record, text: text ?? null, ...delivery, ...facts, ...(isRaw ? { event } : {}) };
}
