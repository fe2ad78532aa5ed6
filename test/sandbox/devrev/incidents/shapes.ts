import {
	dateTime,
	flag,
	formatted,
	list,
	map,
	object,
	oneOf,
	required,
	text,
	whole,
} from '../../core/shape';
import type { Members, Shape } from '../../core/shape';
import { id } from '../ids';
import { pageMembers, sortMember } from '../paging';

const time = formatted(dateTime);
const ids = list(id);

const unresolved = list(
	object({ devrev_field_name: text, external_field_name: text, external_display_name: text }),
);

const sync = (...states: string[]): Shape =>
	object({ status: oneOf(...states), sync_date: time, sync_history: id, sync_unit: id });

export const schemaSpec = object({
	tenant_fragment: flag,
	subtype: text,
	apps: list(text),
	validate_required_fields: flag,
	drop: object({ subtype: flag, apps: list(text) }),
});

/** What a create and an update take alike. */
const commonMembers: Members = {
	body: text,
	severity: whole,
	reported_by: whole,
	source: whole,
	identified_date: time,
	acknowledged_date: time,
	mitigated_date: time,
	target_close_date: time,
	custom_fields: map,
	custom_schema_spec: schemaSpec,
	external_source_data: object({ closed_date: time, created_date: time, modified_date: time }),
	sync_metadata: object({
		external_reference: text,
		origin_system: text,
		last_sync_in: sync('failed', 'modified', 'staged', 'succeeded'),
		last_sync_out: sync('failed', 'modified', 'succeeded'),
	}),
	staged_info: object({
		is_staged: flag,
		unresolved_fields: list(text),
		sync_in_unresolved_fields: unresolved,
		sync_out_unresolved_fields: unresolved,
	}),
};

const tags = list(object({ tag_id: required(id), value: text }));

/** The lists of IDs: plain on a create, wrapped in `set` on an update. */
export const idLists = [
	'applies_to_parts',
	'artifacts',
	'owned_by',
	'pia',
	'playbooks',
	'related_docs',
] as const;

export const createShape = object({
	...commonMembers,
	...Object.fromEntries(idLists.map((name) => [name, ids])),
	title: required({ kind: 'string', min: 1 }),
	stage: object({ stage: required(id), notes: text }),
	stage_validation_options: list(oneOf('allow_non_start')),
	impact: object({ count: whole, customer_ids: ids }),
	tags,
});

export const updateShape = object({
	...commonMembers,
	...Object.fromEntries(idLists.map((name) => [name, object({ set: ids })])),
	id: required(id),
	title: { kind: 'string', min: 1 },
	stage: object({ stage: id, notes: text }),
	stage_validation_options: list(oneOf('allow_invalid_transition')),
	impact: object({ count: whole, customer_ids: object({ set: ids }) }),
	tags: object({ set: tags }),
});

export const getShape = object({ id: required(id) });

export const dateFilter = object({
	type: required(oneOf('preset', 'range')),
	after: time,
	before: time,
	preset_type: oneOf('last_n_days', 'next_n_days'),
	days: whole,
});

const syncFilter = object({
	status: list(text),
	sync_date: dateFilter,
	sync_history: ids,
	sync_unit: list(id),
});

/** How an object stands with another system. */
export const syncFilterMembers: Members = {
	staged_info: object({ is_staged: flag }),
	sync_metadata: object({
		external_reference: list(text),
		origin_system: list(text),
		last_sync_in: syncFilter,
		last_sync_out: syncFilter,
	}),
};

export const dateFields = [
	'acknowledged_date',
	'actual_close_date',
	'created_date',
	'identified_date',
	'mitigated_date',
	'modified_date',
	'target_close_date',
] as const;

export const filterMembers: Members = {
	...Object.fromEntries(dateFields.map((name) => [name, dateFilter])),
	applies_to_parts: ids,
	// Newer than the official file: docs/facts/devrev.md#filters-of-the-list-of-incidents.
	impacted_customers: ids,
	include_child_parts: flag,
	created_by: ids,
	owned_by: ids,
	pia: ids,
	playbooks: ids,
	related_docs: ids,
	reported_by: list(whole),
	severity: list(whole),
	source: list(whole),
	stage: ids,
	subtype: list(text),
	title: list(text),
	custom_fields: map,
	...syncFilterMembers,
};

export const groupShape = object({
	...filterMembers,
	...pageMembers,
	...sortMember,
	group_by: required(text),
	limit_per_group: whole,
});

export const listShape = object({ ...filterMembers, ...pageMembers, ...sortMember });
