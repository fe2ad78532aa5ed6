import type { IDataObject } from 'n8n-workflow';

import { chosenId } from '../../shared/form/dependent';
import { searchFor } from '../../shared/form/lookup';
import { asObject, asText } from '../../shared/ground/values';
import { byCursor, devHelm, rowsOf } from '../api/profile';
import { CATALOG_SERVICE } from './ids';

const THE_SERVICE = { path: 'service', label: 'Service', kind: CATALOG_SERVICE };

/** A service is tracked as a whole, or by one of its components. */
function subscriptionLabel({ name, component }: IDataObject): string | undefined {
	const part = asText(asObject(component).name);
	return part ? `${String(name)}: ${part}` : asText(name);
}

/** List searches for the services of others. docs/facts/devhelm.md#searches-for-the-form. */
export const serviceListSearch = {
	// By their short names: a subscription is made by that.
	searchCatalogServices: searchFor(devHelm, {
		noun: 'services',
		request: (search) => ({
			method: 'GET',
			path: '/api/v1/services',
			query: { search, sort: 'curated' },
		}),
		rows: rowsOf,
		label: ({ name }) => asText(name),
		value: ({ slug }) => asText(slug),
		url: ({ officialStatusUrl }) => asText(officialStatusUrl),
		paging: byCursor(100),
	}),
	searchServiceComponents: searchFor(devHelm, {
		noun: 'components of the service',
		request: (_, context) => {
			const service = encodeURIComponent(chosenId(context, THE_SERVICE));
			return { method: 'GET', path: `/api/v1/services/${service}/components` };
		},
		rows: rowsOf,
		label: ({ name, groupName }) =>
			asText(groupName) ? `${String(groupName)}: ${String(name)}` : asText(name),
		filterHere: true,
	}),
	searchSubscriptions: searchFor(devHelm, {
		noun: 'subscriptions',
		request: () => ({ method: 'GET', path: '/api/v1/service-subscriptions' }),
		rows: rowsOf,
		label: subscriptionLabel,
		value: ({ subscriptionId }) => asText(subscriptionId),
		filterHere: true,
	}),
};
