import type { Resource } from '../../shared/run/operation';
import { acknowledge } from './acknowledge';
import { resolve } from './resolve';
import { sendChangeEvent } from './sendChangeEvent';
import { sendFromAlert } from './sendFromAlert';
import { trigger } from './trigger';

/** The Events API: another way in, with an integration key instead of an API token. */
export const event: Resource = {
	value: 'event',
	name: 'Event',
	operations: [trigger, acknowledge, resolve, sendChangeEvent, sendFromAlert],
};
