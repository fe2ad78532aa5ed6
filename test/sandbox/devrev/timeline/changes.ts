import type { JsonObject } from '../../core/types';
import type { DevRevStore, DevUser, Incident } from '../types';
import { frame, timelineOf } from './find';

/** How a value of a field is told, by the field's name. */
const valuesOf: Record<string, (incident: Incident) => JsonObject | undefined> = {
	owned_by: ({ owned_by }) => ({ type: 'id_list', values: owned_by.map(({ id }) => id) }),
	severity: ({ severity }) => severity && { type: 'int', value: severity.id },
	stage: ({ stage }) => ({ type: 'stage', name: stage.stage.name }),
	title: ({ title }) => ({ type: 'string', value: title }),
};

/** Notes in the timeline of an incident what an update has changed on it, where it has changed anything. */
export function noteChanges(
	store: DevRevStore,
	user: DevUser,
	before: Incident,
	after: Incident,
): void {
	const deltas = Object.entries(valuesOf).flatMap(([name, read]) => {
		const [old_value, new_value] = [read(before), read(after)];
		if (JSON.stringify(old_value) === JSON.stringify(new_value)) return [];
		return [{ name, ...(old_value ? { old_value } : {}), ...(new_value ? { new_value } : {}) }];
	});
	if (deltas.length > 0)
		addChange(store, user, after, {
			type: 'updated',
			updated: { field_deltas: deltas, object_type: 'incident' },
		});
}

/** An entry about what was done to an incident. */
export function addChange(
	store: DevRevStore,
	user: DevUser,
	incident: Incident,
	event: JsonObject,
	at = store.clock.now(),
): void {
	const timeline = timelineOf(store, incident);
	timeline.push({
		...frame(incident, user, new Date(at).toISOString()),
		type: 'timeline_change_event',
		id: `${incident.id}:change_event/${timeline.length}`,
		visibility: 'internal',
		event,
	});
}
