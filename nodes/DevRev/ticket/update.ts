import type { SingleOperation } from '../../shared/run/operation';
import { updateForm, updating } from '../works/update';
import { ticket } from './kind';

/** `POST /works.update`. docs/facts/devrev.md#issues-and-tickets. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update ticket',
	description:
		'Change fields of a ticket, its stage included; lists such as owners and tags can be added to, taken from or replaced',
	properties: updateForm(ticket),
	...updating(ticket),
};
