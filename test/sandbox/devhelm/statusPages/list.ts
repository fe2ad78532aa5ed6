import { queryList } from '../../core/request';
import type { Query, Reply, SandboxRequest } from '../../core/types';
import { invalidQuery } from '../errors';
import { numberedPage, sorted } from '../paging';
import type { DevHelmStore } from '../types';
import { pageStatuses } from './types';

const sortable = ['createdAt', 'impact', 'startedAt', 'status', 'title', 'updatedAt'] as const;

/** Newest first unless told otherwise. Rows have no updates. */
export function listPageIncidents(
	{ pageIncidents }: DevHelmStore,
	request: SandboxRequest,
	pageId: string,
): Reply {
	const wanted = readStatuses(request.query);
	const found = [...pageIncidents.newestFirst()].filter(
		({ statusPageId, status }) =>
			statusPageId === pageId && (!wanted.length || wanted.includes(status)),
	);
	return numberedPage(request, sorted(found, request.query, sortable), 20, (incident) => ({
		...incident,
		updates: null,
	}));
}

/** Repeated, or with commas. */
function readStatuses(query: Query): string[] {
	const values = queryList(query, 'status').flatMap((value) => value.split(','));
	for (const value of values) {
		if ((pageStatuses as readonly string[]).includes(value)) continue;
		throw invalidQuery('status', `must be one of ${pageStatuses.join(', ')}`);
	}
	return values;
}
