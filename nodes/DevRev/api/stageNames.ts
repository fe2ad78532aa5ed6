import type { IDataObject } from 'n8n-workflow';

import { Fault } from '../../shared/ground/failures';
import { asObject, asText } from '../../shared/ground/values';
import type { Reader } from '../../shared/run/operation';
import { allStages } from './diagrams';
import { isOver, stageOf, type StageFacts } from './stage';

const unknown = (plural: string) =>
	`DevRev did not say whether some ${plural} are open or closed, and its list of stages does not tell: they count as neither`;

/**
 * Incidents, or other objects with stages, whose stages tell whether they are over: where one does not, because it came without names, it is looked
 * up in the organization's list of stages, which is read once for a run. What cannot be found stays as it came.
 * @throws Fault when the list cannot be read
 */
export async function withStages(
	reader: Reader,
	incidents: IDataObject[],
	plural = 'incidents',
): Promise<IDataObject[]> {
	const isUnclear = (incident: IDataObject) =>
		isOver(incident) === undefined && Object.values(stageOf(incident)).some(Boolean);
	if (!incidents.some(isUnclear)) return incidents;
	const stages = await allStages(reader);
	const known = incidents.map((incident) =>
		isUnclear(incident) ? placed(incident, stages) : incident,
	);
	if (known.some(isUnclear)) reader.notice(unknown(plural));
	return known;
}

/** For a write that is done already: it must not fail because of how its answer reads. */
export async function withStagesIfReadable(
	reader: Reader,
	incidents: IDataObject[],
	plural = 'incidents',
): Promise<IDataObject[]> {
	return await withStages(reader, incidents, plural).catch((failure: unknown) => {
		if (!(failure instanceof Fault)) throw failure;
		reader.notice(unknown(plural));
		return incidents;
	});
}

/** The incident with its stage in the documented shape; the names that came with it win. */
function placed(incident: IDataObject, stages: IDataObject[]): IDataObject {
	const facts = stageOf(incident);
	const { name, state, stateId } = facts;
	const found = findStage(facts, stages);
	if (!found) return incident;
	const {
		id,
		name: ownName,
		state: place,
	} = found.isWhole ? found.stage : { id: facts.id, name, state: found.stage.state };
	const { id: placeId, name: placeName, is_final } = asObject(place);
	return {
		...incident,
		stage: {
			stage: { id: asText(id), name: name ?? asText(ownName) },
			state: { id: stateId ?? asText(placeId), name: state ?? asText(placeName), is_final },
		},
	};
}

/**
 * By the stage's ID, else by its state's: that tells of the state alone. Else by its name, which stages of other
 * objects may have as well; then they have to agree.
 */
function findStage(
	{ id, stateId, name }: StageFacts,
	stages: IDataObject[],
): { stage: IDataObject; isWhole: boolean } | undefined {
	const sure = id === undefined ? undefined : stages.find((one) => one.id === id);
	if (sure) return { stage: sure, isWhole: true };
	const sameState = stages.find(
		({ state }) => stateId !== undefined && asObject(state).id === stateId,
	);
	if (sameState) return { stage: sameState, isWhole: false };
	const named = stages.filter((one) => name !== undefined && one.name === name);
	const ends = new Set(named.map(({ state }) => asObject(state).is_final));
	if (named.length && ends.size === 1) return { stage: named[0], isWhole: named.length === 1 };
	return;
}
