import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import { Fault, statusOf } from '../../shared/ground/failures';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { theWindow, windowIn } from './fields';
import { stateOf, toWindowRecord } from './record';

const OVER = 'Some maintenance windows had ended already: nothing was changed on them';

/**
 * `DELETE /maintenance_windows/{id}`, without From: it ends a window that runs and takes away one that is to come.
 * docs/facts/pagerduty.md#ending-a-maintenance-window.
 */
export const end: StepsOperation = {
	value: 'end',
	name: 'End',
	action: 'End maintenance window',
	description:
		'Let services open incidents again: a maintenance window that runs ends now, one that is to come is deleted. One that has ended stays as it is.',
	retry: 'idempotent',
	properties: [theWindow('end'), simplify],
	plan: (parameters) => {
		const request: ApiRequest = {
			method: 'DELETE',
			path: `/maintenance_windows/${parameters.pathId('maintenanceWindowId')}`,
		};
		return { request, run: async (steps) => await run(steps, request) };
	},
	// PagerDuty's clock may be a little ahead of ours: whatever is left is over.
	simplify: (window) => ({
		...toWindowRecord(window),
		status: window.deleted === true ? 'deleted' : 'past',
	}),
};

async function run(steps: Steps, request: ApiRequest): Promise<IDataObject[]> {
	const look: ApiRequest = { method: 'GET', path: request.path };
	const [window] = await steps.read(look, windowIn);
	if (stateOf(window) === 'past') {
		steps.notice(OVER);
		return [window];
	}
	await steps.send(request, 'idempotent').catch((failure: unknown) => {
		if (!isDone(failure)) throw failure;
		if (failure instanceof Fault && !failure.details.outcomeUnknown) steps.notice(OVER);
	});
	// The answer is empty: what was to come is gone, what ran has a new end.
	const [left] = await steps.read(look, windowIn).catch(() => []);
	return [left ?? { ...window, deleted: true }];
}

/** It ended meanwhile, or an attempt that brought no answer has done it. */
function isDone(failure: unknown): boolean {
	if (!(failure instanceof Fault)) return false;
	const status = statusOf(failure);
	return status === 405 || (status === 404 && failure.details.outcomeUnknown);
}
