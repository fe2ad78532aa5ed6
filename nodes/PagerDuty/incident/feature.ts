import type { Reader, SingleOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { recordOf } from '../api/profile';
import { hasCode, isAboutSender } from '../api/words';

/** The plan of the account lacks an ability. docs/facts/pagerduty.md#codes-of-a-missing-ability. */
const MISSING_ABILITY = 2014;

/**
 * For what only some plans have: nothing with a notice where the plan lacks it. A 403 or 404 says so as
 * well, but only about an incident that can be read.
 * @param feature as it begins a sentence: "Past incidents"
 */
export function emptyIfLacking(feature: string): NonNullable<SingleOperation['instead']> {
	return async (fault, { request }, reader) => {
		if (isAboutSender(fault)) return undefined;
		const isMissing = fault.status === 402 || hasCode(MISSING_ABILITY)(fault);
		const mayBeMissing = fault.status === 403 || fault.status === 404;
		const isLacking = isMissing || (mayBeMissing && (await canReadIncident(reader, request)));
		if (!isLacking) return undefined;
		reader.notice(
			`${feature} are not part of this PagerDuty account's plan, or not open to this key: the list is empty`,
		);
		return [];
	};
}

async function canReadIncident({ read }: Reader, { path }: ApiRequest): Promise<boolean> {
	const asked = read(
		{ method: 'GET', path: path.slice(0, path.lastIndexOf('/')) },
		recordOf('incident'),
	);
	return await asked.then(
		() => true,
		() => false,
	);
}
