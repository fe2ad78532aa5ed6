import { asObject, asText } from '../../shared/ground/values';
import type { Paging } from '../../shared/wire/request';

/** Unlike the other lists, those of stages and diagrams call it `cursor`. docs/facts/devrev.md#pages-of-a-list. */
export const stagePaging: Paging = {
	maxPageSize: 100,
	sized: (request, limit) => ({ ...request, body: { ...request.body, limit } }),
	next: (request, { body }) => {
		const cursor = asText(asObject(body).cursor);
		return cursor ? { ...request, body: { ...request.body, cursor } } : undefined;
	},
	cursor: { in: 'body', name: 'cursor' },
};
