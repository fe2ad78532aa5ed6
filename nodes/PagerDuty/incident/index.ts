import type { Resource } from '../../shared/operation';
import { acknowledge } from './acknowledge';
import { create } from './create';
import { escalate } from './escalate';
import { get } from './get';
import { getMany } from './getMany';
import { reassign } from './reassign';
import { reopen } from './reopen';
import { resolve } from './resolve';
import { update } from './update';

export const incident: Resource = {
	value: 'incident',
	name: 'Incident',
	operations: [create, get, getMany, update, acknowledge, resolve, reopen, reassign, escalate],
};
