import { queryList, queryValue } from '../core/request';
import { uuid } from '../core/shape';
import type { JsonObject, Query, Reply, SandboxRequest } from '../core/types';
import { invalid, refuse } from './errors';

const usualPage = 25;
const largestPage = 1000;

/** `fields=a,b`: those and no others; unknown names are skipped. Without it a default subset. */
export function selectFields(
	record: JsonObject,
	query: Query,
	hiddenByDefault: readonly string[] = [],
): JsonObject {
	const wanted = queryValue(query, 'fields')?.split(',');
	return Object.fromEntries(
		Object.entries(record).filter(([name]) =>
			wanted ? wanted.includes(name) : !hiddenByDefault.includes(name),
		),
	);
}

/** `count`, `next`, `previous`, `results`; pages count from 1. */
export function listPage(
	request: SandboxRequest,
	records: JsonObject[],
	hiddenByDefault: readonly string[] = [],
): Reply {
	const { query } = request;
	const wantedSize = Number(queryValue(query, 'page_size') ?? usualPage);
	const isSize = Number.isInteger(wantedSize) && wantedSize > 0;
	const size = isSize ? Math.min(wantedSize, largestPage) : usualPage;
	const pages = Math.max(1, Math.ceil(records.length / size));
	const page = Number(queryValue(query, 'page') ?? 1);
	if (!Number.isInteger(page) || page < 1 || page > pages) throw refuse(404, 'Invalid page.');
	const results = records
		.slice((page - 1) * size, page * size)
		.map((record) => selectFields(record, query, hiddenByDefault));
	return {
		status: 200,
		body: {
			count: records.length,
			next: page < pages ? pageUrl(request, page + 1) : null,
			previous: page > 1 ? pageUrl(request, page - 1) : null,
			results,
		},
	};
}

function pageUrl(request: SandboxRequest, page: number): string {
	const parameters = new URLSearchParams(request.rawQuery);
	parameters.set('page', String(page));
	return `${request.origin}${request.path}?${parameters.toString()}`;
}

/** A filter on equality; several values mean any of them. */
export function equals(
	query: Query,
	name: string,
	read: (record: JsonObject) => unknown,
): (record: JsonObject) => boolean {
	const wanted = queryList(query, name).map((value) => value.toLowerCase());
	return (record) =>
		wanted.length === 0 || wanted.includes(String(read(record) ?? '').toLowerCase());
}

export function checkUuid(query: Query, name: string): void {
	for (const value of queryList(query, name)) {
		if (!uuid.test(value)) throw invalid({ [name]: ['Enter a valid UUID.'] });
	}
}

export function readFlag(query: Query, name: string): boolean | undefined {
	const value = queryValue(query, name)?.toLowerCase();
	return value === 'true' ? true : value === 'false' ? false : undefined;
}
