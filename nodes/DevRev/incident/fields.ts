import type { INodeProperties } from 'n8n-workflow';

import { dateTime, extraFields, loadedOption, locator } from '../../shared/form/fields';
import { INCIDENT, STAGE } from '../form/ids';
import { artifactIds, REFERENCES, referenceField, tags } from './references';
import { schemaFields } from './schemaFields';
import { syncFields } from './syncFields';

/** The incident that an operation is about; `verb` as in "The incident to resolve". */
export function theIncident(verb: string): INodeProperties {
	return locator(INCIDENT, {
		displayName: 'Incident',
		name: 'incidentId',
		required: true,
		description: `The incident to ${verb}: choose it, or give its ID or its number such as INC-12`,
	});
}

const stage: INodeProperties[] = [
	locator(STAGE, {
		displayName: 'Stage',
		name: 'stageId',
		description:
			"The stage in which the incident begins. Any but the start stage needs 'Allow Non-Start Stage'.",
	}),
	{
		displayName: 'Allow Non-Start Stage',
		name: 'allowNonStartStage',
		type: 'boolean',
		default: false,
		description:
			"Whether the incident may begin in a stage that is not the start of the organization's stage diagram",
	},
	{
		displayName: 'Stage Notes',
		name: 'stageNotes',
		type: 'string',
		default: '',
		placeholder: 'e.g. Raised by the monitoring',
		description: "A note on why the incident is in the chosen 'Stage'",
	},
];

export const acknowledgedDate: INodeProperties = dateTime({
	displayName: 'Acknowledged Date',
	name: 'acknowledgedDate',
	description: 'When somebody took on the incident',
});

export const identifiedDate: INodeProperties = dateTime({
	displayName: 'Identified Date',
	name: 'identifiedDate',
	description: 'When the incident was noticed or reported',
});

export const mitigatedDate: INodeProperties = dateTime({
	displayName: 'Mitigated Date',
	name: 'mitigatedDate',
	description: 'When its effects were brought under control',
});

/** What is one value, on a create and on an update. docs/facts/devrev.md#fields-of-a-create and docs/facts/devrev.md#updating-an-incident. */
export const valueFields: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'The longer text of the incident (its body), in Markdown',
	},
	acknowledgedDate,
	identifiedDate,
	mitigatedDate,
	dateTime({
		displayName: 'Target Close Date',
		name: 'targetCloseDate',
		description: 'When the incident should be over',
	}),
	loadedOption({
		displayName: 'Impact Count Name or ID',
		name: 'impactCount',
		method: 'getImpactCounts',
		about:
			'How many customers the incident hits, as one of the sizes that the organization defined and not as a number of customers',
	}),
	loadedOption({
		displayName: 'Reported By Name or ID',
		name: 'reportedBy',
		method: 'getReporters',
		about: 'What kind of party noticed the incident first; this is no user',
	}),
	loadedOption({
		displayName: 'Severity Name or ID',
		name: 'severity',
		method: 'getSeverities',
		about: 'How bad it is. The ID is not the number in the name: as DevRev ships it, 1 is sev-0',
	}),
];

/** All optional fields of an incident that is created. */
export const additionalFields: INodeProperties[] = [
	...valueFields,
	...stage,
	...Object.values(REFERENCES).map(referenceField),
	artifactIds,
	tags,
	...schemaFields,
	...syncFields,
	extraFields,
];
