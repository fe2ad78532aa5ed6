import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';
import { stageOf } from '../api/stage';
import { compare } from './changes';
import type { DevRevEvent } from './event';
import { isKnownEvent } from './events';
import type { Settings } from './settings';

/**
 * Why a genuine event does not start the workflow; undefined when it does. What an event does not
 * say is no reason: nothing that may be wanted is dropped. Pure.
 */
export function unwanted(event: DevRevEvent, settings: Settings): string | undefined {
	const { type, entry, isOnIncident } = event;
	if (type !== undefined && !isChosen(event, settings.events)) return `'${type}' is not chosen`;
	if (isOnIncident === false) return 'it is about the timeline of something else';
	if (entry?.type === 'timeline_change_event') return 'it is a change, not a comment';
	return filteredOut(event, settings);
}

/** An update also counts as what it has, or may have, changed. */
function isChosen({ type = '', incident, old }: DevRevEvent, events: string[]): boolean {
	if (!isKnownEvent(type) || events.includes(type)) return true;
	if (type !== 'incident_updated') return false;
	const { certain, uncertain } = compare(incident ?? {}, old);
	return [...certain, ...uncertain].some((change) => events.includes(change));
}

function filteredOut(
	{ incident, entry, actor }: DevRevEvent,
	{ ignored, visibilities, ...settings }: Settings,
): string | undefined {
	if (actor && isAmong([actor], ignored)) return 'its actor is ignored';
	const visibility = asText(entry?.visibility);
	if (visibilities.length && visibility && !visibilities.includes(visibility)) {
		return 'its visibility is filtered out';
	}
	return incident && incidentFilteredOut(incident, settings);
}

/** Why an incident does not pass the filters about incidents. Pure. */
export function incidentFilteredOut(
	{ severity, stage, owned_by, applies_to_parts }: IDataObject,
	filters: Pick<Settings, 'severities' | 'stages' | 'owners' | 'parts'>,
): string | undefined {
	const { id: stageNow } = stageOf({ stage });
	const tests: Array<[string, string[], IDataObject[]]> = [
		['severity', filters.severities, named(asObject(severity), filters.severities)],
		['stage', filters.stages, [{ id: stageNow }]],
		['owner', filters.owners, asRows(owned_by)],
		['part', filters.parts, asRows(applies_to_parts)],
	];
	const failing = tests.find(
		([name, allowed, values]) =>
			allowed.length > 0 &&
			!(name === 'stage' && stageNow === undefined) &&
			!isAmong(values, allowed) &&
			!isUnclear(name, values, allowed),
	);
	return failing && `its ${failing[0]} is filtered out`;
}

/** The severity under the name by which somebody has chosen it, in any case of letters. */
function named(severity: IDataObject, chosen: string[]): IDataObject[] {
	const label = asText(severity.label)?.toLowerCase();
	const id = chosen.find((one) => one.trim().toLowerCase() === label);
	return id === undefined ? [severity] : [{ id }];
}

function isAmong(values: IDataObject[], allowed: string[]): boolean {
	return values.some(({ id, display_id }) =>
		[asText(id), asText(display_id)].some((one) => one !== undefined && allowed.includes(one)),
	);
}

/** Somebody typed PROD-12, and the event names the long ID only. */
function isUnclear(name: string, values: IDataObject[], allowed: string[]): boolean {
	return (
		(name === 'owner' || name === 'part') &&
		allowed.some((one) => !one.startsWith('don:')) &&
		values.some(({ display_id }) => asText(display_id) === undefined)
	);
}
