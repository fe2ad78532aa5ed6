import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const issueResource: Resource = {
	value: 'issue',
	name: 'Issue',
	operations: [create, get, getMany, update],
};
