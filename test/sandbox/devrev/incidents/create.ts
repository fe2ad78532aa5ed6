import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { notPermitted, refuse } from '../errors';
import { resolve } from '../ids';
import type { DevRevContext, DevRevStore, Incident, Stage } from '../types';
import { addIncident, renderIncident, stageAnswer } from './build';
import { checkCustomFields } from './customFields';
import type { SchemaSpec } from './customFields';
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
import { createShape } from './shapes';

interface CreateRequest {
	title: string;
	body?: string;
	severity?: number;
	reported_by?: number;
	source?: number;
	stage?: { stage: string };
	stage_validation_options?: string[];
	owned_by?: string[];
	applies_to_parts?: string[];
	impact?: { count?: number; customer_ids?: string[] };
	tags?: TagRequest;
	pia?: string[];
	playbooks?: string[];
	related_docs?: string[];
	artifacts?: string[];
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

export function createIncident(context: DevRevContext, request: SandboxRequest): Reply {
	const { store, user } = context;
	const wanted = readBody<CreateRequest>(request, createShape);
	if (wanted.source !== undefined && !context.isServiceAccount) {
		throw notPermitted('source', 'only system users and service accounts set it');
	}
	const spec = wanted.custom_schema_spec ?? {};
	const fields: Partial<Incident> & Pick<Incident, 'stage' | 'title'> = {
		title: wanted.title,
		body: wanted.body,
		severity: enumField(store, 'severity', wanted.severity),
		reported_by: enumField(store, 'reported_by', wanted.reported_by),
		source: enumField(store, 'source', wanted.source),
		impact: readImpact(store, wanted.impact),
		stage: stageAnswer(readStage(store, wanted)),
		owned_by: readOwners(store, wanted.owned_by),
		applies_to_parts: readParts(store, wanted.applies_to_parts),
		artifacts: readArtifacts(store, wanted.artifacts),
		tags: readTags(store, wanted.tags),
		pia: readArticles(store, 'pia', wanted.pia),
		playbooks: readArticles(store, 'playbooks', wanted.playbooks),
		identified_date: wanted.identified_date,
		acknowledged_date: wanted.acknowledged_date,
		mitigated_date: wanted.mitigated_date,
		target_close_date: wanted.target_close_date,
		custom_fields: checkCustomFields(store, spec, wanted.custom_fields ?? {}),
		subtype: spec.subtype,
		sync_metadata: wanted.sync_metadata && syncAnswer(wanted.sync_metadata),
	};
	const incident = addIncident(store, user, withoutUndefined(fields), {
		related_docs: readArticles(store, 'related_docs', wanted.related_docs).map(({ id }) =>
			String(id),
		),
		staged_info: wanted.staged_info ?? {},
		external_source_data: wanted.external_source_data ?? {},
	});
	return { status: 201, body: { incident: renderIncident(incident) } };
}

function readImpact(store: DevRevStore, impact: CreateRequest['impact']): Incident['impact'] {
	if (!impact) return undefined;
	const count = enumField(store, 'impact.count', impact.count);
	const customer_ids = readCustomers(store, impact.customer_ids);
	return { ...(count ? { count } : {}), customer_ids };
}

/** Stages are named by DON only; an initial stage other than the start needs permission. */
function readStage(store: DevRevStore, wanted: CreateRequest): Stage {
	const { stages } = store.diagram;
	const start = stages.find(({ is_start }) => is_start) ?? stages[0];
	const id = wanted.stage?.stage ?? start.stage.id;
	if (!id.startsWith('don:'))
		throw refuse(400, 'invalid_id', 'Invalid ID', { field_name: 'stage.stage' });
	const stage = resolve('stage.stage', store.stages, ['custom_stage'], id);
	if (!stages.some((node) => node.stage.id === stage.id)) {
		throw notPermitted('stage.stage', 'the stage is not in the diagram of incidents');
	}
	const mayStartAnywhere = wanted.stage_validation_options?.includes('allow_non_start') === true;
	if (stage.id !== start.stage.id && !mayStartAnywhere) {
		throw notPermitted('stage.stage', 'not a start stage', [start.stage.id]);
	}
	return stage;
}
