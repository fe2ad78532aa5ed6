import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { isObject } from '../../core/values';
import { readBody } from '../body';
import { invalidEnum } from '../errors';
import { dateTest } from '../incidents/dateFilter';
import type { DateFilter } from '../incidents/dateFilter';
import { customTest, idsOf, syncTest } from '../incidents/list';
import type { Work } from '../links/types';
import { cutPage, sortRecords } from '../paging';
import type { PageRequest, SortKeys } from '../paging';
import { isBeta } from '../timeline/find';
import type { DevRevContext, DevRevStore } from '../types';
import { renderWork } from './build';
import { dateFields, listShape } from './shapes';
import { isFull, type FullWork } from './types';

type Test = (work: FullWork) => boolean;
type Read = (work: FullWork, store: DevRevStore) => unknown[];

const ofOne = (value: unknown) => (isObject(value) ? idsOf([value]) : []);
const ofMany = (values: JsonObject[] | undefined) => idsOf(values ?? []);

/** How the values of each filter are read. */
const readers: { [filter: string]: Read } = {
	applies_to_part: (work) => ofOne(work.applies_to_part),
	created_by: (work) => ofOne(work.created_by),
	modified_by: (work) => ofOne(work.modified_by),
	owned_by: (work) => ofMany(work.owned_by),
	reported_by: (work) => ofMany(work.reported_by),
	tags: (work) => ofMany(work.tags.map(({ tag }) => tag)),
	state: (work) => [work.stage.state.name],
	type: (work) => [work.type],
	'stage.name': (work) => [work.stage.name],
	'issue.accounts': (work) => ofOne(work.account),
	'issue.priority': (work) => [work.priority],
	'issue.priority_v2': (work) => [work.priority_v2?.id],
	'issue.rev_orgs': (work) => ofOne(work.rev_org),
	'issue.sla_summary.stage': () => [],
	'issue.sprint': (work) => ofOne(work.sprint),
	'issue.subtype': (work) => [work.subtype],
	'ticket.brand': () => [],
	'ticket.channels': (work) => work.channels ?? [],
	'ticket.channels_v2': (work) => ofMany(work.channels_v2),
	'ticket.group': (work) => ofOne(work.group),
	'ticket.rev_org': (work) => ofOne(work.rev_org),
	'ticket.severity': (work) => [work.severity],
	'ticket.sla_summary.stage': () => [],
	'ticket.source_channel': (work) => [work.source_channel],
	'ticket.source_channel_v2': (work) => ofOne(work.source_channel_v2),
	'ticket.subtype': (work) => [work.subtype],
};

const flags: { [filter: string]: (work: FullWork, store: DevRevStore) => boolean } = {
	'ticket.is_frozen': ({ id }, store) => store.unshownOfWorks.get(id)?.is_frozen === true,
	'ticket.is_spam': ({ id }, store) => store.unshownOfWorks.get(id)?.is_spam === true,
	'ticket.needs_response': ({ needs_response }) => needs_response === true,
};

const dates: { [filter: string]: (work: FullWork) => string | undefined } = {
	...Object.fromEntries(dateFields.map((name) => [name, (work: FullWork) => work[name]])),
	'issue.actual_start_date': () => undefined,
	'issue.target_start_date': (work) => work.target_start_date,
	'issue.sla_summary.target_time': () => undefined,
	'ticket.sla_summary.target_time': () => undefined,
};

const sortKeys: SortKeys<Work> = {
	...Object.fromEntries(
		dateFields.map((name) => [name, (work: Work) => Date.parse(String(work[name] ?? '')) || 0]),
	),
	title: (work) => work.title,
};

export function listWorks({ store }: DevRevContext, request: SandboxRequest): Reply {
	const wanted = readBody<PageRequest & { type?: string[] }>(request, listShape(isBeta(request)));
	const beta = wanted.type?.find((type) => ['opportunity', 'task'].includes(type));
	if (beta && !isBeta(request)) throw invalidEnum('type', beta, ['issue', 'ticket']);
	const tests = testsOf(store, wanted);
	const isPlain = tests.length === 0;
	const found = [...store.linking.works.values()].filter((work) =>
		isFull(work)
			? tests.every((test) => test(work))
			: isPlain || wanted.type?.includes(work.type) === true,
	);
	const { records, next, previous } = cutPage(
		sortRecords(found, wanted.sort_by ?? [], sortKeys),
		wanted,
	);
	return {
		status: 200,
		body: {
			works: records.map((work) => renderWork(work, isBeta(request))),
			next_cursor: next,
			prev_cursor: previous,
		},
	};
}

const at = (wanted: JsonObject, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), wanted);

function testsOf(store: DevRevStore, wanted: JsonObject): Test[] {
	const tests: Test[] = [];
	for (const [path, read] of Object.entries(readers)) {
		const values = at(wanted, path);
		if (!Array.isArray(values) || !values.length) continue;
		tests.push((work) => read(work, store).some((value) => values.includes(value)));
	}
	for (const [path, read] of Object.entries(flags)) {
		const value = at(wanted, path);
		if (value !== undefined) tests.push((work) => read(work, store) === value);
	}
	for (const [path, read] of Object.entries(dates)) {
		const filter = at(wanted, path);
		if (!isObject(filter)) continue;
		const test = dateTest(path, filter as unknown as DateFilter, store.clock.now());
		tests.push((work) => test(read(work)));
	}
	if (isObject(wanted.custom_fields)) tests.push(customTest(store, wanted.custom_fields));
	if (isObject(wanted.sync_metadata)) tests.push(syncTest(wanted.sync_metadata));
	if (isObject(wanted.staged_info)) {
		const { is_staged = false } = wanted.staged_info;
		tests.push(() => is_staged === false);
	}
	return tests;
}
