import type { IDataObject } from 'n8n-workflow';

import { collection, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { Reader, SingleOperation, StateRule } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { ApiRequest } from '../../shared/wire/request';
import { asText, compact } from '../../shared/ground/values';
import { diagramOf } from '../api/diagrams';
import { recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { withStagesIfReadable } from '../api/stageNames';
import { valuesOf } from './body';
import { customFields, type CustomFields } from './customFields';
import { theIncident } from './fields';
import { listChanges, type ListChanges } from './listChanges';
import { customFieldsForm } from './schemaFields';
import { chosenTarget } from './target';
import { changeOf, currentStage, incidentOf, nameOf, wayTo } from './transition';
import { updateFields } from './updateFields';
import { enumId } from './values';

/** `POST /incidents.update`. docs/facts/devrev.md#updating-an-incident. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update incident',
	description:
		'Change fields of an incident; lists such as owners and tags can be added to, taken from, replaced or cleared. For its stage there are also Acknowledge, Mitigate, Resolve and Reopen.',
	retry: 'idempotent',
	properties: [
		theIncident('change'),
		customFieldsForm('getIncidentCustomFields', 'updateFields', ['incidentId.value']),
		collection('Update Fields', 'updateFields', updateFields),
		simplify,
	],
	request: (parameters) => changeOf({ id: read(parameters).id }),
	records: recordOf('incident'),
	state: (parameters) => ruleOf(read(parameters)),
	decide: async (reader, { parameters }, [incident]) =>
		await changeFor(reader, read(parameters), incident),
	complete: withStagesIfReadable,
	simplify: toIncidentRecord,
};

interface Wanted {
	id: string;
	values: IDataObject;
	impactCount?: number;
	custom: CustomFields;
	lists: ListChanges;
	stage?: string;
	stageNotes?: string;
	anyWay: boolean;
	/** What the user adds by hand; it may hold null. */
	extra: IDataObject;
}

/** @throws FormIssue when nothing is to be changed */
function read(parameters: Parameters): Wanted {
	const fields = parameters.group('updateFields');
	const custom = customFields(parameters, fields);
	const wanted: Wanted = {
		id: parameters.id('incidentId') ?? '',
		values: compact({
			title: fields.text('title'),
			...valuesOf(fields),
			source: enumId(fields, 'source'),
		}),
		impactCount: enumId(fields, 'impactCount'),
		custom,
		lists: listChanges(fields),
		stage: fields.id('stageId'),
		stageNotes: fields.text('stageNotes'),
		anyWay: fields.boolean('allowInvalidTransition') === true,
		extra: fields.json('extraFields') ?? {},
	};
	const isEmpty =
		wanted.lists.isEmpty && !wanted.stage && !Object.keys(bodyOf(wanted, custom.body())).length;
	if (!isEmpty) return wanted;
	throw new FormIssue(
		"Nothing to update: 'Update Fields' and 'Custom Fields' are empty",
		'Add at least one field; if expressions feed them, look at what they give for this item.',
	);
}

/** Only for what depends on the incident it is read before. */
function ruleOf({ lists, stage, custom }: Wanted): StateRule | undefined {
	if (!lists.needsIncident && !stage && !custom.loose) return undefined;
	return {
		read: incidentOf,
		looksFirst: true,
		isDone: (incident) => stage !== undefined && currentStage(incident).id === stage,
	};
}

async function changeFor(
	reader: Reader,
	wanted: Wanted,
	incident: IDataObject | undefined,
): Promise<ApiRequest | undefined> {
	const { id, custom, lists, stage } = wanted;
	if (!incident) return changeOf({ ...bodyOf(wanted, custom.body(), lists.bodies()), id });
	const changes = {
		...(stage ? await stageChange(reader, incident, wanted, stage) : {}),
		...bodyOf(wanted, custom.body(subtypeOf(incident, custom)), lists.bodies(incident)),
	};
	if (Object.keys(changes).length) return changeOf({ ...changes, id: incident.id ?? id });
	reader.notice('Some incidents had all of it already: nothing was changed on them');
	return undefined;
}

/** Everything but the stage. A note may stand alone: the stage is the same then. */
function bodyOf(
	{ values, impactCount, stage, stageNotes, extra }: Wanted,
	custom: IDataObject,
	{ customer_ids, ...lists }: { [api: string]: IDataObject } = {},
): IDataObject {
	return {
		...compact({
			...values,
			...custom,
			...lists,
			impact: compact({ count: impactCount, customer_ids }),
			stage: stage ? undefined : compact({ notes: stageNotes }),
		}),
		...extra,
	};
}

async function stageChange(
	reader: Reader,
	incident: IDataObject,
	{ stageNotes: notes, anyWay }: Wanted,
	stage: string,
): Promise<IDataObject> {
	// In that stage already: there is no way to look for, and only a note to write.
	if (stage === currentStage(incident).id) return compact({ stage: compact({ notes }) });
	const diagram = await diagramOf(reader, incident);
	return wayTo(incident, diagram, { target: chosenTarget(diagram, stage), notes, anyWay });
}

/** @throws FormIssue when a field of a subtype is set on an incident without one */
function subtypeOf(incident: IDataObject, { loose }: CustomFields): string | undefined {
	const own = asText(incident.subtype);
	if (own || !loose) return own;
	throw new FormIssue(
		`Incident ${nameOf(incident)} has no subtype, so its field ${loose} cannot be set`,
		"Nothing was changed. Choose a subtype in 'Subtype Name or ID' under 'Update Fields', or take the field out.",
	);
}
