import type { IDataObject } from 'n8n-workflow';

import { asText, compact } from '../../shared/ground/values';
import type { StateRule } from '../../shared/run/operation';
import { isConflict } from '../incident/state';
import { windowOf } from './record';

/** The window is read before: what a change does not name would be cleared. docs/facts/devhelm.md#changing-a-maintenance-window. */
export const read: Pick<StateRule, 'read' | 'records' | 'looksFirst' | 'isConflict'> = {
	read: ({ path }) => ({ method: 'GET', path }),
	records: windowOf,
	looksFirst: true,
	isConflict,
};

/** The body that leaves a window as it is. */
export function bodyOf(window: IDataObject): IDataObject {
	const { monitorId, startsAt, endsAt, repeatRule, reason, suppressAlerts } = window;
	return compact({ monitorId, startsAt, endsAt, repeatRule, reason, suppressAlerts });
}

/** @param now milliseconds since 1970 */
export function hasBegun({ startsAt }: IDataObject, now: number): boolean {
	return timeOf(startsAt) <= now;
}

/** @param now milliseconds since 1970 */
export function isOver({ endsAt }: IDataObject, now: number): boolean {
	return timeOf(endsAt) <= now;
}

/** Milliseconds since 1970; a time that cannot be read is neither before nor after any other. */
export function timeOf(value: unknown): number {
	return Date.parse(asText(value) ?? '');
}
