import type { IDataObject } from 'n8n-workflow';

import { asRows, asText } from '../../shared/ground/values';

/** What the simplified service is made of, as Bleemeo names it. docs/facts/bleemeo.md#services. */
const NAMES = [
	'id',
	'label',
	'instance',
	'agent',
	'active',
	'monitor_url',
	'listen_addresses',
	'exe_path',
	'tags',
	'created_at',
	'account',
];

export const SERVICE_FIELDS = NAMES.join(',');

/** A Bleemeo service, flat: its tags by name. */
export function toServiceRecord(service: IDataObject): IDataObject {
	return {
		...Object.fromEntries(NAMES.map((name) => [name, service[name] ?? null])),
		tags: asRows(service.tags).flatMap(({ name }) => asText(name) ?? []),
	};
}
