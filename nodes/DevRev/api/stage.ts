import type { IDataObject } from 'n8n-workflow';

import { asObject, asText, isObject } from '../../shared/ground/values';
import type { IncidentStatus } from '../../shared/records/incident';

/** Stock stages and states in which nobody has taken it on yet, somebody works on it, or nobody has to. */
const UNTOUCHED = ['triage', 'open'];
const WORKED_ON = ['acknowledged', 'fixing', 'mitigated', 'inprogress'];
const OVER = ['resolved', 'canceled', 'duplicate', 'closed'];

/** What an incident tells of its stage; all of it may be missing. */
export interface StageFacts {
	id?: string;
	name?: string;
	stateId?: string;
	state?: string;
	isFinal?: boolean;
}

/** "In Progress", "in-progress" and "in_progress" are one name. Pure. */
export const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The stage of an incident, in any shape that DevRev documents or sends: stage and state with their names, with their
 * IDs only, as bare IDs, or the stage's own name beside them. The own name counts. Pure.
 */
export function stageOf({ stage: place }: IDataObject): StageFacts {
	const outer = asObject(place);
	// Without anything around it the place itself is the ID, or the name.
	const stage = partOf(isObject(place) ? outer.stage : place);
	const state = partOf(outer.state);
	const finals = [asObject(outer.state), asObject(outer.stage), outer].map((one) => one.is_final);
	const isFinal = finals.find((one) => typeof one === 'boolean');
	return {
		id: stage.id ?? (isObject(outer.stage) ? undefined : asText(outer.id)),
		name: asText(outer.name) ?? stage.name,
		stateId: state.id,
		state: state.name,
		isFinal: typeof isFinal === 'boolean' ? isFinal : undefined,
	};
}

/**
 * True in a stage from which nothing more is expected, undefined where nothing that the incident says tells it: a
 * stage of the organization's own is known by its state only. Decides the filter "State" too. Pure.
 */
export function isOver(incident: IDataObject): boolean | undefined {
	const { isFinal } = stageOf(incident);
	if (isFinal !== undefined) return isFinal;
	if (isIn(incident, OVER)) return true;
	return isIn(incident, [...UNTOUCHED, ...WORKED_ON]) ? false : undefined;
}

/** Null where nobody can tell. Pure. */
export function statusOf(incident: IDataObject): IncidentStatus | null {
	const over = isOver(incident);
	if (over) return 'resolved';
	if (isIn(incident, WORKED_ON)) return 'acknowledged';
	return over === false ? 'triggered' : null;
}

/** True when its stage or its state has one of these names. */
function isIn(incident: IDataObject, names: string[]): boolean {
	const { name = '', state = '' } = stageOf(incident);
	return [name, state].some((word) => names.includes(plain(word)));
}

/** An object, a bare ID, or a bare name. */
function partOf(value: unknown): { id?: string; name?: string } {
	if (isObject(value)) return { id: asText(value.id), name: asText(value.name) };
	const text = typeof value === 'string' ? asText(value) : undefined;
	return text?.startsWith('don:') ? { id: text } : { name: text };
}
