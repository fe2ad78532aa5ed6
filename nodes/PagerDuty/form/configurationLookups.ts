import type { IDataObject } from 'n8n-workflow';

import { searchFor } from '../../shared/form/lookup';
import { cut } from '../../shared/ground/characters';
import { asRows, asText } from '../../shared/ground/values';
import type { Paging } from '../../shared/wire/request';
import { paging, rowsOf } from '../api/profile';
import { pagerDutyWays } from '../api/ways';

const LONGEST_LABEL = 80;
const services = rowsOf('services');

/** Pages count services, and each has several integrations. */
const byService: Paging = {
	...paging,
	next: (request, reply) => paging.next(request, reply, services(reply) ?? []),
};

/** List searches for what an account is made of, beside what lookups.ts has. docs/facts/pagerduty.md#lists-in-the-form. */
export const configurationListSearch = {
	searchBusinessServices: searchFor(pagerDutyWays, {
		noun: 'business services',
		request: () => ({ method: 'GET', path: '/business_services' }),
		rows: rowsOf('business_services'),
		label: ({ name }) => asText(name),
		url: (row) => asText(row.html_url),
		paging,
		filterHere: true,
		emptyOn: [402],
	}),
	searchChangeEvents: searchFor(pagerDutyWays, {
		noun: 'change events',
		request: () => ({ method: 'GET', path: '/change_events' }),
		rows: rowsOf('change_events'),
		label: ({ summary, timestamp }) =>
			[cut(asText(summary) ?? '', LONGEST_LABEL), asText(timestamp)].filter(Boolean).join(', '),
		paging,
		filterHere: true,
	}),
	searchIntegrations: searchFor(pagerDutyWays, {
		noun: 'integrations',
		request: () => ({
			method: 'GET',
			path: '/services',
			query: { sort_by: 'name', 'include[]': ['integrations'] },
		}),
		rows: (reply) => services(reply)?.flatMap(integrationsOf),
		label: ({ name, serviceName }) => `${String(name)} (${String(serviceName)})`,
		url: (row) => asText(row.html_url),
		paging: byService,
		filterHere: true,
	}),
};

function integrationsOf({ name: serviceName, integrations }: IDataObject): IDataObject[] {
	return asRows(integrations).map((one) => ({ name: one.summary, ...one, serviceName }));
}
