import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { read, recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { withStages } from '../api/stageNames';
import { theIncident } from './fields';

/** `POST /incidents.get`. docs/facts/devrev.md#reading-and-deleting-an-incident. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get incident',
	description: 'Read one incident by its ID or number',
	retry: 'read',
	properties: [theIncident('read'), simplify],
	request: (parameters) => read('/incidents.get', { id: parameters.id('incidentId') }),
	records: recordOf('incident'),
	complete: withStages,
	simplify: toIncidentRecord,
};
