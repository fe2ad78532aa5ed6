import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { deleteNote } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const note: Resource = {
	value: 'note',
	name: 'Note',
	operations: [create, getMany, update, deleteNote],
};
