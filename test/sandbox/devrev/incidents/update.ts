import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { notPermitted, refuse } from '../errors';
import { resolve } from '../ids';
import { noteChanges } from '../timeline/changes';
import type { DevRevContext, DevRevStore, DevUser, Incident, Stage } from '../types';
import { nothingUnshown, renderIncident, stageAnswer } from './build';
import { checkCustomFields } from './customFields';
import type { SchemaSpec } from './customFields';
import { findIncident } from './list';
import {
	enumField,
	readArticles,
	readArtifacts,
	readCustomers,
	readOwners,
	readParts,
	readTags,
	syncAnswer,
	withoutUndefined,
} from './readFields';
import type { TagRequest } from './readFields';
import { getShape, updateShape } from './shapes';

/** A list is replaced as a whole; an empty one clears. docs/facts/devrev.md#updating-an-incident. */
interface Replacement<T = string> {
	set?: T[];
}

interface UpdateRequest extends JsonObject {
	id: string;
	title?: string;
	body?: string;
	severity?: number;
	reported_by?: number;
	source?: number;
	stage?: { stage?: string; notes?: string };
	stage_validation_options?: string[];
	owned_by?: Replacement;
	applies_to_parts?: Replacement;
	impact?: { count?: number; customer_ids?: Replacement };
	tags?: Replacement<TagRequest[number]>;
	pia?: Replacement;
	playbooks?: Replacement;
	related_docs?: Replacement;
	artifacts?: Replacement;
	identified_date?: string;
	acknowledged_date?: string;
	mitigated_date?: string;
	target_close_date?: string;
	custom_fields?: JsonObject;
	custom_schema_spec?: SchemaSpec;
	sync_metadata?: JsonObject;
	staged_info?: JsonObject;
	external_source_data?: JsonObject;
}

export function updateIncident(context: DevRevContext, request: SandboxRequest): Reply {
	const { store, user } = context;
	const wanted = readBody<UpdateRequest>(request, updateShape);
	if (wanted.source !== undefined && !context.isServiceAccount) {
		throw notPermitted('source', 'only system users and service accounts set it');
	}
	const incident = findIncident(store, wanted.id);
	const changes = {
		...withoutUndefined({
			title: wanted.title,
			body: wanted.body,
			severity: enumField(store, 'severity', wanted.severity),
			reported_by: enumField(store, 'reported_by', wanted.reported_by),
			source: enumField(store, 'source', wanted.source),
			identified_date: wanted.identified_date,
			acknowledged_date: wanted.acknowledged_date,
			mitigated_date: wanted.mitigated_date,
			target_close_date: wanted.target_close_date,
		}),
		...lists(store, incident, wanted),
		...stageChange(store, incident, wanted),
		...schemaChange(store, incident, wanted),
		...impactChange(store, incident, wanted),
		...(wanted.sync_metadata
			? { sync_metadata: { ...incident.sync_metadata, ...syncAnswer(wanted.sync_metadata) } }
			: {}),
	};
	// Nothing is written before everything was read.
	const related = wanted.related_docs?.set;
	const relatedIds = related && readArticles(store, 'related_docs', related);
	const before = { ...incident };
	Object.assign(incident, changes, touched(store, user));
	noteChanges(store, user, before, incident);
	const unshown = store.unshown.get(incident.id) ?? nothingUnshown();
	store.unshown.set(incident.id, {
		related_docs: relatedIds ? relatedIds.map(({ id }) => String(id)) : unshown.related_docs,
		staged_info: { ...unshown.staged_info, ...wanted.staged_info },
		external_source_data: { ...unshown.external_source_data, ...wanted.external_source_data },
	});
	return { status: 200, body: { incident: renderIncident(incident) } };
}

export function deleteIncident({ store }: DevRevContext, request: SandboxRequest): Reply {
	const { id } = findIncident(store, readBody<{ id: string }>(request, getShape).id);
	store.incidents.delete(id);
	store.unshown.delete(id);
	return { status: 200, body: {} };
}

function touched(store: DevRevStore, user: DevUser) {
	return { modified_by: user, modified_date: new Date(store.clock.now()).toISOString() };
}

function lists(store: DevRevStore, incident: Incident, wanted: UpdateRequest): Partial<Incident> {
	const { owned_by, applies_to_parts, artifacts, pia, playbooks, tags } = wanted;
	return withoutUndefined({
		owned_by: owned_by?.set && readOwners(store, owned_by.set),
		applies_to_parts: applies_to_parts?.set && readParts(store, applies_to_parts.set),
		artifacts: artifacts?.set && readArtifacts(store, artifacts.set, incident),
		pia: pia?.set && readArticles(store, 'pia', pia.set),
		playbooks: playbooks?.set && readArticles(store, 'playbooks', playbooks.set),
		tags: tags?.set && readTags(store, tags.set),
	});
}

function impactChange(
	store: DevRevStore,
	{ impact }: Incident,
	wanted: UpdateRequest,
): Partial<Incident> {
	if (!wanted.impact) return {};
	const count = enumField(store, 'impact.count', wanted.impact.count) ?? impact?.count;
	const set = wanted.impact.customer_ids?.set;
	const customer_ids = set ? readCustomers(store, set) : (impact?.customer_ids ?? []);
	return { impact: { ...(count ? { count } : {}), customer_ids } };
}

/** Only along the diagram, unless the request allows the rest; the time of closing is the server's. */
function stageChange(
	store: DevRevStore,
	incident: Incident,
	{ stage, stage_validation_options = [] }: UpdateRequest,
): Partial<Incident> {
	const id = stage?.stage;
	if (id === undefined || id === incident.stage.stage.id) return {};
	const target = readTarget(store, id);
	const node = store.diagram.stages.find((one) => one.stage.id === incident.stage.stage.id);
	const isAllowed = node?.transitions.some(({ target_stage }) => target_stage.id === target.id);
	if (!isAllowed && !stage_validation_options.includes('allow_invalid_transition')) {
		throw notPermitted(
			'stage.stage',
			'not a transition of the diagram',
			node?.transitions.map(({ target_stage }) => target_stage.id) ?? [],
		);
	}
	const closed = target.state.is_final ? new Date(store.clock.now()).toISOString() : undefined;
	return {
		stage: stageAnswer(target),
		actual_close_date: closed && (incident.actual_close_date ?? closed),
	};
}

function readTarget(store: DevRevStore, id: string): Stage {
	if (!id.startsWith('don:')) {
		throw refuse(400, 'invalid_id', 'Invalid ID', { field_name: 'stage.stage' });
	}
	const stage = resolve('stage.stage', store.stages, ['custom_stage'], id);
	if (store.diagram.stages.some((node) => node.stage.id === stage.id)) return stage;
	throw notPermitted('stage.stage', 'the stage is not in the diagram of incidents');
}

/** Groups that are not named stay as they are; `drop` takes the fields of one off. */
function schemaChange(
	store: DevRevStore,
	incident: Incident,
	{ custom_fields, custom_schema_spec: spec = {} }: UpdateRequest,
): Partial<Incident> {
	const values = { ...incident.custom_fields };
	if (spec.drop?.subtype) {
		for (const name of Object.keys(values)) if (name.startsWith('ctype__')) delete values[name];
	}
	return {
		custom_fields: { ...values, ...checkCustomFields(store, spec, custom_fields ?? {}, values) },
		subtype: spec.drop?.subtype ? undefined : (spec.subtype ?? incident.subtype),
	};
}
