import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const ticketResource: Resource = {
	value: 'ticket',
	name: 'Ticket',
	operations: [create, get, getMany, update],
};
