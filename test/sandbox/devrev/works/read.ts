import type { JsonObject } from '../../core/types';
import { invalidEnum, invalidId, notFound, notPermitted, refuse } from '../errors';
import { resolve } from '../ids';
import { summary } from '../incidents/build';
import type { Artifact, DevRevStore, DevUser, EnumValue, Stage } from '../types';
import { workStockFields } from './schema';
import type { WorkType } from './shapes';
import { isFull, type FullWork } from './types';

/** How the fields of a create and of an update are read: by the same rules. */

const partKinds = ['capability', 'enhancement', 'feature', 'linkable', 'product', 'runnable'];
const userKinds = ['devu', 'revu', 'svcacc', 'sysu'];

export function findWork({ linking }: DevRevStore, wanted: string): FullWork {
	const found = [...linking.works.values()].find((one) =>
		[one.id, one.display_id].includes(wanted),
	);
	if (!found || !isFull(found)) throw notFound('No such work');
	return found;
}

export const partOf = ({ parts }: DevRevStore, field: string, id: string): JsonObject =>
	summary(resolve(field, parts, partKinds, id), 'type', 'name', 'owned_by');

export const usersOf = ({ devUsers }: DevRevStore, field: string, ids: string[]): DevUser[] =>
	ids.map((id) => resolve(field, devUsers, userKinds, id));

export function ownersOf(store: DevRevStore, ids: string[]): DevUser[] {
	if (!ids.length) throw notPermitted('owned_by', 'must not be empty');
	return usersOf(store, 'owned_by', ids);
}

export const artifactsOf = ({ artifacts }: DevRevStore, ids: string[]): Artifact[] =>
	ids.map((id) => resolve('artifacts', artifacts, ['artifact'], id));

export type WorkTag = { id: string; value?: string };

export function tagsOf(store: DevRevStore, tags: WorkTag[]): FullWork['tags'] {
	return tags.map(({ id, value }) => {
		const tag = resolve('tags.id', store.tags, ['tag'], id);
		if (value !== undefined && !tag.allowed_values.includes(value)) {
			throw notPermitted('tags.value', 'the tag does not allow the value', tag.allowed_values);
		}
		return { tag: summary(tag, 'name'), ...(value === undefined ? {} : { value }) };
	});
}

export function enumOf(type: WorkType, name: string, wanted: number): EnumValue {
	const field = workStockFields[type].find((one) => one.name === name);
	const values = (field?.allowed_values ?? []) as EnumValue[];
	const found = values.find(({ id }) => id === wanted);
	if (found) return { id: found.id, label: found.label, ordinal: found.ordinal };
	throw invalidEnum(
		name,
		wanted,
		values.map(({ id }) => id),
	);
}

/** A stage by the ID, which wins, or by the name; it has to be one of the diagram. */
export function stageOf(
	store: DevRevStore,
	type: WorkType,
	field: string,
	{ id, name }: { id?: string; name?: string },
): Stage {
	if (id !== undefined && !id.startsWith('don:')) {
		throw refuse(400, 'invalid_id', 'Invalid ID', { field_name: field });
	}
	const stage =
		id === undefined
			? [...store.stages.values()].find((one) => one.name === name)
			: resolve(field, store.stages, ['custom_stage'], id);
	const diagram = store.workDiagrams[type];
	if (stage && diagram.stages.some((node) => node.stage.id === stage.id)) return stage;
	throw notPermitted(field, `the stage is not in the diagram of ${type}s`);
}

/** What an issue or a ticket refers to, as it is answered. */
export function ownOf(store: DevRevStore, type: WorkType, wanted: JsonObject): Partial<FullWork> {
	const readers: { [field: string]: (value: never) => unknown } = {
		priority_v2: (value: number) => enumOf(type, 'priority_v2', value),
		sentiment: (value: number) => enumOf(type, 'sentiment', value),
		sprint: (value: string) => store.sprints.find(({ id }) => id === value) ?? unknown('sprint'),
		account: (value: string) =>
			summary(resolve('account', store.accounts, ['account'], value), 'display_name'),
		group: (value: string) => summary(resolve('group', store.groups, ['group'], value), 'name'),
		rev_org: (value: string) => ({
			...summary(resolve('rev_org', store.revOrgs, ['revo'], value), 'display_name'),
			type: 'rev_org',
		}),
		channels_v2: (values: string[]) => values.map((id) => ({ id })),
		source_channel_v2: (id: string) => ({ id }),
		developed_with: (values: string[]) => values.map((id) => partOf(store, 'developed_with', id)),
	};
	const plain = [
		'priority',
		'target_start_date',
		'channels',
		'needs_response',
		'severity',
		'source_channel',
		'sentiment_summary',
		'sentiment_modified_date',
	];
	const entries = Object.entries(wanted).flatMap(([name, value]) => {
		const read = readers[name];
		if (value === undefined) return [];
		if (read) return [[name, read(value as never)] as const];
		return plain.includes(name) ? [[name, value] as const] : [];
	});
	return Object.fromEntries(entries) as Partial<FullWork>;
}

function unknown(field: string): never {
	throw invalidId(field);
}
