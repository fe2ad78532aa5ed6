import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { invalidEnum, notPermitted, refuse } from '../errors';
import { resolve } from '../ids';
import type { DevRevContext, DevRevStore, EnumValue, Incident, Stage } from '../types';
import { addIncident, enumAnswer, enumValues, renderIncident, stageAnswer, summary } from './build';
import { checkCustomFields } from './customFields';
import type { SchemaSpec } from './customFields';
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
	tags?: Array<{ tag_id: string; value?: string }>;
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

export const partKinds = [
	'capability',
	'enhancement',
	'feature',
	'linkable',
	'product',
	'runnable',
];

export function createIncident(context: DevRevContext, request: SandboxRequest): Reply {
	const { store, user } = context;
	const wanted = readBody<CreateRequest>(request, createShape);
	if (wanted.source !== undefined && !context.isServiceAccount) {
		throw notPermitted('source', 'only system users and service accounts set it');
	}
	const spec = wanted.custom_schema_spec ?? {};
	const many = <T extends { id: string; display_id: string }>(
		field: keyof CreateRequest & string,
		records: Map<string, T>,
		...kinds: string[]
	): T[] => ((wanted[field] ?? []) as string[]).map((id) => resolve(field, records, kinds, id));
	const articles = (field: 'pia' | 'playbooks' | 'related_docs') =>
		many(field, store.articles, 'article').map((one) => summary(one, 'title', 'article_type'));
	const fields: Partial<Incident> & Pick<Incident, 'stage' | 'title'> = {
		title: wanted.title,
		body: wanted.body,
		severity: enumField(store, 'severity', wanted.severity),
		reported_by: enumField(store, 'reported_by', wanted.reported_by),
		source: enumField(store, 'source', wanted.source),
		impact: readImpact(store, wanted.impact),
		stage: stageAnswer(readStage(store, wanted)),
		owned_by: many('owned_by', store.devUsers, 'devu', 'revu', 'svcacc', 'sysu'),
		applies_to_parts: many('applies_to_parts', store.parts, ...partKinds).map((part) =>
			summary(part, 'type', 'name'),
		),
		artifacts: attach(store, many('artifacts', store.artifacts, 'artifact')),
		tags: readTags(store, wanted),
		pia: articles('pia'),
		playbooks: articles('playbooks'),
		identified_date: wanted.identified_date,
		acknowledged_date: wanted.acknowledged_date,
		mitigated_date: wanted.mitigated_date,
		target_close_date: wanted.target_close_date,
		custom_fields: checkCustomFields(store, spec, wanted.custom_fields ?? {}),
		subtype: spec.subtype,
		sync_metadata: wanted.sync_metadata,
	};
	const incident = addIncident(store, user, withoutUndefined(fields), {
		related_docs: articles('related_docs').map(({ id }) => String(id)),
		staged_info: wanted.staged_info ?? {},
		external_source_data: wanted.external_source_data ?? {},
	});
	return { status: 201, body: { incident: renderIncident(incident) } };
}

function withoutUndefined<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function enumField(
	store: DevRevStore,
	name: string,
	wanted: number | undefined,
): EnumValue | undefined {
	if (wanted === undefined) return undefined;
	const values = enumValues(store, name).filter((value) => value.is_deprecated !== true);
	const found = values.find(({ id }) => id === wanted);
	if (found) return enumAnswer(found);
	throw invalidEnum(
		name,
		wanted,
		values.map(({ id }) => id),
	);
}

function readImpact(store: DevRevStore, impact: CreateRequest['impact']): Incident['impact'] {
	if (!impact) return undefined;
	const count = enumField(store, 'impact.count', impact.count);
	const customer_ids = (impact.customer_ids ?? []).map((id) =>
		summary(resolve('impact.customer_ids', store.accounts, ['account'], id), 'display_name'),
	);
	return { ...(count ? { count } : {}), customer_ids };
}

function readTags(store: DevRevStore, wanted: CreateRequest): Incident['tags'] {
	return (wanted.tags ?? []).map(({ tag_id, value }) => {
		const tag = resolve('tags.tag_id', store.tags, ['tag'], tag_id);
		if (value !== undefined && !tag.allowed_values.includes(value)) {
			throw notPermitted('tags.value', 'the tag does not allow the value', tag.allowed_values);
		}
		return { tag: summary(tag, 'name'), ...(value === undefined ? {} : { value }) };
	});
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

/** An artifact has one parent for ever. */
function attach<T extends { id: string }>(store: DevRevStore, artifacts: T[]): T[] {
	if (artifacts.length === 0) return artifacts;
	const taken = new Set(
		[...store.incidents.values()].flatMap((one) => one.artifacts.map(({ id }) => id)),
	);
	const existing = artifacts.find(({ id }) => taken.has(id));
	if (existing) {
		throw refuse(
			400,
			'artifact_already_attached_to_a_parent',
			'The artifact has a parent already',
			{
				existing_parent: existing.id,
				is_same: false,
			},
		);
	}
	return artifacts;
}
