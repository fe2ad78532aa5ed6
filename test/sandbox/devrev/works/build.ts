import type { JsonObject } from '../../core/types';
import { isObject } from '../../core/values';
import { don } from '../ids';
import { summary } from '../incidents/build';
import type { DevRevStore, DevUser, Stage } from '../types';
import type { FullWork, WorkStage } from './types';
import type { WorkType } from './shapes';

/** Members that only the beta shows. */
const BETA_ONLY = ['actual_close_date', 'custom_fields', 'subtype', 'sync_metadata'];

/** As it is answered: what is empty is absent, not null. */
export function renderWork(work: JsonObject, isBeta: boolean): JsonObject {
	return Object.fromEntries(
		Object.entries(work).filter(([name, value]) => {
			if (!isBeta && BETA_ONLY.includes(name)) return false;
			if (name === 'owned_by') return true;
			if (Array.isArray(value)) return value.length > 0;
			return value !== undefined && (!isObject(value) || Object.keys(value).length > 0);
		}),
	);
}

export function workStage({ id, display_id, name, ordinal, state }: Stage): WorkStage {
	return {
		name,
		ordinal,
		stage: { id, display_id, name },
		state: { id: state.id, name: state.name, is_final: state.is_final },
	};
}

type Fields = Partial<FullWork> &
	Pick<FullWork, 'title' | 'owned_by' | 'applies_to_part' | 'stage'>;

/** Numbers a work and puts it into the store. */
export function addWork(
	store: DevRevStore,
	user: DevUser,
	type: WorkType,
	fields: Fields,
	at = store.clock.now(),
): FullWork {
	const number = store.linking.works.size + 20;
	const work: FullWork = {
		id: don(type, number),
		display_id: `${type === 'issue' ? 'ISS' : 'TKT'}-${number}`,
		type,
		...newWork(user, at),
		...fields,
	};
	store.linking.works.set(work.id, work);
	return work;
}

/** What every work has from the beginning. */
function newWork(user: DevUser, at: number) {
	const date = new Date(at).toISOString();
	return {
		created_by: user,
		created_date: date,
		modified_by: user,
		modified_date: date,
		artifacts: [],
		reported_by: [],
		tags: [],
		custom_fields: {},
	};
}

/** Gives the seeded issues and tickets what such works have. */
export function fileWorks(store: DevRevStore, user: DevUser): void {
	const [shop] = store.parts.values();
	const stages = [...store.stages.values()];
	const day = 86_400_000;
	const plan: { [number: string]: [string, number, Partial<FullWork>] } = {
		'ISS-7': ['in_development', 3, { priority: 'p1', priority_v2: value(2, 'P1') }],
		'ISS-8': ['resolved', 2, { priority: 'p3', priority_v2: value(4, 'P3') }],
		'TKT-3': ['awaiting_customer_response', 1, { severity: 'high', needs_response: true }],
	};
	for (const work of store.linking.works.values()) {
		const [name, days, more] = plan[work.display_id] ?? [];
		const stage = stages.find((one) => one.name === name);
		if (!stage || days === undefined) continue;
		const at = store.clock.now() - days * day;
		Object.assign(work, newWork(user, at), {
			applies_to_part: summary(shop, 'type', 'name', 'owned_by'),
			stage: workStage(stage),
			...(stage.state.is_final ? { actual_close_date: new Date(at + day).toISOString() } : {}),
			...more,
		});
	}
}

const value = (id: number, label: string) => ({ id, label, ordinal: id });
