import type { Resource } from '../../shared/run/operation';
import { acknowledge } from './acknowledge';
import { count } from './count';
import { continueWaitingWorkflow } from './continueWaitingWorkflow';
import { create } from './create';
import { deleteIncident } from './delete';
import { findByReference } from './findByReference';
import { get } from './get';
import { getMany } from './getMany';
import { getReliabilityMetrics } from './getReliabilityMetrics';
import { getTimeline } from './getTimeline';
import { mitigate } from './mitigate';
import { reopen } from './reopen';
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
		acknowledge,
		mitigate,
		resolve,
		reopen,
		deleteIncident,
		count,
		getTimeline,
		getReliabilityMetrics,
		findByReference,
		sendFromAlert,
		sendAndWait,
		continueWaitingWorkflow,
	],
};
