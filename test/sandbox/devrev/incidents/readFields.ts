import type { JsonObject } from '../../core/types';
import { isObject } from '../../core/values';
import { invalidEnum, notPermitted, refuse } from '../errors';
import { resolve } from '../ids';
import type { DevRevStore, EnumValue, Incident } from '../types';
import { enumAnswer, enumValues, summary } from './build';

/** How the fields of a create and of an update are read: by the same rules. */

const partKinds = ['capability', 'enhancement', 'feature', 'linkable', 'product', 'runnable'];
const userKinds = ['devu', 'revu', 'svcacc', 'sysu'];

export type TagRequest = Array<{ tag_id: string; value?: string }>;

export const readOwners = ({ devUsers }: DevRevStore, ids: string[] = []) =>
	ids.map((id) => resolve('owned_by', devUsers, userKinds, id));

export const readParts = ({ parts }: DevRevStore, ids: string[] = []) =>
	ids.map((id) =>
		summary(resolve('applies_to_parts', parts, partKinds, id), 'type', 'name', 'owned_by'),
	);

/** A sync as it is answered: its unit is an object by then, and its history is not shown. */
export function syncAnswer(wanted: JsonObject): JsonObject {
	const sides = ['last_sync_in', 'last_sync_out'].flatMap((name) => {
		const sync = wanted[name];
		if (!isObject(sync)) return [];
		const { status, sync_date, sync_unit } = sync;
		const shown = { status, sync_date, sync_unit: sync_unit && { id: sync_unit } };
		const set = Object.entries(shown).filter(([, value]) => value !== undefined);
		return [[name, Object.fromEntries(set)] as const];
	});
	return { ...wanted, ...Object.fromEntries(sides) };
}

export const readArticles = (
	{ articles }: DevRevStore,
	field: 'pia' | 'playbooks' | 'related_docs',
	ids: string[] = [],
) => ids.map((id) => summary(resolve(field, articles, ['article'], id), 'title', 'article_type'));

export function enumField(
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

export const readCustomers = ({ accounts }: DevRevStore, ids: string[] = []) =>
	ids.map((id) =>
		summary(resolve('impact.customer_ids', accounts, ['account'], id), 'display_name'),
	);

export function readTags(store: DevRevStore, tags: TagRequest = []): Incident['tags'] {
	return tags.map(({ tag_id, value }) => {
		const tag = resolve('tags.tag_id', store.tags, ['tag'], tag_id);
		if (value !== undefined && !tag.allowed_values.includes(value)) {
			throw notPermitted('tags.value', 'the tag does not allow the value', tag.allowed_values);
		}
		return { tag: summary(tag, 'name'), ...(value === undefined ? {} : { value }) };
	});
}

/** An artifact has one parent for ever; an incident may name its own again. */
export function readArtifacts(store: DevRevStore, ids: string[] = [], own?: Incident) {
	const artifacts = ids.map((id) => resolve('artifacts', store.artifacts, ['artifact'], id));
	for (const artifact of artifacts) {
		const parent = [...store.incidents.values()].find((incident) =>
			incident.artifacts.some(({ id }) => id === artifact.id),
		);
		if (!parent || parent === own) continue;
		throw refuse(
			400,
			'artifact_already_attached_to_a_parent',
			'The artifact has a parent already',
			{ existing_parent: parent.id, is_same: false },
		);
	}
	return artifacts;
}

export function withoutUndefined<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
