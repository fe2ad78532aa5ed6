import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';
import { isOver, stageOf } from '../api/stage';
import type { DerivedEvent } from './events';

/** What an update has changed, as far as the event tells. */
export interface Changes {
	certain: DerivedEvent[];
	/** What may have changed: the event lacks what it would have to be compared with. */
	uncertain: DerivedEvent[];
}

/** True, false, or undefined when nobody can tell. */
type Answer = boolean | undefined;

/**
 * Compares an incident with what it was before the update. DevRev need not send the old one; then
 * everything but a resolution that is plainly none is uncertain. Pure. docs/facts/devrev.md#body-of-a-delivery.
 */
export function compare(now: IDataObject, old: IDataObject | undefined): Changes {
	const answers: { [event in DerivedEvent]: Answer } = {
		incident_owner_changed: old && differs(ownersOf(now), ownersOf(old)),
		incident_resolved: isResolved(now, old),
		incident_severity_changed: old && differs(severityOf(now), severityOf(old)),
		incident_stage_changed: isMoved(now, old),
	};
	const events = Object.keys(answers) as DerivedEvent[];
	return {
		certain: events.filter((event) => answers[event]),
		uncertain: events.filter((event) => answers[event] === undefined),
	};
}

function differs(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) !== JSON.stringify(other);
}

/**
 * An incident has always a stage: one that is not there was left out of the event. IDs are compared with IDs and
 * names with names, for one of the two may lack either.
 */
function isMoved(now: IDataObject, old: IDataObject = {}): Answer {
	const [to, from] = [stageOf(now), stageOf(old)];
	const key = (['id', 'name', 'state'] as const).find((one) => to[one] && from[one]);
	return key && to[key] !== from[key];
}

/** Undefined where the names are missing by which a stage is known to be a final one; in the stage or state of before it is not resolved now. */
function isResolved(now: IDataObject, old: IDataObject = {}): Answer {
	if (isMoved(now, old) === false || isSameState(now, old)) return false;
	const [isOverNow, wasOver] = [isOver(now), isOver(old)];
	if (!isOverNow) return isOverNow;
	return wasOver === undefined ? undefined : !wasOver;
}

/** A final state has final stages only. */
function isSameState(now: IDataObject, old: IDataObject): boolean {
	const { stateId } = stageOf(now);
	return stateId !== undefined && stateId === stageOf(old).stateId;
}

/** What is empty is absent from an incident, so an absent severity is none. */
function severityOf({ severity }: IDataObject): string | undefined {
	const { id, label } = asObject(severity);
	return asText(id) ?? asText(label);
}

/** In whatever order they come. */
function ownersOf({ owned_by }: IDataObject): string[] {
	return asRows(owned_by)
		.map(({ id, display_id }) => asText(id) ?? asText(display_id) ?? '')
		.sort();
}
