import type { CreateOperation } from '../../shared/run/operation';
import { createForm, creating } from '../works/create';
import { ticket } from './kind';

/** `POST /works.create`. docs/facts/devrev.md#issues-and-tickets. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create ticket',
	description:
		'Open a ticket, such as what a customer reports about an incident; Link: Create then links the two',
	properties: createForm(ticket),
	...creating(ticket),
};
