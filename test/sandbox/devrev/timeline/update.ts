import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { refuse } from '../errors';
import type { DevRevContext } from '../types';
import { findComment, isBeta, readArtifacts, refuseLong, refuseTaken, renderEntry } from './find';
import { updateShape } from './shapes';

interface ListChange {
	add?: string[];
	remove?: string[];
	set?: string[];
}

interface UpdateRequest {
	id: string;
	body?: string;
	body_type?: string;
	artifacts?: ListChange;
	external_ref?: string | null;
	link_previews?: ListChange;
	snap_kit_body?: JsonObject;
}

export function updateEntry(context: DevRevContext, request: SandboxRequest): Reply {
	const { store, user } = context;
	const withBeta = isBeta(request);
	const wanted = readBody<UpdateRequest>(request, updateShape(withBeta));
	const [timeline, entry] = findComment(context, wanted.id);
	const { body, body_type, snap_kit_body, artifacts, external_ref, link_previews } = wanted;
	if (external_ref) refuseTaken(timeline, external_ref, entry.id);
	refuseBoth('artifacts', artifacts);
	refuseBoth('link_previews', link_previews);
	refuseLong('artifacts.add', artifacts?.add, 10);
	refuseLong('artifacts.remove', artifacts?.remove, 10);
	refuseLong('artifacts.set', artifacts?.set, 50);
	const unshown = store.timelines.unshown.get(entry.id);
	if (artifacts) {
		const ids = changed(
			(entry.artifacts ?? []).map(({ id }) => id),
			{
				add: readArtifacts(store, artifacts.add ?? [], entry.id).map(({ id }) => id),
				remove: artifacts.remove,
				set: artifacts.set && readArtifacts(store, artifacts.set, entry.id).map(({ id }) => id),
			},
		);
		entry.artifacts = readArtifacts(store, ids, entry.id);
	}
	if (link_previews && unshown) {
		unshown.link_previews = changed(unshown.link_previews, link_previews);
	}
	if (body !== undefined) entry.body = body;
	if (body_type !== undefined) entry.body_type = body_type;
	if (snap_kit_body !== undefined) entry.snap_kit_body = snap_kit_body;
	if (external_ref !== undefined) entry.external_ref = external_ref ?? undefined;
	entry.modified_by = user;
	entry.modified_date = new Date(store.clock.now()).toISOString();
	return { status: 200, body: { timeline_entry: renderEntry(entry, withBeta) } };
}

function refuseBoth(field: string, change: ListChange = {}): void {
	if (!change.set || !(change.add ?? change.remove)) return;
	throw refuse(400, 'bad_request', `${field}: set goes with neither add nor remove`);
}

function changed(before: string[], { add = [], remove = [], set }: ListChange): string[] {
	if (set) return [...new Set(set)];
	return [...new Set([...before, ...add])].filter((id) => !remove.includes(id));
}
