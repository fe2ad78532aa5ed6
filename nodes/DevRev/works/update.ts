import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { Reader, SingleOperation, StateRule } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { ApiRequest } from '../../shared/wire/request';
import { asText, compact } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { withStagesIfReadable } from '../api/stageNames';
import { customFields, type CustomFields } from '../incident/customFields';
import { listChanges, type ListChanges } from '../incident/listChanges';
import { fieldOfList } from '../incident/listFields';
import { customFieldsForm } from '../incident/schemaFields';
import { nameOf } from '../incident/transition';
import { stageOf, valuesOf } from './body';
import { changeOf, workOf } from './call';
import { part, stageFields, theWork, title, valueFields } from './fields';
import type { WorkKind } from './kind';
import { listsOf } from './lists';
import { toWorkRecord } from './record';

const stagedInfo = ({ type }: WorkKind): INodeProperties => ({
	displayName: 'Staged Info (JSON)',
	name: 'stagedInfo',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "unresolved_fields": ["owned_by"] }',
	description: `The fields of the ${type} that a sync tool could not take over, as a JSON object. Only for tools that keep two systems in step.`,
});

export const updateForm = (kind: WorkKind): INodeProperties[] => [
	theWork(kind, 'change'),
	customFieldsForm(kind.lists.ownFields, 'updateFields', [`${kind.name}.value`], kind.type),
	simplify,
	collection('Update Fields', 'updateFields', [
		{ ...title, required: undefined },
		part(kind),
		...valueFields(kind),
		...stageFields(kind, false),
		...listsOf(kind).map(fieldOfList),
		stagedInfo(kind),
		...kind.updateFields,
	]),
];

/** `POST /works.update`. docs/facts/devrev.md#issues-and-tickets. */
export const updating = (
	kind: WorkKind,
): Omit<SingleOperation, 'value' | 'name' | 'action' | 'description' | 'properties'> => ({
	retry: 'idempotent',
	request: (parameters) => changeTo(kind, { id: wantedOf(kind, parameters).id }),
	records: recordOf('work'),
	state: (parameters) => ruleOf(wantedOf(kind, parameters)),
	decide: async (reader, { parameters }, [work]) =>
		await changeFor(kind, reader, wantedOf(kind, parameters), work),
	complete: async (reader, works) => await withStagesIfReadable(reader, works, kind.plural),
	simplify: toWorkRecord(kind),
});

/** With its type: of another one DevRev refuses the change, and takes no field of its own without it. */
const changeTo = ({ type }: WorkKind, body: IDataObject): ApiRequest =>
	changeOf('update', { ...body, type });

interface Wanted {
	id: string;
	values: IDataObject;
	custom: CustomFields;
	lists: ListChanges;
	/** What the user adds by hand; it may hold null. */
	extra: IDataObject;
}

/** @throws FormIssue when nothing is to be changed */
function wantedOf(kind: WorkKind, parameters: Parameters): Wanted {
	const fields = parameters.group('updateFields');
	const custom = customFields(parameters, fields);
	const wanted: Wanted = {
		id: parameters.id(kind.name) ?? '',
		values: compact({
			title: fields.text('title'),
			applies_to_part: fields.id('appliesToPartId'),
			...valuesOf(fields),
			stage: stageOf(fields, 'stage'),
			stage_validation_options: fields.boolean('allowInvalidTransition')
				? ['allow_invalid_transition']
				: [],
			staged_info: fields.json('stagedInfo'),
			...kind.updateBody(fields),
		}),
		custom,
		lists: listChanges(fields, listsOf(kind)),
		extra: fields.json('extraFields') ?? {},
	};
	if (!wanted.lists.isEmpty || Object.keys(bodyOf(wanted, custom.body())).length) return wanted;
	throw new FormIssue(
		"Nothing to update: 'Update Fields' and 'Custom Fields' are empty",
		'Add at least one field; if expressions feed them, look at what they give for this item.',
	);
}

/** Only for what depends on the object it is read before. */
function ruleOf({ lists, custom }: Wanted): StateRule | undefined {
	if (!lists.needsIncident && !custom.loose) return undefined;
	return { read: ({ body }) => workOf(body?.id), looksFirst: true };
}

async function changeFor(
	kind: WorkKind,
	reader: Reader,
	wanted: Wanted,
	work: IDataObject | undefined,
): Promise<ApiRequest | undefined> {
	const { id, custom, lists } = wanted;
	if (!work) return changeTo(kind, { ...bodyOf(wanted, custom.body(), lists.bodies()), id });
	const subtype = subtypeOf(kind, work, custom);
	const changes = bodyOf(wanted, custom.body(subtype), lists.bodies(work));
	if (Object.keys(changes).length) return changeTo(kind, { ...changes, id: work.id ?? id });
	reader.notice(`Some ${kind.plural} had all of it already: nothing was changed on them`);
	return undefined;
}

function bodyOf(
	{ values, extra }: Wanted,
	custom: IDataObject,
	lists: { [api: string]: IDataObject } = {},
): IDataObject {
	return { ...values, ...compact(custom), ...lists, ...extra };
}

/** @throws FormIssue when a field of a subtype is set on one without */
function subtypeOf(
	{ type }: WorkKind,
	work: IDataObject,
	{ loose }: CustomFields,
): string | undefined {
	const own = asText(work.subtype);
	if (own || !loose) return own;
	throw new FormIssue(
		`The ${type} ${nameOf(work)} has no subtype, so its field ${loose} cannot be set`,
		"Nothing was changed. Choose a subtype in 'Subtype Name or ID' under 'Update Fields', or take the field out.",
	);
}
