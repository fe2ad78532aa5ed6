import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { INCIDENT } from '../form/ids';

/** The incident that an operation is about; `verb` as in "The incident to resolve". */
export function theIncident(verb: string): INodeProperties {
	return locator(INCIDENT, {
		displayName: 'Incident',
		name: 'incidentId',
		required: true,
		description: `The incident to ${verb}: choose it, or give its ID`,
	});
}

/** Where the incident is read and changed. docs/facts/devhelm.md#internal-incidents. */
export function pathOf(parameters: Parameters): string {
	return `/api/v1/incidents/${parameters.pathId('incidentId')}`;
}
