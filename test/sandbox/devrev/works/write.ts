import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { isObject } from '../../core/values';
import { readBody } from '../body';
import { notPermitted, refuse } from '../errors';
import { checkCustomFields } from '../incidents/customFields';
import type { SchemaSpec } from '../incidents/customFields';
import { withoutUndefined } from '../incidents/readFields';
import { isBeta } from '../timeline/find';
import type { DevRevContext, DevRevStore } from '../types';
import { addWork, renderWork, workStage } from './build';
import {
	artifactsOf,
	findWork,
	ownersOf,
	ownOf,
	partOf,
	stageOf,
	tagsOf,
	usersOf,
	type WorkTag,
} from './read';
import { createShape, updateShape, type WorkType } from './shapes';
import type { FullWork, UnshownOfWork } from './types';

interface CreateRequest extends JsonObject {
	type: WorkType;
	title: string;
	applies_to_part: string;
	owned_by: string[];
	body?: string;
	reported_by?: string[];
	artifacts?: string[];
	tags?: WorkTag[];
	stage?: { id?: string; name?: string };
	stage_validation_options?: string[];
	target_close_date?: string;
	custom_fields?: JsonObject;
	custom_schema_spec?: SchemaSpec;
}

/** Tells which of the two shapes a body is checked by. */
function typeIn({ content }: SandboxRequest): WorkType | undefined {
	const type = content.kind === 'json' && isObject(content.value) ? content.value.type : undefined;
	return type === 'issue' || type === 'ticket' ? type : undefined;
}

export function createWork({ store, user }: DevRevContext, request: SandboxRequest): Reply {
	const shape = createShape(typeIn(request) ?? 'issue', isBeta(request));
	const wanted = readBody<CreateRequest>(request, shape);
	const { type, custom_schema_spec: spec = {} } = wanted;
	const fields = withoutUndefined({
		title: wanted.title,
		body: wanted.body,
		applies_to_part: partOf(store, 'applies_to_part', wanted.applies_to_part),
		owned_by: ownersOf(store, wanted.owned_by),
		reported_by: usersOf(store, 'reported_by', wanted.reported_by ?? []),
		artifacts: artifactsOf(store, wanted.artifacts ?? []),
		tags: tagsOf(store, wanted.tags ?? []),
		stage: workStage(initialStage(store, wanted)),
		target_close_date: wanted.target_close_date,
		custom_fields: checkCustomFields(store, spec, wanted.custom_fields ?? {}),
		subtype: spec.subtype,
		...ownOf(store, type, wanted),
	});
	const work = addWork(store, user, type, fields);
	remember(store, work, wanted);
	return { status: 201, body: { work: renderWork(work, isBeta(request)) } };
}

function initialStage(
	store: DevRevStore,
	{ type, stage, stage_validation_options }: CreateRequest,
) {
	const { stages } = store.workDiagrams[type];
	const start = stages.find(({ is_start }) => is_start) ?? stages[0];
	const found = stageOf(store, type, 'stage.id', stage ?? { id: start.stage.id });
	const isFree = stage_validation_options?.includes('allow_non_start') === true;
	if (found.id === start.stage.id || isFree) return found;
	throw notPermitted('stage.id', 'not a start stage', [start.stage.id]);
}

interface UpdateRequest extends JsonObject {
	id: string;
	type?: WorkType;
	title?: string;
	body?: string;
	applies_to_part?: string;
	owned_by?: { set?: string[] };
	reported_by?: { set?: string[] };
	artifacts?: { add?: string[]; remove?: string[]; set?: string[] };
	tags?: { add?: WorkTag[]; remove?: WorkTag[]; set?: WorkTag[] };
	developed_with?: { set?: string[] };
	channels?: { set?: string[] };
	stage?: { stage?: string; name?: string };
	stage_validation_options?: string[];
	target_close_date?: string;
	custom_fields?: JsonObject;
	custom_schema_spec?: SchemaSpec;
}

export function updateWork({ store, user }: DevRevContext, request: SandboxRequest): Reply {
	const shape = updateShape(typeIn(request), isBeta(request));
	const wanted = readBody<UpdateRequest>(request, shape);
	const work = findWork(store, wanted.id);
	if (wanted.type !== undefined && wanted.type !== work.type) {
		throw refuse(400, 'bad_request', `The work is of the type ${work.type}`);
	}
	const { owned_by, reported_by, developed_with, channels } = wanted;
	const changes = withoutUndefined({
		title: wanted.title,
		body: wanted.body,
		target_close_date: wanted.target_close_date,
		applies_to_part:
			wanted.applies_to_part && partOf(store, 'applies_to_part', wanted.applies_to_part),
		owned_by: owned_by?.set && ownersOf(store, owned_by.set),
		reported_by: reported_by?.set && usersOf(store, 'reported_by', reported_by.set),
		artifacts: wanted.artifacts && changedFiles(store, work, wanted.artifacts),
		tags: wanted.tags && changedTags(store, work, wanted.tags),
		...stageChange(store, work, wanted),
		...customChange(store, work, wanted),
		...ownOf(store, work.type, {
			...wanted,
			developed_with: developed_with?.set,
			channels: channels?.set,
		}),
	});
	// Nothing is written before everything was read.
	Object.assign(work, changes, {
		modified_by: user,
		modified_date: new Date(store.clock.now()).toISOString(),
	});
	remember(store, work, wanted);
	return { status: 200, body: { work: renderWork(work, isBeta(request)) } };
}

function changedFiles(
	store: DevRevStore,
	work: FullWork,
	{ add = [], remove = [], set }: { add?: string[]; remove?: string[]; set?: string[] },
) {
	if (set) return artifactsOf(store, set);
	const gone = artifactsOf(store, remove).map(({ id }) => id);
	const kept = work.artifacts.filter(({ id }) => !gone.includes(id));
	const added = artifactsOf(store, add).filter(({ id }) => kept.every((one) => one.id !== id));
	return [...kept, ...added];
}

function changedTags(
	store: DevRevStore,
	work: FullWork,
	{ add = [], remove = [], set }: { add?: WorkTag[]; remove?: WorkTag[]; set?: WorkTag[] },
) {
	if (set) return tagsOf(store, set);
	const added = tagsOf(store, add);
	const gone = [...tagsOf(store, remove), ...added].map(({ tag }) => tag.id);
	return [...work.tags.filter(({ tag }) => !gone.includes(tag.id)), ...added];
}

/** Only along the diagram, unless the request allows the rest; the time of closing is the server's. */
function stageChange(
	store: DevRevStore,
	work: FullWork,
	{ stage, stage_validation_options = [] }: UpdateRequest,
): Partial<FullWork> {
	if (!stage) return {};
	const target = stageOf(store, work.type, 'stage.stage', { id: stage.stage, name: stage.name });
	if (target.id === work.stage.stage.id) return {};
	const { stages } = store.workDiagrams[work.type];
	const node = stages.find((one) => one.stage.id === work.stage.stage.id);
	const isAllowed = node?.transitions.some(({ target_stage }) => target_stage.id === target.id);
	if (!isAllowed && !stage_validation_options.includes('allow_invalid_transition')) {
		throw notPermitted(
			'stage.stage',
			'not a transition of the diagram',
			node?.transitions.map(({ target_stage }) => target_stage.id) ?? [],
		);
	}
	const closed = target.state.is_final ? new Date(store.clock.now()).toISOString() : undefined;
	return { stage: workStage(target), actual_close_date: closed };
}

function customChange(
	store: DevRevStore,
	work: FullWork,
	{ custom_fields, custom_schema_spec: spec = {} }: UpdateRequest,
): Partial<FullWork> {
	const values = { ...work.custom_fields };
	if (spec.drop?.subtype) {
		for (const name of Object.keys(values)) if (name.startsWith('ctype__')) delete values[name];
	}
	return {
		custom_fields: { ...values, ...checkCustomFields(store, spec, custom_fields ?? {}, values) },
		subtype: spec.drop?.subtype ? undefined : (spec.subtype ?? work.subtype),
	};
}

const UNSHOWN = [
	'is_spam',
	'is_archived',
	'is_frozen',
	'staged_info',
	'custom_schema_fragments',
] as const;

function remember({ unshownOfWorks }: DevRevStore, { id }: FullWork, wanted: JsonObject): void {
	const set = UNSHOWN.filter((name) => wanted[name] !== undefined);
	const known: UnshownOfWork = unshownOfWorks.get(id) ?? {};
	unshownOfWorks.set(id, {
		...known,
		...Object.fromEntries(set.map((name) => [name, wanted[name]])),
	});
}
