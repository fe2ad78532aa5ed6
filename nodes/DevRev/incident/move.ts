import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, extraFields, locator, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { Reader, SingleOperation, StateRule } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { asObject, compact } from '../../shared/ground/values';
import { diagramOf } from '../api/diagrams';
import { recordOf } from '../api/profile';
import { STAGE } from '../form/ids';
import { toIncidentRecord } from '../api/record';
import { isOver, stageOf } from '../api/stage';
import { withStages, withStagesIfReadable } from '../api/stageNames';
import { theIncident } from './fields';
import { chosenTarget, findTarget, type Goal } from './target';
import {
	allowInvalidTransition,
	changeOf,
	currentStage,
	incidentOf,
	nameOf,
	wayTo,
} from './transition';

/** A step in an incident's life: to the stage that the organization has for it. */
export interface Move {
	goal: Goal;
	/** True when nothing is left to do, before the target is known. */
	holds: (incident: IDataObject, hasChosen: boolean) => boolean;
	/** For a move that would reopen a closed incident: how that reads, as "acknowledging". */
	reopeningBy?: string;
	/** What is set along with the stage; the user's own values win. */
	set?: () => IDataObject;
	/** Whether the incident is over afterwards. */
	ends: boolean;
}

/**
 * What all moves have in common: the incident and the diagram are looked at, then it is moved.
 * @param datesOf the dates of the form as the API names them
 */
export function moving(
	move: Move,
	datesOf: (fields: Parameters) => IDataObject = () => ({}),
): Omit<SingleOperation, 'value' | 'name' | 'action' | 'description' | 'properties'> {
	const wantedOf = (parameters: Parameters) => readWanted(parameters, datesOf);
	return {
		retry: 'idempotent',
		request: (parameters) => changeOf({ id: parameters.id('incidentId') ?? '' }),
		records: recordOf('incident'),
		state: (parameters) => ruleOf(move, wantedOf(parameters)),
		decide: async (reader, { parameters, request }, [incident]) => {
			const change = await changeTo(reader, move, wantedOf(parameters), incident);
			return change && changeOf({ ...change, id: incident.id ?? request.body?.id });
		},
		notices: ([incident]) => (isOver(incident) === !move.ends ? [unlike(move, incident)] : []),
		complete: withStagesIfReadable,
		simplify: toIncidentRecord,
	};
}

/** The form of a move; `verb` as in "The incident to resolve", `own` as optional fields. */
export function moveForm(
	verb: string,
	word: string,
	own: INodeProperties[],
	{ hasSwitch = true } = {},
): INodeProperties[] {
	return [
		theIncident(verb),
		simplify,
		collection('Additional Fields', 'additionalFields', [...own, stageNotes, extraFields]),
		collection('Options', 'options', [
			locator(STAGE, {
				displayName: 'Stage',
				name: 'stageId',
				description: `The stage that means '${word}' in your organization. Without it the stage diagram is looked through.`,
			}),
			...(hasSwitch ? [allowInvalidTransition] : []),
		]),
	];
}

const stageNotes: INodeProperties = {
	displayName: 'Stage Notes',
	name: 'stageNotes',
	type: 'string',
	default: '',
	placeholder: 'e.g. Rolled back to release 41',
	description: 'A note on why the incident is in its new stage',
};

interface Wanted {
	stage?: string;
	notes?: string;
	anyWay: boolean;
	fields: IDataObject;
}

function readWanted(parameters: Parameters, datesOf: (fields: Parameters) => IDataObject): Wanted {
	const given = parameters.group('additionalFields');
	const options = parameters.group('options');
	const isOnTop = parameters.declares('allowInvalidTransition');
	return {
		stage: options.id('stageId'),
		notes: given.text('stageNotes'),
		anyWay: (isOnTop ? parameters : options).boolean('allowInvalidTransition') === true,
		fields: { ...compact(datesOf(given)), ...given.json('extraFields') },
	};
}

function ruleOf(move: Move, { stage }: Wanted): StateRule {
	return {
		read: incidentOf,
		complete: withStages,
		looksFirst: true,
		guard: (incident) => {
			refuseUnknown(move, incident);
			refuseReopening(move, incident);
		},
		already: (incident) => {
			const isThere = stage !== undefined && stage === currentStage(incident).id;
			const holds = isThere || move.holds(incident, stage !== undefined);
			return holds ? standing(move, incident) : undefined;
		},
		isDone: (incident, { body = {} }) => currentStage(incident).id === asObject(body.stage).stage,
	};
}

/** What is sent; undefined where the diagram shows that the incident is in the stage already. */
async function changeTo(
	reader: Reader,
	move: Move,
	{ stage, notes, anyWay, fields }: Wanted,
	incident: IDataObject,
): Promise<IDataObject | undefined> {
	const diagram = await diagramOf(reader, incident);
	const target = stage
		? chosenTarget(diagram, stage)
		: await findTarget(reader, diagram, move.goal);
	if (target.id !== currentStage(incident).id) {
		return { ...move.set?.(), ...fields, ...wayTo(incident, diagram, { target, notes, anyWay }) };
	}
	reader.notice(standing(move, incident));
	return undefined;
}

/** How the incident stands, where it is left as it is. */
function standing(move: Move, incident: IDataObject): string {
	if (isOver(incident) === !move.ends) return unlike(move, incident);
	const { id, name } = stageOf(incident);
	// Some answers tell the state without the stage.
	const state = (id ?? name) ? `in the stage '${name ?? id}'` : move.ends ? 'closed' : 'open';
	return `Some incidents were ${state} already: nothing was changed on them`;
}

/** A stage that the user chose may be none for this operation; that is the user's to know. */
function unlike({ ends }: Move, incident: IDataObject): string {
	const { name: stage } = currentStage(incident);
	return ends
		? `Some incidents are still open: their stage '${stage}' is no closed one`
		: `Some incidents are still closed: their stage '${stage}' is a closed one`;
}

/**
 * What would open a closed incident again, or take an open one back to the start, has to know which one it is.
 * @throws FormIssue where nothing tells whether the incident is closed; closing it does no harm then
 */
function refuseUnknown({ ends }: Move, incident: IDataObject): void {
	if (ends || isOver(incident) !== undefined) return;
	throw new FormIssue(
		`Whether incident ${nameOf(incident)} is open or closed cannot be told (stage '${currentStage(incident).name}')`,
		"Nothing was changed. DevRev did not name its stage, and the list of stages does not have it: let the token's user read stages, or look at the incident in DevRev.",
	);
}

/** @throws FormIssue for a closed incident that this move would open again */
function refuseReopening({ reopeningBy }: Move, incident: IDataObject): void {
	if (!reopeningBy || !isOver(incident)) return;
	const { name } = currentStage(incident);
	throw new FormIssue(
		`Incident ${nameOf(incident)} is closed (stage '${name}'), and ${reopeningBy} it would reopen it`,
		"Nothing was changed. If it has to be worked on again, use the operation 'Reopen'.",
	);
}
