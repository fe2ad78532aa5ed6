import { chosen, writtenText } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asObject, asText } from '../../shared/ground/values';
import { pagingOf, rowsOf } from '../api/profile';

/** Switched off is 0 where it is sent, and null where it is shown. */
const timeout = (name: string) => chosen(name, { from: (service) => service[name] ?? 0 });

/**
 * A service is known again by its name, which no other one may have, and by whatever else was sent.
 * docs/facts/pagerduty.md#writing-services.
 */
export const existing: Existing = {
	sent: ({ body }) => asObject(asObject(body).service),
	traits: {
		name: writtenText('name'),
		description: writtenText('description'),
		escalation_policy: chosen('escalation_policy'),
		auto_resolve_timeout: timeout('auto_resolve_timeout'),
		acknowledgement_timeout: timeout('acknowledgement_timeout'),
	},
	createdAt: (row) => asText(row.created_at),
	recent: ({ name }, _, isThorough) => ({
		method: 'GET',
		path: '/services',
		query: { name: isThorough ? undefined : asText(name), sort_by: 'name' },
	}),
	again: { read: (id) => ({ method: 'GET', path: `/services/${encodeURIComponent(id)}` }) },
	paging: pagingOf('services', 'Look for the service in PagerDuty'),
	rows: rowsOf('services'),
};
