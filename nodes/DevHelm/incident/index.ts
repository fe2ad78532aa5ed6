import type { Resource } from '../../shared/run/operation';
import { acknowledge } from './acknowledge';
import { addUpdate } from './addUpdate';
import { continueWaitingWorkflow } from './continueWaitingWorkflow';
import { create } from './create';
import { findByReference } from './findByReference';
import { get } from './get';
import { getMany } from './getMany';
import { getReliabilityMetrics } from './getReliabilityMetrics';
import { getTimeline } from './getTimeline';
import { resolve } from './resolve';
import { sendFromAlert } from './sendFromAlert';
import { sendAndWait } from './sendAndWait';
import { update } from './update';

export const incident: Resource = {
	value: 'incident',
	name: 'Incident',
	operations: [
		create,
		get,
		getMany,
		update,
		addUpdate,
		acknowledge,
		resolve,
		getTimeline,
		getReliabilityMetrics,
		findByReference,
		sendFromAlert,
		sendAndWait,
		continueWaitingWorkflow,
	],
};
