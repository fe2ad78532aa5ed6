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
import { dateFilter, schemaSpec, syncFilterMembers } from '../incidents/shapes';
import { pageMembers, sortMember } from '../paging';

export type WorkType = 'issue' | 'ticket';

const time = formatted(dateTime);
const ids = list(id);
const priority = oneOf('p0', 'p1', 'p2', 'p3');
const severity = oneOf('blocker', 'high', 'low', 'medium');
const channels = list(oneOf('email', 'plug', 'slack', 'twilio', 'twilio_sms'));
const body: Shape = { kind: 'string', max: 65_536 };
const title: Shape = { kind: 'string', min: 1, max: 256 };
const withValue = object({ id: required(id), value: text });

/** What a work has of its own, on a create and on an update. */
const ownMembers: Record<WorkType, Members> = {
	issue: { priority, priority_v2: whole, sprint: id, target_start_date: time },
	ticket: {
		account: id,
		channels_v2: ids,
		group: id,
		is_spam: flag,
		needs_response: flag,
		rev_org: id,
		severity,
		source_channel_v2: id,
	},
};

const betaMembers: Members = {
	custom_fields: map,
	custom_schema_fragments: ids,
	custom_schema_spec: schemaSpec,
};

export const createShape = (type: WorkType, isBeta: boolean) =>
	object({
		type: required(oneOf('issue', 'ticket')),
		applies_to_part: required(id),
		owned_by: required(ids),
		title: required(title),
		artifacts: ids,
		body,
		reported_by: ids,
		stage: object({ name: text, ...(isBeta ? { id } : {}) }),
		stage_validation_options: list(oneOf('allow_non_start')),
		tags: list(withValue),
		target_close_date: time,
		...ownMembers[type],
		...(type === 'issue' ? { developed_with: ids } : { channels, source_channel: text }),
		...(isBeta ? betaMembers : {}),
	});

const unresolved = list(
	object({ devrev_field_name: text, external_field_name: text, external_display_name: text }),
);

/** Without a type only what all works have can be changed. */
export const updateShape = (type: WorkType | undefined, isBeta: boolean) =>
	object({
		id: required(id),
		type: oneOf('issue', 'ticket'),
		applies_to_part: id,
		artifacts: object({ add: ids, remove: ids, set: ids }),
		body,
		owned_by: object({ set: ids }),
		reported_by: object({ set: ids }),
		stage: object({ name: text, ...(isBeta ? { stage: id } : {}) }),
		stage_validation_options: list(oneOf('allow_invalid_transition')),
		staged_info: object({
			sync_in_unresolved_fields: unresolved,
			sync_out_unresolved_fields: unresolved,
			unresolved_fields: list(text),
		}),
		tags: object({
			add: list(withValue),
			remove: list(object({ id: required(id) })),
			set: list(withValue),
		}),
		target_close_date: time,
		title,
		...(type ? ownMembers[type] : {}),
		...(type === 'issue' ? { developed_with: object({ set: ids }) } : {}),
		...(type === 'ticket'
			? {
					channels: object({ set: channels }),
					is_archived: flag,
					is_frozen: flag,
					sentiment: whole,
					sentiment_modified_date: time,
					sentiment_summary: text,
				}
			: {}),
		...(isBeta ? betaMembers : {}),
	});

export const getShape = object({ id: required(id) });

const sla = object({
	stage: list(oneOf('breached', 'completed', 'paused', 'running', 'warning')),
	target_time: dateFilter,
});

export const dateFields = [
	'actual_close_date',
	'created_date',
	'modified_date',
	'target_close_date',
] as const;

export const listShape = (isBeta: boolean) =>
	object({
		type: list(oneOf('issue', 'opportunity', 'task', 'ticket')),
		...Object.fromEntries(dateFields.map((name) => [name, dateFilter])),
		applies_to_part: ids,
		created_by: ids,
		modified_by: ids,
		owned_by: ids,
		reported_by: ids,
		tags: ids,
		stage: object({ name: list(text) }),
		state: list(text),
		...syncFilterMembers,
		issue: object({
			accounts: ids,
			actual_start_date: dateFilter,
			priority: list(priority),
			priority_v2: list(whole),
			rev_orgs: ids,
			sla_summary: sla,
			sprint: ids,
			target_start_date: dateFilter,
			...(isBeta ? { subtype: list(text) } : {}),
		}),
		ticket: object({
			brand: ids,
			channels,
			channels_v2: ids,
			group: ids,
			is_frozen: flag,
			is_spam: flag,
			needs_response: flag,
			rev_org: ids,
			severity: list(severity),
			sla_summary: sla,
			source_channel: list(text),
			source_channel_v2: ids,
			surveys: object({}),
			...(isBeta ? { subtype: list(text) } : {}),
		}),
		...(isBeta ? { custom_fields: map } : {}),
		...pageMembers,
		...sortMember,
	});
