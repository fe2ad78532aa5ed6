import type { Resource } from '../../shared/run/operation';
import { getIncidentMetrics } from './getIncidentMetrics';
import { getRawIncidents } from './getRawIncidents';
import { getResponderMetrics } from './getResponderMetrics';

export const analytics: Resource = {
	value: 'analytics',
	name: 'Analytics',
	operations: [getIncidentMetrics, getResponderMetrics, getRawIncidents],
};
