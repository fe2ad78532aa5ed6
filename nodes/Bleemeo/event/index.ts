import type { Resource } from '../../shared/run/operation';
import { continueWaitingWorkflow } from './continueWaitingWorkflow';
import { create } from './create';
import { findByReference } from './findByReference';
import { get } from './get';
import { getMany } from './getMany';
import { getReliabilityMetrics } from './getReliabilityMetrics';
import { getTimeline } from './getTimeline';
import { resolveThread } from './resolveThread';
import { sendFromAlert } from './sendFromAlert';
import { sendAndWait } from './sendAndWait';

export const event: Resource = {
	value: 'event',
	name: 'Event',
	operations: [
		create,
		get,
		getMany,
		getReliabilityMetrics,
		resolveThread,
		getTimeline,
		findByReference,
		sendFromAlert,
		sendAndWait,
		continueWaitingWorkflow,
	],
};
