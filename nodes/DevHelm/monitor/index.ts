import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { deleteMonitor } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getResults } from './getResults';
import { getUptime } from './getUptime';
import { pause } from './pause';
import { resume } from './resume';
import { testNow } from './testNow';
import { update } from './update';

export const monitor: Resource = {
	value: 'monitor',
	name: 'Monitor',
	operations: [
		get,
		getMany,
		pause,
		resume,
		testNow,
		getResults,
		getUptime,
		create,
		update,
		deleteMonitor,
	],
};
