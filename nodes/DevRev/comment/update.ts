import type { IDataObject } from 'n8n-workflow';

import { collection, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { plainIds } from '../incident/values';
import { artifactIds, onTimeline, snapKit } from './body';
import { theComment } from './fields';
import { toCommentRecord } from './record';
import { updateFields } from './updateFields';

/** `POST /timeline-entries.update`. docs/facts/devrev.md#comments. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update comment',
	description:
		'Change the text or the files of a comment. Who can read it cannot be changed any more.',
	retry: 'idempotent',
	properties: [
		...theComment('change'),
		simplify,
		collection('Update Fields', 'updateFields', updateFields),
	],
	request: (parameters) =>
		onTimeline('update', {
			type: 'timeline_comment',
			id: parameters.id('commentId'),
			...changesOf(parameters.group('updateFields')),
		}),
	records: recordOf('timeline_entry'),
	simplify: toCommentRecord,
};

function changesOf(fields: Parameters): IDataObject {
	const known = compact({
		body: fields.text('text'),
		body_type: fields.option('bodyType'),
		external_ref: fields.key('externalReference'),
		snap_kit_body: snapKit(fields.json('snapKitBody'), fields),
		artifacts: listChange(fields, 'ArtifactIds', artifactIds),
		link_previews: listChange(fields, 'LinkPreviewIds', plainIds),
	});
	const changes = { ...known, ...cleared(fields, known), ...fields.json('extraFields') };
	if (Object.keys(changes).length) return changes;
	throw new FormIssue(
		"Nothing to update: 'Update Fields' is empty",
		"Add at least one field under 'Update Fields'; if expressions feed them, look at what they give for this item.",
	);
}

/** @throws FormIssue for a replacement beside an addition or a removal, which DevRev excludes */
function listChange(
	fields: Parameters,
	what: 'ArtifactIds' | 'LinkPreviewIds',
	read: (fields: Parameters, name: string) => string[],
): IDataObject {
	const add = read(fields, `add${what}`);
	const remove = read(fields, `remove${what}`);
	const set = read(fields, `replace${what}`);
	if (set.length && (add.length || remove.length)) {
		fields.refuse(
			`replace${what}`,
			'cannot be combined with adding or removing',
			'Either replace the whole list, or add to it and take from it',
		);
	}
	const both = add.find((id) => remove.includes(id));
	if (both) {
		fields.refuse(
			`remove${what}`,
			`holds "${both}", which is added as well`,
			'Add it or remove it, not both',
		);
	}
	return compact({ add, remove, set });
}

/** How DevRev is told to empty a field. */
const EMPTY: { [field: string]: IDataObject[string] } = {
	artifacts: { set: [] },
	external_ref: null,
	link_previews: { set: [] },
};

function cleared(fields: Parameters, known: IDataObject): IDataObject {
	const names = fields.options<string>('clearFields');
	const both = names.find((name) => name in known);
	if (both) {
		fields.refuse(
			'clearFields',
			`names ${both}, which is given a value as well`,
			'Set the field or clear it, not both',
		);
	}
	return Object.fromEntries(names.map((name) => [name, EMPTY[name]]));
}
