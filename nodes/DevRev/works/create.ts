import type { INodeProperties } from 'n8n-workflow';

import { collection, simplify } from '../../shared/form/fields';
import type { CreateOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { withStagesIfReadable } from '../api/stageNames';
import { customBody } from '../incident/customFields';
import { customFieldsForm } from '../incident/schemaFields';
import { artifactsOf, stageOf, tagsOf, valuesOf } from './body';
import { changeOf } from './call';
import { existingWork } from './existing';
import {
	artifactIds,
	owners,
	part,
	reporters,
	stageFields,
	tags,
	title,
	valueFields,
} from './fields';
import type { WorkKind } from './kind';
import { toWorkRecord } from './record';

/** The form of a create: what DevRev demands, then the rest. */
export const createForm = (kind: WorkKind): INodeProperties[] => [
	title,
	{ ...part(kind), required: true },
	{ ...owners(kind), required: true },
	customFieldsForm(kind.lists.newFields, 'additionalFields', [], kind.type),
	simplify,
	collection('Additional Fields', 'additionalFields', [
		...valueFields(kind),
		...stageFields(kind, true),
		reporters(kind),
		artifactIds,
		tags(kind),
		...kind.createFields,
	]),
];

/** `POST /works.create`. docs/facts/devrev.md#issues-and-tickets. */
export const creating = (
	kind: WorkKind,
): Omit<CreateOperation, 'value' | 'name' | 'action' | 'description' | 'properties'> => ({
	retry: 'reconcilable',
	checkAfterUnknown: `Look in DevRev for ${kind.type === 'issue' ? 'an issue' : 'a ticket'} of this title that was made just now before you run this item again.`,
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const owned_by = parameters.ids('ownedByIds');
		if (!owned_by.length) {
			parameters.refuse('ownedByIds', 'is empty', 'Choose at least one user');
		}
		return changeOf(
			'create',
			compact({
				type: kind.type,
				title: parameters.text('title'),
				applies_to_part: parameters.id('appliesToPartId'),
				owned_by,
				...valuesOf(fields),
				...customBody(parameters, fields),
				reported_by: fields.ids('reportedByIds'),
				artifacts: artifactsOf(fields),
				tags: tagsOf(fields),
				stage: stageOf(fields, 'id'),
				stage_validation_options: fields.boolean('allowNonStartStage') ? ['allow_non_start'] : [],
				...kind.createBody(fields),
				...fields.json('extraFields'),
			}),
		);
	},
	existing: existingWork(kind),
	records: recordOf('work'),
	complete: async (reader, works) => await withStagesIfReadable(reader, works, kind.plural),
	simplify: toWorkRecord(kind),
});
