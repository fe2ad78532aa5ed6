import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import type { Parameters } from '../../shared/form/parameters';
import { MAINTENANCE_WINDOW } from '../form/ids';

/** Where windows are made and listed. docs/facts/devhelm.md#maintenance-windows. */
export const PATH = '/api/v1/maintenance-windows';

/** The window that an operation is about; `verb` as in "The maintenance window to read". */
export function theWindow(verb: string): INodeProperties {
	return locator(MAINTENANCE_WINDOW, {
		displayName: 'Maintenance Window',
		name: 'maintenanceWindowId',
		required: true,
		description: `The maintenance window to ${verb}: choose it, or give its ID`,
	});
}

/** Where one window is read and changed. */
export function pathOf(parameters: Parameters): string {
	return `${PATH}/${parameters.pathId('maintenanceWindowId')}`;
}

export const reason = limited(
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder: 'e.g. Database upgrade',
		description: 'Why, for those who look at it later; 500 characters at most',
	},
	{ vendor: 'DevHelm', characters: 500 },
);

export const suppressAlerts: INodeProperties = {
	displayName: 'Suppress Alerts',
	name: 'suppressAlerts',
	type: 'boolean',
	default: true,
	description:
		'Whether alerts are held back in this time. Off: the window is only a note, and people are alerted as usual.',
};
