import { post } from '../../core/router';
import type { Route } from '../../core/router';
import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { read, readBody } from '../body';
import { notFound, notPermitted } from '../errors';
import { dateTest } from '../incidents/dateFilter';
import { resolve } from '../ids';
import { cutPage } from '../paging';
import type { PageRequest } from '../paging';
import type { DevRevContext } from '../types';
import {
	commentId,
	findComment,
	findIncident,
	frame,
	isBeta,
	maySee,
	readArtifacts,
	refuseLong,
	refuseTaken,
	renderEntry,
	timelineOf,
} from './find';
import { createShape, deleteShape, listShape } from './shapes';
import type { TimelineEntry } from './types';
import { updateEntry } from './update';

interface CreateRequest {
	object: string;
	body?: string;
	body_type?: string;
	visibility?: string;
	private_to?: string[];
	artifacts?: string[];
	collections?: string[];
	expires_at?: string;
	external_ref?: string;
	labels?: string[];
	link_previews?: string[];
	snap_kit_body?: JsonObject;
	snap_widget_body?: string[];
}

/** A widget of the smaller of the two kinds. */
function nudge(id: string): JsonObject {
	return { id, name: 'Widget', type: 'starter_message_nudge', starter_message_nudge_type: 'plain' };
}

export const timelineRoutes: Array<Route<DevRevContext>> = [
	post('/timeline-entries.create', createEntry),
	...read('/timeline-entries.list', listEntries),
	post('/timeline-entries.update', updateEntry),
	post('/timeline-entries.delete', deleteEntry),
];

function createEntry({ store, user }: DevRevContext, request: SandboxRequest): Reply {
	const withBeta = isBeta(request);
	const wanted = readBody<CreateRequest>(request, createShape(withBeta));
	const incident = findIncident(store, wanted.object);
	const now = store.clock.now();
	const { visibility = 'external', private_to = [], external_ref, expires_at } = wanted;
	if (private_to.length && visibility !== 'private') {
		throw notPermitted('private_to', 'the entry is not private');
	}
	if (expires_at !== undefined && Date.parse(expires_at) < now + 60_000) {
		throw notPermitted('expires_at', 'less than a minute ahead');
	}
	refuseLong('artifacts', wanted.artifacts, 50);
	refuseLong('labels', wanted.labels, 16);
	const timeline = timelineOf(store, incident);
	refuseTaken(timeline, external_ref);
	const readers = private_to.map((id) => resolve('private_to', store.devUsers, ['devu'], id).id);
	const entry: TimelineEntry = {
		...frame(incident, user, new Date(now).toISOString()),
		type: 'timeline_comment',
		id: commentId(store, incident),
		visibility,
		body: wanted.body,
		body_type: wanted.body_type ?? 'text',
		artifacts: readArtifacts(store, wanted.artifacts ?? []),
		external_ref,
		labels: wanted.labels,
		snap_kit_body: wanted.snap_kit_body,
		snap_widget_body: wanted.snap_widget_body?.map(nudge),
	};
	timeline.push(entry);
	store.timelines.unshown.set(entry.id, {
		collections: wanted.collections ?? ['discussions'],
		expires_at,
		link_previews: wanted.link_previews ?? [],
		private_to: readers,
	});
	return { status: 201, body: { timeline_entry: renderEntry(entry, withBeta) } };
}

interface ListRequest extends PageRequest {
	object: string;
	visibility?: string[];
	collections?: string[];
	labels?: string[];
	created_date?: { after?: string; before?: string };
	panels?: string[];
}

/** Oldest first. Of the changes, only the collection "events" has any. */
function listEntries(context: DevRevContext, request: SandboxRequest): Reply {
	const { store } = context;
	const withBeta = isBeta(request);
	const wanted = readBody<ListRequest>(request, listShape(withBeta));
	const { visibility, collections, labels, created_date, panels } = wanted;
	const inTime = dateTest('created_date', { type: 'range', ...created_date }, store.clock.now());
	const incident = [...store.incidents.values()].find((one) =>
		[one.id, one.display_id].includes(wanted.object),
	);
	if (!incident) throw notFound('No such object');
	const isIn = (all: string[] | undefined, own: string[]) =>
		!all?.length || own.some((one) => all.includes(one));
	const found = timelineOf(store, incident).filter(
		(entry) =>
			maySee(context, entry) &&
			isIn(visibility, [entry.visibility]) &&
			isIn(labels, entry.labels ?? []) &&
			inTime(entry.created_date) &&
			// What a collection holds is shown on the panel of the same name.
			isIn(panels, store.timelines.unshown.get(entry.id)?.collections ?? ['events']) &&
			isIn(collections, store.timelines.unshown.get(entry.id)?.collections ?? ['events']),
	);
	const { records, next, previous } = cutPage(found, wanted);
	return {
		status: 200,
		body: {
			timeline_entries: records.map((entry) => renderEntry(entry, withBeta)),
			next_cursor: next,
			prev_cursor: previous,
		},
	};
}

function deleteEntry(context: DevRevContext, request: SandboxRequest): Reply {
	const { id } = readBody<{ id: string }>(request, deleteShape);
	const [timeline, entry] = findComment(context, id);
	timeline.splice(timeline.indexOf(entry), 1);
	return { status: 200, body: {} };
}
