import type { JsonObject } from '../core/types';
import { isObject } from '../core/values';
import type { Incident } from './types';

/** How DevRev may tell the stage: incidents are documented in full, works and conversations were recorded otherwise. */
export const SHAPES = [
	'in full',
	'with the IDs alone',
	'with bare IDs',
	'with the stage alone, by its ID',
	'as one bare ID',
	'with its own name beside IDs',
	'with its own name alone',
	'with the state alone, by its ID',
	'with a state that is only marked as final or not',
] as const;

export type StageShape = (typeof SHAPES)[number];

/** An incident with its stage in one of these shapes. */
function shapedStage(incident: JsonObject, shape: StageShape): JsonObject {
	if (!isObject(incident.stage)) return incident;
	const { stage, state } = incident.stage as Incident['stage'];
	const [stageId, stateId] = [{ id: stage.id }, { id: state.id }];
	const shapes: { [name in StageShape]: unknown } = {
		'in full': { stage, state },
		'with the IDs alone': { stage: stageId, state: stateId },
		'with bare IDs': { stage: stage.id, state: state.id },
		'with the stage alone, by its ID': { stage: stageId },
		'as one bare ID': stage.id,
		'with its own name beside IDs': {
			name: stage.name,
			ordinal: 1,
			stage: stageId,
			state: stateId,
		},
		'with its own name alone': { name: stage.name, ordinal: 1 },
		'with the state alone, by its ID': { state: stateId },
		'with a state that is only marked as final or not': {
			stage,
			state: { ...stateId, is_final: state.is_final },
		},
	};
	return { ...incident, stage: shapes[shape] };
}

/** An answer, or the data of an event, with the stages of its incidents in one of these shapes. */
export function withShape<Body>(body: Body, shape: StageShape): Body {
	if (shape === 'in full' || !isObject(body)) return body;
	const incidents = ['incident', 'old_incident', 'incidents'].filter((key) => key in body);
	const shaped = incidents.map((key) => {
		const value = body[key];
		if (Array.isArray(value)) return [key, value.map((one: JsonObject) => shapedStage(one, shape))];
		return [key, isObject(value) ? shapedStage(value, shape) : value];
	});
	return { ...body, ...(Object.fromEntries(shaped) as JsonObject) };
}
