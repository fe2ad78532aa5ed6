import type { INodeProperties } from 'n8n-workflow';

import { extraFields, locator, title } from '../../shared/form/fields';
import { STAGE } from '../form/ids';
import { valueFields } from './fields';
import { source } from './legacyFields';
import { listFields } from './listFields';
import { schemaFields } from './schemaFields';
import { syncFields } from './syncFields';
import { allowInvalidTransition } from './transition';

const stage: INodeProperties[] = [
	locator(STAGE, {
		displayName: 'Stage',
		name: 'stageId',
		description:
			"The stage to move the incident to, by the ways of the organization's stage diagram. The time of it is not noted: for that use 'Acknowledge' or 'Mitigate'.",
	}),
	allowInvalidTransition,
	{
		displayName: 'Stage Notes',
		name: 'stageNotes',
		type: 'string',
		default: '',
		placeholder: 'e.g. Waiting for the payment provider',
		description: "A note on why the incident is in its stage, or in the one given as 'Stage'",
	},
];

/** All that can be changed. docs/facts/devrev.md#updating-an-incident. */
export const updateFields: INodeProperties[] = [
	{ ...title, required: undefined },
	...valueFields,
	...listFields,
	...stage,
	source,
	...schemaFields,
	...syncFields,
	extraFields,
];
