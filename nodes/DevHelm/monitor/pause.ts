import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { isConflict } from '../incident/state';
import { monitorOf, pathOf, read, theMonitor } from './fields';
import { toMonitorRecord } from './record';

/** `POST /api/v1/monitors/{id}/pause`. docs/facts/devhelm.md#monitors. */
export const pause: SingleOperation = {
	value: 'pause',
	name: 'Pause',
	action: 'Pause monitor',
	description:
		'Stop the checks of a monitor until it is resumed: it opens no incidents meanwhile. One that is paused already stays so.',
	retry: 'idempotent',
	properties: [theMonitor('pause'), simplify],
	request: (parameters) => ({ method: 'POST', path: `${pathOf(parameters)}/pause` }),
	records: monitorOf,
	state: () => ({
		read,
		looksFirst: true,
		already: ({ enabled }) =>
			enabled === false
				? 'Some monitors were paused already: nothing was changed on them'
				: undefined,
		isConflict,
	}),
	simplify: toMonitorRecord,
};
