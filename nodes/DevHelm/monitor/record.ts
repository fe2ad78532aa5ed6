import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asRows, asText } from '../../shared/ground/values';

/**
 * What one looks at in a monitor. `status` is up, degraded, down, paused or unknown, and null before
 * the first probe. docs/facts/devhelm.md#monitors.
 */
export function toMonitorRecord(monitor: IDataObject): IDataObject {
	const { enabled } = monitor;
	return {
		provider: 'devhelm',
		id: asText(monitor.id) ?? null,
		name: asText(monitor.name) ?? null,
		type: asText(monitor.type) ?? null,
		status: asText(monitor.currentStatus) ?? null,
		enabled: typeof enabled === 'boolean' ? enabled : null,
		environment: asText(asObject(monitor.environment).name) ?? null,
		tags: asRows(monitor.tags).flatMap(({ name }) => asText(name) ?? []),
		frequencySeconds: asNumber(monitor.frequencySeconds) ?? null,
		updatedAt: asText(monitor.updatedAt) ?? null,
	};
}
