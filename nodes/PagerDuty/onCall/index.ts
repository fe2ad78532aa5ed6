import type { Resource } from '../../shared/run/operation';
import { getHandoverReport } from './getHandoverReport';
import { getMany } from './getMany';

export const onCall: Resource = {
	value: 'onCall',
	name: 'On-Call',
	operations: [getMany, getHandoverReport],
};
