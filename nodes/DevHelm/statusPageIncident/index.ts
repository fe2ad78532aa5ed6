import type { Resource } from '../../shared/run/operation';
import { addUpdate } from './addUpdate';
import { create } from './create';
import { deleteIncident } from './delete';
import { dismiss } from './dismiss';
import { get } from './get';
import { getMany } from './getMany';
import { publish } from './publish';
import { resolve } from './resolve';
import { update } from './update';

export const statusPageIncident: Resource = {
	value: 'statusPageIncident',
	name: 'Status Page Incident',
	operations: [create, get, getMany, update, addUpdate, resolve, publish, dismiss, deleteIncident],
};
