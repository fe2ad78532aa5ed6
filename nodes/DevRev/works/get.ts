import type { INodeProperties } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { withStages } from '../api/stageNames';
import { workOf } from './call';
import { theWork } from './fields';
import type { WorkKind } from './kind';
import { toWorkRecord } from './record';

export const getForm = (kind: WorkKind): INodeProperties[] => [theWork(kind, 'read'), simplify];

/** `POST /works.get`. docs/facts/devrev.md#issues-and-tickets. */
export const getting = (
	kind: WorkKind,
): Omit<SingleOperation, 'value' | 'name' | 'action' | 'description' | 'properties'> => ({
	retry: 'read',
	request: (parameters) => workOf(parameters.id(kind.name)),
	records: recordOf('work'),
	complete: async (reader, works) => await withStages(reader, works, kind.plural),
	simplify: toWorkRecord(kind),
});
