import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import type { ApiRequest, Reply } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { asObject, isObject } from '../../shared/ground/values';
import { MONITOR } from '../form/ids';

/** The monitor that an operation is about; `verb` as in "The monitor to pause". */
export function theMonitor(verb: string): INodeProperties {
	return locator(MONITOR, {
		displayName: 'Monitor',
		name: 'monitorId',
		required: true,
		description: `The monitor to ${verb}: choose it, or give its ID`,
	});
}

/** Where the monitor is read and switched. docs/facts/devhelm.md#monitors. */
export function pathOf(parameters: Parameters): string {
	return `/api/v1/monitors/${parameters.pathId('monitorId')}`;
}

/** The monitor of a reply that is about one. */
export function monitorOf({ body }: Reply) {
	const { data } = asObject(body);
	return isObject(data) && data.id !== undefined ? [data] : undefined;
}

/** The monitor that a switch is about. */
export function read({ path }: ApiRequest): ApiRequest {
	return { method: 'GET', path: path.slice(0, path.lastIndexOf('/')) };
}
