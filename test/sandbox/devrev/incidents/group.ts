import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { isObject } from '../../core/values';
import { readBody } from '../body';
import { notPermitted } from '../errors';
import { cutPage } from '../paging';
import type { PageRequest } from '../paging';
import type { DevRevContext, Incident } from '../types';
import { renderIncident } from './build';
import { matching } from './list';
import { groupShape } from './shapes';

interface GroupRequest extends PageRequest {
	group_by: string;
	limit_per_group?: number;
}

/** The key of the group that an incident falls into; undefined for one without a value. */
type KeyOf = (incident: Incident) => JsonObject | undefined;

const idKey = (value: unknown): JsonObject | undefined =>
	isObject(value) ? { type: 'id', value: String(value.id) } : undefined;
const intKey = (value: unknown): JsonObject | undefined =>
	isObject(value) ? { type: 'int', value: Number(value.id) } : undefined;

const KEYS: { [field: string]: KeyOf } = {
	applies_to_parts: ({ applies_to_parts }) =>
		applies_to_parts.length
			? { type: 'id_list', values: applies_to_parts.map(({ id }) => String(id)) }
			: undefined,
	created_by: ({ created_by }) => idKey(created_by),
	owned_by: ({ owned_by }) => idKey(owned_by[0]),
	severity: ({ severity }) => intKey(severity),
	reported_by: ({ reported_by }) => intKey(reported_by),
	source: ({ source }) => intKey(source),
	stage: ({ stage }) => ({ type: 'stage', name: String(stage.stage.name) }),
	subtype: ({ subtype }) =>
		subtype === undefined ? undefined : { type: 'string', value: subtype },
};

/** Groups in the order in which their first incidents come. docs/facts/devrev.md#counting-incidents. */
export function groupIncidents({ store }: DevRevContext, request: SandboxRequest): Reply {
	const wanted = readBody<GroupRequest>(request, groupShape);
	const { group_by, limit_per_group = 50, limit = 10 } = wanted;
	if (!Object.hasOwn(KEYS, group_by)) {
		throw notPermitted('group_by', 'no field to group by', Object.keys(KEYS));
	}
	const groups = new Map<string, { id: string; key: JsonObject; all: Incident[] }>();
	for (const incident of matching(store, wanted)) {
		const key = KEYS[group_by](incident);
		if (!key) continue;
		const id = JSON.stringify(key);
		const group = groups.get(id) ?? { id, key, all: [] };
		group.all.push(incident);
		groups.set(id, group);
	}
	const { records, next, previous } = cutPage([...groups.values()], { ...wanted, limit });
	return {
		status: 200,
		body: {
			groups: records.map(({ key, all }) => ({
				key,
				incidents: all.slice(0, limit_per_group).map(renderIncident),
				total: all.length,
				...(all.length > limit_per_group ? { next_cursor: 'more' } : {}),
			})),
			next_cursor: next,
			prev_cursor: previous,
		},
	};
}
