import type { SingleOperation } from '../../shared/run/operation';
import { updateForm, updating } from '../works/update';
import { issue } from './kind';

/** `POST /works.update`. docs/facts/devrev.md#issues-and-tickets. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update issue',
	description:
		'Change fields of an issue, its stage included; lists such as owners and tags can be added to, taken from or replaced',
	properties: updateForm(issue),
	...updating(issue),
};
