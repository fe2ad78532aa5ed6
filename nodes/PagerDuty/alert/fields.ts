import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { ALERT } from '../form/ids';

/** The alert that an operation is about; `verb` as in "The alert to read". */
export function theAlert(verb: string): INodeProperties {
	return locator(ALERT, {
		displayName: 'Alert',
		name: 'alertId',
		required: true,
		typeOptions: { loadOptionsDependsOn: ['incidentId.value'] },
		description: `The alert to ${verb}: choose it from those of the incident, or give its ID or address`,
	});
}
