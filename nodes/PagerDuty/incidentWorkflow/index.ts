import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';

export const incidentWorkflow: Resource = {
	value: 'incidentWorkflow',
	name: 'Incident Workflow',
	operations: [get, getMany],
};
