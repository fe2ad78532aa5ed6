import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { isConflict } from '../incident/state';
import { monitorOf, pathOf, read, theMonitor } from './fields';
import { toMonitorRecord } from './record';

/** `POST /api/v1/monitors/{id}/resume`. docs/facts/devhelm.md#monitors. */
export const resume: SingleOperation = {
	value: 'resume',
	name: 'Resume',
	action: 'Resume monitor',
	description: 'Let a paused monitor check again. One that is running already stays so.',
	retry: 'idempotent',
	properties: [theMonitor('resume'), simplify],
	request: (parameters) => ({ method: 'POST', path: `${pathOf(parameters)}/resume` }),
	records: monitorOf,
	state: () => ({
		read,
		looksFirst: true,
		already: ({ enabled }) =>
			enabled === true
				? 'Some monitors were running already: nothing was changed on them'
				: undefined,
		isConflict,
	}),
	simplify: toMonitorRecord,
};
