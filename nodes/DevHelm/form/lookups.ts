import type { IDataObject } from 'n8n-workflow';

import { keepActable } from '../../shared/form/dependent';
import { searchFor, type Lookup } from '../../shared/form/lookup';
import { asText } from '../../shared/ground/values';
import { devHelm, paging, rowsOf } from '../api/profile';
import { placeOf, titleOf, toIncidentRecord } from '../api/record';
import { isOver } from '../maintenanceWindow/state';
import { serviceListSearch } from './serviceLookups';
import { statusPageListSearch } from './statusPageLookups';

/** A list whose rows have a name. docs/facts/devhelm.md#searches-for-the-form. */
function named(noun: string, path: string): Lookup {
	return {
		noun,
		request: () => ({ method: 'GET', path: `/api/v1${path}` }),
		rows: rowsOf,
		label: (row) => asText(row.name),
		filterHere: true,
	};
}

/** Paused monitors open no incident of their own, so the list says it. */
function monitorLabel({ name, enabled }: IDataObject): string | undefined {
	return enabled === false ? `${String(name)} (paused)` : asText(name);
}

/** Titles repeat, and many incidents have none: place, state and time tell them apart. */
function incidentLabel(incident: IDataObject): string {
	const what = [placeOf(incident), titleOf(incident)].filter(Boolean).join(': ') || 'Incident';
	const status = asText(incident.status)?.toLowerCase();
	const at = (asText(incident.startedAt) ?? asText(incident.createdAt))
		?.slice(0, 16)
		.replace('T', ' ');
	const facts = [status, at].filter(Boolean).join(', ');
	return [asText(incident.displayKey), what, facts && `(${facts})`].filter(Boolean).join(' ');
}

/** Many windows say no reason: what they silence and when tells them apart. */
function windowLabel(window: IDataObject): string {
	const whole = asText(window.monitorId) === undefined && 'whole organization';
	const [from, until] = [window.startsAt, window.endsAt].map((time) =>
		asText(time)?.slice(0, 16).replace('T', ' '),
	);
	const facts = [whole, `${from ?? '?'} to ${until ?? '?'}`].filter(Boolean).join(', ');
	return `${asText(window.reason) ?? 'Maintenance'} (${facts})`;
}

/** A service is listed once for each of its components that is tracked. */
function oncePerService(rows: IDataObject[]): IDataObject[] {
	const byId = new Map(rows.map((row) => [asText(row.serviceId), row]));
	return [...byId.values()];
}

export const listSearch = {
	searchEnvironments: searchFor(devHelm, named('environments', '/environments')),
	searchIncidents: searchFor(devHelm, {
		...named('incidents', '/incidents'),
		label: incidentLabel,
		keep: keepActable({ acknowledge: 'open', resolve: 'open' }, toIncidentRecord),
		paging,
	}),
	searchMonitors: searchFor(devHelm, {
		...named('monitors', '/monitors'),
		request: (search) => ({ method: 'GET', path: '/api/v1/monitors', query: { search } }),
		label: monitorLabel,
		paging,
		filterHere: false,
	}),
	searchResourceGroups: searchFor(devHelm, named('resource groups', '/resource-groups')),
	// The services that the organization tracks: those of the whole catalogue have no incidents here.
	searchServices: searchFor(devHelm, {
		...named('services', '/service-subscriptions'),
		rows: (reply) => oncePerService(rowsOf(reply) ?? []),
		value: (row) => asText(row.serviceId),
	}),
	searchTags: searchFor(devHelm, { ...named('tags', '/tags'), paging }),
	...statusPageListSearch,
	searchAlertChannels: searchFor(devHelm, {
		...named('alert channels', '/alert-channels'),
		request: (search) => ({ method: 'GET', path: '/api/v1/alert-channels', query: { search } }),
		label: ({ name, channelType }) => `${String(name)} (${String(channelType)})`,
		paging,
		filterHere: false,
	}),
	searchSecrets: searchFor(devHelm, {
		...named('secrets', '/secrets'),
		label: ({ key }) => asText(key),
	}),
	...serviceListSearch,
	searchMaintenanceWindows: searchFor(devHelm, {
		...named('maintenance windows', '/maintenance-windows'),
		label: windowLabel,
		keep: (row, context) =>
			context.getCurrentNodeParameter('operation') !== 'cancel' || !isOver(row, Date.now()),
		paging,
	}),
};
