import type { Resource } from '../../shared/run/operation';
import { acknowledge } from './acknowledge';
import { continueWaitingWorkflow } from './continueWaitingWorkflow';
import { create } from './create';
import { escalate } from './escalate';
import { findByReference } from './findByReference';
import { get } from './get';
import { getBusinessImpact } from './getBusinessImpact';
import { getMany } from './getMany';
import { getOutlier } from './getOutlier';
import { getPast } from './getPast';
import { getRelated } from './getRelated';
import { getReliabilityMetrics } from './getReliabilityMetrics';
import { getTimeline } from './getTimeline';
import { merge } from './merge';
import { reassign } from './reassign';
import { reopen } from './reopen';
import { resolve } from './resolve';
import { runWorkflow } from './runWorkflow';
import { sendFromAlert } from './sendFromAlert';
import { sendAndWait } from './sendAndWait';
import { setBusinessImpact } from './setBusinessImpact';
import { setCustomFields } from './setCustomFields';
import { snooze } from './snooze';
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
		resolve,
		reopen,
		reassign,
		escalate,
		snooze,
		merge,
		getRelated,
		getPast,
		getTimeline,
		getReliabilityMetrics,
		findByReference,
		setCustomFields,
		runWorkflow,
		getOutlier,
		getBusinessImpact,
		setBusinessImpact,
		sendFromAlert,
		sendAndWait,
		continueWaitingWorkflow,
	],
};
