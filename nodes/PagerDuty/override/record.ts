import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';
import type { ApiRequest } from '../../shared/wire/request';
import { namedIn } from '../api/record';

/** An override does not say which schedule it is of; the path does. docs/facts/pagerduty.md#overrides. */
export function toOverrideRecord(override: IDataObject, { path }: ApiRequest): IDataObject {
	const [, , scheduleId] = path.split('/').map(decodeURIComponent);
	const user = namedIn(override.user);
	return {
		provider: 'pagerduty',
		id: asText(override.id) ?? null,
		scheduleId,
		userId: user?.id ?? null,
		userName: user?.name ?? null,
		start: asText(override.start) ?? null,
		end: asText(override.end) ?? null,
	};
}
