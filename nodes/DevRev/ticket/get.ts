import type { SingleOperation } from '../../shared/run/operation';
import { getForm, getting } from '../works/get';
import { ticket } from './kind';

/** `POST /works.get`. docs/facts/devrev.md#issues-and-tickets. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get ticket',
	description: 'Read one ticket by its ID or number',
	properties: getForm(ticket),
	...getting(ticket),
};
