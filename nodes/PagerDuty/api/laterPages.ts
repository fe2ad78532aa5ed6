import type { Paging } from '../../shared/wire/request';
import { asObject } from '../../shared/ground/values';
import { pagingOf } from './profile';

const FIRST = { limit: 100, offset: 0 };

/**
 * For lists whose reply has pages, while no parameters for them are documented. So the first request goes without,
 * and where an offset is ignored the list ends: the first page would come again and again.
 * docs/facts/pagerduty.md#paging.
 */
export function laterPages(noun: string, advice: string): Paging {
	const classic = pagingOf(noun, advice);
	return {
		...classic,
		sized: (request) => request,
		next: (request, reply, rows) => {
			const query = { ...FIRST, ...request.query };
			if (asObject(reply.body).offset !== Number(query.offset)) return;
			return classic.next({ ...request, query }, reply, rows);
		},
	};
}
