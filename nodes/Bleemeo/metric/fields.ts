import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { AGENT, METRIC } from '../form/ids';

/** A metric, and the agent whose metrics the list shows: an account may hold many thousands. */
export const chosenMetric: INodeProperties[] = [
	locator(AGENT, {
		displayName: 'Agent',
		name: 'agentId',
		description:
			"The agent whose metrics the list of 'Metric' shows. It is not sent: leave it empty when you give the metric by its ID.",
	}),
	locator(METRIC, {
		displayName: 'Metric',
		name: 'metricId',
		required: true,
		description:
			"The metric to read: choose the 'Agent' first and then from the list, or give its ID",
		typeOptions: { loadOptionsDependsOn: ['agentId'] },
	}),
];
