import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { pathOf, theMonitor } from './fields';

/** `DELETE /api/v1/monitors/{id}`. docs/facts/devhelm.md#making-and-changing-monitors. */
export const deleteMonitor: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete monitor',
	description:
		"Remove a monitor: it checks no more, and no list has it. 'Pause' stops its checks for a while only.",
	properties: [theMonitor('delete')],
	request: (parameters) => ({ method: 'DELETE', path: pathOf(parameters) }),
	...removal,
};
