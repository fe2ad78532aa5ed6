import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import { asNumber, asObject, isObject } from '../../shared/ground/values';
import type { SingleOperation } from '../../shared/run/operation';

/** `GET /api/v1/dashboard/overview`. docs/facts/devhelm.md#overview. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get overview',
	description:
		'Read the state of everything at a glance: how many monitors are up, down and paused, how many incidents are active, and the mean uptime',
	retry: 'read',
	properties: [simplify],
	request: () => ({ method: 'GET', path: '/api/v1/dashboard/overview' }),
	records: ({ body }) => {
		const { data } = asObject(body);
		return isObject(data) && isObject(data.monitors) ? [data] : undefined;
	},
	simplify: toOverviewRecord,
};

function toOverviewRecord(overview: IDataObject): IDataObject {
	const [monitors, incidents] = [asObject(overview.monitors), asObject(overview.incidents)];
	return {
		provider: 'devhelm',
		monitors: asNumber(monitors.total) ?? null,
		monitorsUp: asNumber(monitors.up) ?? null,
		monitorsDown: asNumber(monitors.down) ?? null,
		monitorsDegraded: asNumber(monitors.degraded) ?? null,
		monitorsPaused: asNumber(monitors.paused) ?? null,
		averageUptime24h: asNumber(monitors.avgUptime24h) ?? null,
		averageUptime30d: asNumber(monitors.avgUptime30d) ?? null,
		activeIncidents: asNumber(incidents.active) ?? null,
		incidentsResolvedToday: asNumber(incidents.resolvedToday) ?? null,
		mttr30d: asNumber(incidents.mttr30d) ?? null,
	};
}
