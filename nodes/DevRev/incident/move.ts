import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, extraFields, locator, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { Steps, StepsOperation, StepsPlan } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { diagramOf } from '../api/diagrams';
import { STAGE } from '../form/ids';
import { toIncidentRecord } from '../api/record';
import { isOver, stageOf } from '../api/stage';
import { withStages, withStagesIfReadable } from '../api/stageNames';
import { theIncident } from './fields';
import { chosenTarget, findTarget, type Goal } from './target';
import {
	allowInvalidTransition,
	currentStage,
	nameOf,
	readIncident,
	sendChange,
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

/** What all moves have in common. */
export const moved: Pick<StepsOperation, 'complete' | 'retry' | 'simplify'> = {
	retry: 'idempotent',
	complete: withStagesIfReadable,
	simplify: toIncidentRecord,
};

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
	id: string;
	stage?: string;
	notes?: string;
	anyWay: boolean;
	fields: IDataObject;
}

/**
 * Looks at the incident and at the diagram, then moves. Pure but for `run`.
 * @param dates the dates of the form as the API names them
 */
export function planMove(parameters: Parameters, move: Move, dates: IDataObject = {}): StepsPlan {
	const given = parameters.group('additionalFields');
	const options = parameters.group('options');
	const id = parameters.id('incidentId') ?? '';
	const isOnTop = parameters.declares('allowInvalidTransition');
	const wanted: Wanted = {
		id,
		stage: options.id('stageId'),
		notes: given.text('stageNotes'),
		anyWay: (isOnTop ? parameters : options).boolean('allowInvalidTransition') === true,
		fields: { ...compact(dates), ...given.json('extraFields') },
	};
	return {
		request: { method: 'POST', path: '/incidents.update', body: { id } },
		run: async (steps) => [await perform(steps, move, wanted)],
	};
}

async function perform(steps: Steps, move: Move, wanted: Wanted): Promise<IDataObject> {
	const read = await readIncident(steps, wanted.id);
	const [incident] = await withStages(steps, [read]);
	refuseUnknown(move, incident);
	refuseReopening(move, incident);
	const current = currentStage(incident).id;
	const { stage } = wanted;
	const isThere = current !== undefined && stage === current;
	if (isThere || move.holds(incident, stage !== undefined)) {
		leave(steps, move, incident);
		return read;
	}
	const diagram = await diagramOf(steps, incident);
	const target = stage ? chosenTarget(diagram, stage) : await findTarget(steps, diagram, move.goal);
	if (target.id === current) {
		leave(steps, move, incident);
		return read;
	}
	const body = {
		...move.set?.(),
		...wanted.fields,
		...wayTo(incident, diagram, { target, notes: wanted.notes, anyWay: wanted.anyWay }),
		id: incident.id ?? wanted.id,
	};
	const changed = await sendChange(steps, body, target.id);
	const [after] = await withStagesIfReadable(steps, [changed]);
	if (isOver(after) === !move.ends) steps.notice(unlike(move, target.name));
	return changed;
}

function leave(steps: Steps, move: Move, incident: IDataObject): void {
	const isAsMeant = isOver(incident) !== !move.ends;
	const { id, name } = stageOf(incident);
	// Some answers tell the state without the stage.
	const state = (id ?? name) ? `in the stage '${name ?? id}'` : move.ends ? 'closed' : 'open';
	const already = `Some incidents were ${state} already: nothing was changed on them`;
	steps.notice(isAsMeant ? already : unlike(move, currentStage(incident).name));
}

/** A stage that the user chose may be none for this operation; that is the user's to know. */
function unlike({ ends }: Move, stage: string): string {
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
