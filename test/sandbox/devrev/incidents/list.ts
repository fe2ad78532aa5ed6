import { isObject } from '../../core/values';
import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { notFound, notPermitted } from '../errors';
import { cutPage, sortRecords } from '../paging';
import type { PageRequest, SortKeys } from '../paging';
import type { DevRevContext, DevRevStore, Incident } from '../types';
import { renderIncident } from './build';
import { dateSpan, dateTest } from './dateFilter';
import type { DateFilter } from './dateFilter';
import { dateFields, getShape, listShape } from './shapes';

type Test = (incident: Incident) => boolean;

export const idsOf = (records: JsonObject[]) =>
	records.flatMap(({ id, display_id }) => [id, display_id]);

/** How the values of each list filter are read from an incident. */
const readers: Record<string, (incident: Incident, store: DevRevStore) => unknown[]> = {
	applies_to_parts: (incident) => idsOf(incident.applies_to_parts),
	impacted_customers: ({ impact }) => idsOf(impact?.customer_ids ?? []),
	created_by: (incident) => idsOf([incident.created_by]),
	owned_by: (incident) => idsOf(incident.owned_by),
	pia: (incident) => idsOf(incident.pia),
	playbooks: (incident) => idsOf(incident.playbooks),
	related_docs: ({ id }, store) => store.unshown.get(id)?.related_docs ?? [],
	reported_by: (incident) => [incident.reported_by?.id],
	severity: (incident) => [incident.severity?.id],
	source: (incident) => [incident.source?.id],
	stage: (incident) => [incident.stage.stage.id],
	subtype: (incident) => [incident.subtype],
	title: (incident) => [incident.title],
};

const sortKeys: SortKeys<Incident> = {
	...Object.fromEntries(
		dateFields.map((name) => [name, (incident: Incident) => Date.parse(incident[name] ?? '') || 0]),
	),
	severity: (incident) => incident.severity?.ordinal ?? 0,
	title: (incident) => incident.title,
};

export function listIncidents({ store }: DevRevContext, request: SandboxRequest): Reply {
	const wanted = readBody<PageRequest>(request, listShape);
	const { records, next, previous } = cutPage(matching(store, wanted), wanted);
	return {
		status: 200,
		body: { incidents: records.map(renderIncident), next_cursor: next, prev_cursor: previous },
	};
}

/** The incidents that a list or a count is about, in order. */
export function matching(store: DevRevStore, wanted: PageRequest): Incident[] {
	const { created_date } = wanted;
	const now = store.clock.now();
	const span =
		created_date === undefined
			? undefined
			: dateSpan('created_date', created_date as DateFilter, now);
	const tests = readTests(store, wanted, now);
	const found = [...store.incidents.newestFirst(span)].filter((incident) =>
		tests.every((test) => test(incident)),
	);
	return wanted.sort_by ? sortRecords(found, wanted.sort_by, sortKeys) : found;
}

export function getIncident({ store }: DevRevContext, request: SandboxRequest): Reply {
	const { id } = readBody<{ id: string }>(request, getShape);
	return { status: 200, body: { incident: renderIncident(findIncident(store, id)) } };
}

export function findIncident(store: DevRevStore, id: string): Incident {
	const incident =
		store.incidents.get(id) ?? [...store.incidents.values()].find((one) => one.display_id === id);
	if (!incident) throw notFound('No such incident');
	return incident;
}

/** All but the one for the date of creation. */
function readTests(store: DevRevStore, wanted: JsonObject, now: number): Test[] {
	const tests: Test[] = [];
	for (const [name, read] of Object.entries(readers)) {
		const values = wanted[name];
		if (!Array.isArray(values) || values.length === 0) continue;
		tests.push((incident) => read(incident, store).some((value) => values.includes(value)));
	}
	for (const name of dateFields) {
		const filter = wanted[name];
		if (filter === undefined || name === 'created_date') continue;
		const test = dateTest(name, filter as DateFilter, now);
		tests.push((incident) => test(incident[name]));
	}
	if (isObject(wanted.custom_fields)) tests.push(customTest(store, wanted.custom_fields));
	if (isObject(wanted.sync_metadata)) tests.push(syncTest(wanted.sync_metadata));
	if (isObject(wanted.staged_info)) {
		const { is_staged = false } = wanted.staged_info;
		tests.push(({ id }) => (store.unshown.get(id)?.staged_info.is_staged ?? false) === is_staged);
	}
	return tests;
}

export function customTest(store: DevRevStore, filter: JsonObject) {
	const fields = [...store.tenantFields, ...[...store.subtypeFields.values()].flat()];
	for (const [name, values] of Object.entries(filter)) {
		const field = fields.find((candidate) => candidate.name === name);
		if (!field?.is_filterable) throw notPermitted(`custom_fields.${name}`, 'not filterable');
		if (!Array.isArray(values)) throw notPermitted(`custom_fields.${name}`, 'a list is needed');
	}
	return ({ custom_fields }: { custom_fields: JsonObject }) =>
		Object.entries(filter).every(([name, values]) => {
			const actual = custom_fields[name];
			const all: unknown[] = Array.isArray(actual) ? actual : [actual];
			return Array.isArray(values) && all.some((value) => values.includes(value));
		});
}

/** `external_reference` and `origin_system`, each with any of several values. */
export function syncTest(filter: JsonObject) {
	return ({ sync_metadata }: { sync_metadata?: JsonObject }) =>
		['external_reference', 'origin_system'].every((name) => {
			const values = filter[name];
			return !Array.isArray(values) || values.includes(sync_metadata?.[name]);
		});
}
