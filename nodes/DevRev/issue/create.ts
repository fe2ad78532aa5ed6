import type { CreateOperation } from '../../shared/run/operation';
import { createForm, creating } from '../works/create';
import { issue } from './kind';

/** `POST /works.create`. docs/facts/devrev.md#issues-and-tickets. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create issue',
	description:
		'File an issue, such as the follow-up of an incident; Link: Create then links the two',
	properties: createForm(issue),
	...creating(issue),
};
