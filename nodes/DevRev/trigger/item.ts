import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { asText } from '../../shared/ground/values';
import { itemOf } from '../../shared/trigger/item';
import { actorOf, assigneesOf, toIncidentRecord } from '../api/record';
import { compare } from './changes';
import type { DevRevEvent } from './event';
import type { Variant } from './secret';

/** The whole incident, read from DevRev for this event, or why there is none. */
export interface Fetched {
	incident?: IDataObject;
	failure?: string;
}

/** What a delivery is known by, beside what it tells. */
export interface Facts {
	signature: Variant;
	body: IDataObject;
	/** Undefined unless it was asked for. */
	fetched?: Fetched;
}

/** The item that a run starts with. The keys are the same for all events. Pure. */
export function toItem(
	event: DevRevEvent,
	{ signature, body, fetched }: Facts,
	parameters: Parameters,
): IDataObject {
	const { old, entry, actor, incidentId, incidentNumber } = event;
	const incident = fetched?.incident ??
		event.incident ?? { id: incidentId, display_id: incidentNumber };
	const isUpdate = event.type === 'incident_updated';
	const { certain, uncertain } = isUpdate
		? compare(event.incident ?? {}, old)
		: { certain: [], uncertain: [] };
	const before = old && toIncidentRecord(old);
	return itemOf(
		{
			record: { ...toIncidentRecord(incident), actor: actorOf(actor) },
			text: asText(entry?.body),
			eventType: event.type,
			eventTime: event.time,
			deliveryId: event.id,
			event: body,
			more: {
				changes: certain,
				uncertainChanges: uncertain,
				previousStatus: before?.status ?? null,
				previousVendorStatus: before?.vendorStatus ?? null,
				previousSeverity: before?.severity ?? null,
				previousVendorSeverity: before?.vendorSeverity ?? null,
				previousAssignees: old ? assigneesOf(old) : null,
				commentId: event.commentId ?? null,
				visibility: asText(entry?.visibility) ?? null,
				signature,
				...(fetched
					? { incident: fetched.incident ?? null, fetchFailure: fetched.failure ?? null }
					: {}),
			},
		},
		parameters,
	);
}
