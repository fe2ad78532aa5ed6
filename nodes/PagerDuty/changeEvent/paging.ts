import type { ApiRequest, Paging } from '../../shared/wire/request';
import { pagingOf } from '../api/profile';

const classic = pagingOf(
	'change events',
	"Split the time with the filters 'Changed After' and 'Changed Before'",
);

/** True for the changes around an incident, which have a limit and no pages. */
export const isRelated = ({ path }: ApiRequest) => path.endsWith('/related_change_events');

/** docs/facts/pagerduty.md#reading-change-events. */
export const paging: Paging = {
	...classic,
	sized: (request, limit) =>
		isRelated(request)
			? { ...request, query: { ...request.query, limit } }
			: classic.sized(request, limit),
	next: (request, reply, rows) =>
		isRelated(request) ? undefined : classic.next(request, reply, rows),
};
