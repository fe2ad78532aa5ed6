import type { IDataObject } from 'n8n-workflow';

import { Fault } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { recordOf, rowsOf } from '../api/profile';
import { hasCode, isAboutSender } from '../api/words';

/** The plan of the account lacks an ability. docs/facts/pagerduty.md#codes-of-a-missing-ability. */
const MISSING_ABILITY = 2014;

/**
 * The rows of a list that only some plans have: an empty list with a notice where the plan lacks it.
 * A 403 or 404 says so as well, but only about an incident that can be read.
 */
export async function readFeature(
	{ send, notice }: Steps,
	request: ApiRequest,
	envelope: string,
	feature: string,
): Promise<IDataObject[]> {
	const rows = rowsOf(envelope);
	const sent = send(request, 'read', rows);
	const reply = await sent.catch(async (failure: unknown) => {
		if (!(failure instanceof Fault) || isAboutSender(failure.details)) return await sent;
		const { status } = failure.details;
		const isMissing = status === 402 || hasCode(MISSING_ABILITY)(failure.details);
		if (!isMissing && status !== 403 && status !== 404) return await sent;
		if (!isMissing) {
			const path = request.path.slice(0, request.path.lastIndexOf('/'));
			const isThere = send({ method: 'GET', path }, 'read', recordOf('incident'));
			await isThere.catch(async () => await sent);
		}
		return undefined;
	});
	if (reply) return rows(reply) ?? [];
	notice(
		`${feature} are not part of this PagerDuty account's plan, or not open to this key: the list is empty`,
	);
	return [];
}
