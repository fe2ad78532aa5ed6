import type { SingleOperation } from '../../shared/run/operation';
import { getForm, getting } from '../works/get';
import { issue } from './kind';

/** `POST /works.get`. docs/facts/devrev.md#issues-and-tickets. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get issue',
	description: 'Read one issue by its ID or number',
	properties: getForm(issue),
	...getting(issue),
};
