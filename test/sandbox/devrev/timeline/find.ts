import type { JsonObject, SandboxRequest } from '../../core/types';
import { notPermitted, refuse } from '../errors';
import { resolve } from '../ids';
import type { Artifact, DevRevContext, DevRevStore, DevUser, Incident } from '../types';
import type { TimelineEntry } from './types';

export const isBeta = ({ headers }: SandboxRequest) => headers['x-devrev-scope'] === 'beta';

export const findIncident = (store: DevRevStore, wanted: string): Incident =>
	resolve('object', store.incidents, ['incident'], wanted);

/** A timeline begins with the event that the incident was made. */
export function timelineOf({ timelines }: DevRevStore, incident: Incident): TimelineEntry[] {
	const known = timelines.entries.get(incident.id);
	if (known) return known;
	const { created_by, created_date } = incident;
	const timeline: TimelineEntry[] = [
		{
			...frame(incident, created_by, created_date),
			type: 'timeline_change_event',
			id: `${incident.id}:change_event/created`,
			visibility: 'internal',
			event: { type: 'created' },
		},
	];
	timelines.entries.set(incident.id, timeline);
	return timeline;
}

/** What all entries have. */
export function frame({ id, display_id }: Incident, user: DevUser, date: string) {
	return {
		object: id,
		object_display_id: display_id,
		object_type: 'incident' as const,
		created_by: user,
		created_date: date,
		modified_by: user,
		modified_date: date,
	};
}

/** Private entries are there for their author and those they name. */
export function maySee({ store, user }: DevRevContext, { id, ...entry }: TimelineEntry): boolean {
	if (entry.visibility !== 'private' || entry.created_by.id === user.id) return true;
	return store.timelines.unshown.get(id)?.private_to.includes(user.id) === true;
}

/** A comment by its DON, with the timeline it stands in. */
export function findComment(context: DevRevContext, id: string): [TimelineEntry[], TimelineEntry] {
	for (const timeline of context.store.timelines.entries.values()) {
		const found = timeline.find((entry) => entry.id === id && entry.type === 'timeline_comment');
		if (!found) continue;
		if (!maySee(context, found)) throw refuse(403, 'forbidden', 'Forbidden');
		return [timeline, found];
	}
	throw refuse(400, 'invalid_id', 'Invalid ID in id', { field_name: 'id' });
}

export function commentId({ timelines }: DevRevStore, { id }: Incident): string {
	const number = timelines.nextNumber;
	timelines.nextNumber += 1;
	return `${id}:comment/c${number}`;
}

export function refuseTaken(timeline: TimelineEntry[], reference: unknown, own?: string): void {
	const isTaken = timeline.some(
		({ id, external_ref }) =>
			external_ref !== undefined && external_ref === reference && id !== own,
	);
	if (isTaken) throw refuse(409, 'conflict', 'The external reference is not unique');
}

/** Files that may be attached: an artifact has one parent for ever. */
export function readArtifacts(store: DevRevStore, wanted: string[], own?: string): Artifact[] {
	return wanted.map((id) => {
		const artifact = resolve('artifacts', store.artifacts, ['artifact'], id);
		const parent = parentOf(store, artifact.id);
		if (parent === undefined || parent === own) return artifact;
		throw refuse(
			400,
			'artifact_already_attached_to_a_parent',
			'The artifact has a parent already',
			{ existing_parent: parent, is_same: false },
		);
	});
}

function parentOf(store: DevRevStore, artifact: string): string | undefined {
	const has = ({ artifacts = [] }: { artifacts?: Artifact[] }) =>
		artifacts.some(({ id }) => id === artifact);
	const comments = [...store.timelines.entries.values()].flat();
	return [...store.incidents.values(), ...comments].find(has)?.id;
}

export function refuseLong(field: string, list: unknown[] = [], most: number): void {
	if (list.length > most) throw notPermitted(field, `at most ${most}`);
}

/** What is empty is absent. */
export function renderEntry(entry: TimelineEntry, withBeta: boolean): JsonObject {
	const { external_ref, labels, ...stable } = entry;
	const shown = withBeta ? { ...stable, external_ref, labels } : stable;
	return Object.fromEntries(
		Object.entries(shown).filter(([, value]) =>
			Array.isArray(value) ? value.length > 0 : value !== undefined,
		),
	);
}
