import type { IDataObject } from 'n8n-workflow';

import { uuidOf } from '../sandbox/core/ids';
import { byId, type Suite } from '../support/suite';
import { monitor } from './monitors';

export const PATH = '/api/v1/maintenance-windows';

/** Hours from now, as the sandbox writes times. */
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const TIMES = { over: [-4, -2], active: [-1, 1], upcoming: [24, 26] };

export type State = keyof typeof TIMES;

/** Puts a window of the monitor 'Checkout page' into the sandbox. */
export function addWindow(on: Suite, state: State, more: IDataObject = {}) {
	const { maintenanceWindows } = on.sandbox.state('devHelm');
	const [startsAt, endsAt] = TIMES[state].map(inHours);
	const window = {
		id: uuidOf(`window ${maintenanceWindows.size + 1}`),
		monitorId: monitor(on, 'Checkout page').id,
		organizationId: 4711,
		startsAt,
		endsAt,
		repeatRule: null,
		reason: 'Database upgrade',
		suppressAlerts: true,
		createdAt: inHours(-48),
		...more,
	};
	maintenanceWindows.set(window.id, window);
	return window;
}

export function stored(on: Suite, { id }: { id: string }) {
	return on.sandbox.state('devHelm').maintenanceWindows.get(id);
}

/** Parameters of an operation on a window. */
export function about(operation: string, id: string, fields: IDataObject = {}): IDataObject {
	return {
		resource: 'maintenanceWindow',
		operation,
		maintenanceWindowId: byId(id),
		...fields,
	};
}
