import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { locator, locatorList } from '../../shared/form/fields';
import { recordOf } from '../api/profile';
import { MAINTENANCE_WINDOW, SERVICE } from '../form/ids';
import { optionsOf } from '../form/lists';

/** The window that an operation is about; `verb` as in "The window to end". */
export function theWindow(verb: string): INodeProperties {
	return locator(MAINTENANCE_WINDOW, {
		displayName: 'Maintenance Window',
		name: 'maintenanceWindowId',
		required: true,
		description: `The maintenance window to ${verb}: choose it, or give its ID or address`,
	});
}

/** The services of a window; `more` says what they are to it. */
export function services(description: string, isRequired = false): INodeProperties {
	return locatorList(SERVICE, {
		displayName: 'Services',
		name: 'serviceIds',
		rowName: 'serviceId',
		description,
		...(isRequired ? { required: true } : {}),
	});
}

export const description: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. Database upgrade',
	description: 'Why, for those who wonder why nobody is paged',
};

/** What a window can carry in full instead of as a reference. */
export const include: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	default: [],
	description: 'Related objects to return in full. They show only when Simplify is off.',
	options: optionsOf(['services', 'teams', 'users']),
};

export const windowIn = recordOf('maintenance_window');

/** References to services, as a window's body wants them. */
export function referToServices(ids: string[]): IDataObject[] {
	return ids.map((id) => ({ id, type: 'service_reference' }));
}
