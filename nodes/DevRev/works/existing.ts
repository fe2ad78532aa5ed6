import {
	chosen,
	chosenSet,
	members,
	moment,
	notStored,
	writtenText,
	type Trait,
	type Traits,
} from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asObject, asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { stageOf } from '../api/stage';
import { NONE, tagsBy } from '../incident/existing';
import { workOf, worksOf } from './call';
import type { WorkKind } from './kind';

/** Sent as the ID of a stage or as its name, answered with either. */
const stage: Trait = {
	agrees: (sent, row, isWhole) => {
		const { id, name } = asObject(sent);
		const by = id === undefined ? 'name' : 'id';
		return chosen('stage', { from: () => stageOf(row)[by] }).agrees(id ?? name, row, isWhole);
	},
	key: (sent) => sent ?? null,
};

const traits: Traits = {
	type: chosen('type'),
	title: writtenText('title'),
	body: writtenText('body', { isMarkdown: true, isOurs: true, whenAbsent: '' }),
	applies_to_part: chosen('applies_to_part'),
	owned_by: chosenSet('owned_by', { ...NONE, isOurs: true }),
	// DevRev may name a reporter by itself.
	reported_by: chosenSet('reported_by', NONE),
	artifacts: chosenSet('artifacts', NONE),
	tags: tagsBy('id'),
	stage,
	target_close_date: moment('target_close_date', { whenAbsent: null }),
	custom_fields: members('custom_fields'),
	custom_schema_fragments: notStored,
	custom_schema_spec: notStored,
	stage_validation_options: notStored,
};

/** DevRev documents no key for these either: one is told by everything that was sent. */
export const existingWork = (kind: WorkKind): Existing => ({
	sent: ({ body = {} }) => body,
	traits: { ...traits, ...kind.traits },
	createdAt: (row) => asText(row.created_date),
	recent: (_, after) =>
		worksOf({
			type: [kind.type],
			...(after ? { created_date: { type: 'range', after } } : {}),
		}),
	again: { read: workOf },
	paging,
	rows: rowsOf('works'),
});
