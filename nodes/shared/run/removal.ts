import type { SingleOperation } from './operation';
import { deleted } from '../ground/values';

/** What all removals have in common. Gone because of an attempt that brought no answer is done as well. */
export const removal = {
	retry: 'idempotent',
	records: deleted,
	isGone: ({ status }) => status === 404,
} satisfies Pick<SingleOperation, 'retry' | 'records' | 'isGone'>;
