import type { IDataObject } from 'n8n-workflow';

import { choice, simplify } from '../../shared/form/fields';
import { asNumber, asObject, asText } from '../../shared/ground/values';
import type { SingleOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { idIn } from '../form/ids';
import { pathOf, theMonitor } from './fields';

/** `GET /api/v1/monitors/{id}/uptime`, whose answer may come without an envelope. docs/facts/devhelm.md#results-of-a-monitor. */
export const getUptime: SingleOperation = {
	value: 'getUptime',
	name: 'Get Uptime',
	action: 'Get uptime of monitor',
	description:
		'Read for how many percent of its checks a monitor was up in the last 24 hours, or 7, 30 or 90 days, and how fast it answered',
	retry: 'read',
	properties: [
		theMonitor('read the uptime of'),
		choice({
			displayName: 'Period',
			name: 'period',
			required: true,
			default: '24h',
			description: 'The time up to now that is counted',
			options: [
				{ name: 'Last 24 Hours', value: '24h' },
				{ name: 'Last 7 Days', value: '7d' },
				{ name: 'Last 30 Days', value: '30d' },
				{ name: 'Last 90 Days', value: '90d' },
			],
		}),
		simplify,
	],
	request: (parameters) => ({
		method: 'GET',
		path: `${pathOf(parameters)}/uptime`,
		query: { window: parameters.option<string>('period') },
	}),
	records: ({ body }) => {
		const { data = body } = asObject(body);
		const uptime = asObject(data);
		return asNumber(uptime.totalChecks) === undefined ? undefined : [uptime];
	},
	simplify: toUptimeRecord,
};

/** Without a check there is no percentage. */
function toUptimeRecord(uptime: IDataObject, { path, query }: ApiRequest): IDataObject {
	return {
		provider: 'devhelm',
		monitorId: idIn(path, 2),
		period: asText(query?.window) ?? null,
		uptimePercentage: asNumber(uptime.uptimePercentage) ?? null,
		totalChecks: asNumber(uptime.totalChecks) ?? null,
		passedChecks: asNumber(uptime.passedChecks) ?? null,
		avgLatencyMs: asNumber(uptime.avgLatencyMs) ?? null,
		p95LatencyMs: asNumber(uptime.p95LatencyMs) ?? null,
	};
}
