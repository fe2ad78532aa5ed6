import type { ListOperation } from '../../shared/run/operation';
import { listForm, listing } from '../works/getMany';
import { ticket } from './kind';

/** `POST /works.list`. docs/facts/devrev.md#filters-of-the-list-of-issues-and-tickets. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tickets',
	description:
		'Read many tickets, all or those that match filters, the newest first unless sorted otherwise',
	properties: listForm(ticket),
	...listing(ticket),
};
