import type { IDataObject } from 'n8n-workflow';

import { unless } from '../../shared/ground/failures';
import { asNumber, asObject, asRows, asText } from '../../shared/ground/values';
import type { Reader } from '../../shared/run/operation';
import { read, rowsOf, stagePaging } from './profile';

/** A stage as a diagram has it. */
export interface StageNode {
	id: string;
	name: string;
	isStart: boolean;
	isDeprecated: boolean;
	/** IDs of the stages that may follow; undefined where nothing says so. */
	next?: string[];
}

/** Where a stage belongs: its state, and its place among all stages of the organization. */
export interface StagePlace {
	ordinal: number;
	state: string;
	isFinal: boolean;
}

export interface Diagram {
	nodes: StageNode[];
	/** False when these are all stages of the organization, those of other objects too. */
	isWhole: boolean;
}

/**
 * The stages that an incident can have, with the ways between them: from the diagram that the
 * schema names, else from the default one. An organization whose diagrams cannot be read has its
 * list of all stages. docs/facts/devrev.md#stages.
 */
export async function diagramOf(reader: Reader, incident: IDataObject): Promise<Diagram> {
	const diagrams = await reader.once('diagrams', async () =>
		(await listed(reader, '/stage-diagrams.list', { leaf_type: ['incident'] })).filter(
			({ stages }) => asRows(stages).length > 0,
		),
	);
	if (!diagrams.length)
		return { nodes: (await allStages(reader)).flatMap(plainNode), isWhole: false };
	const chosen = diagrams.length === 1 ? diagrams[0] : await oneOf(reader, diagrams, incident);
	return { nodes: nodesOf(chosen), isWhole: true };
}

/** The states of all stages by stage ID; empty where they cannot be read. */
export async function placesOf(reader: Reader): Promise<Map<string, StagePlace>> {
	const places = (await allStages(reader)).map(({ id, ordinal, state }) => {
		const { name, is_final } = asObject(state);
		const place: StagePlace = {
			ordinal: asNumber(ordinal) ?? 0,
			state: asText(name) ?? '',
			isFinal: is_final === true,
		};
		return [String(id), place] as const;
	});
	return new Map(places);
}

/** Every stage of the organization, those of other objects too; none where the token may not read them. */
export async function allStages(reader: Reader): Promise<IDataObject[]> {
	return await reader.once('stages', async () => await listed(reader, '/stages.custom.list'));
}

/** Of several: subtypes may have diagrams of their own, and the schema says which counts. */
async function oneOf(
	reader: Reader,
	diagrams: IDataObject[],
	incident: IDataObject,
): Promise<IDataObject> {
	const subtype = asText(incident.subtype);
	const [named] = await reader.once(`diagram of ${subtype ?? 'no subtype'}`, async () => {
		const request = read('/schemas.aggregated.get', {
			leaf_type: 'incident',
			...(subtype ? { custom_schema_spec: { subtype } } : {}),
		});
		return await unlessHidden(
			reader.read(request, ({ body }) => [
				asObject(asObject(asObject(body).schema).stage_diagram_id),
			]),
		);
	});
	const inSchema = diagrams.find(({ id }) => id !== undefined && id === named?.id);
	return inSchema ?? diagrams.find(({ is_default }) => is_default === true) ?? diagrams[0];
}

/** Without any way in the whole diagram, nothing is known about ways: DevRev has to tell. */
function nodesOf({ stages }: IDataObject): StageNode[] {
	const rows = asRows(stages);
	const hasWays = rows.some(({ transitions }) => asRows(transitions).length > 0);
	return rows.flatMap(({ stage, is_start, is_deprecated, transitions }) => {
		const { id, name } = asObject(stage);
		const next = asRows(transitions).flatMap(
			({ target_stage }) => asText(asObject(target_stage).id) ?? [],
		);
		return plainNode({ id, name }).map((node) => ({
			...node,
			isStart: is_start === true,
			isDeprecated: is_deprecated === true,
			...(hasWays ? { next } : {}),
		}));
	});
}

function plainNode({ id, name }: IDataObject): StageNode[] {
	const key = asText(id);
	if (key === undefined) return [];
	return [{ id: key, name: asText(name) ?? key, isStart: false, isDeprecated: false }];
}

async function listed(
	reader: Reader,
	path: string,
	body: IDataObject = {},
): Promise<IDataObject[]> {
	const rows = rowsOf('result');
	return await unlessHidden(reader.list({ paging: stagePaging, rows }, read(path, body)));
}

/** Nothing for a token that may not read it, and where there is no such thing. */
async function unlessHidden(rows: Promise<IDataObject[]>): Promise<IDataObject[]> {
	return (await unless([403, 404], rows)) ?? [];
}
