import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Fault, FormIssue } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import { asText, compact } from '../../shared/ground/values';
import { read, recordOf } from '../api/profile';
import type { Diagram, StageNode } from '../api/diagrams';
import { stageOf } from '../api/stage';
import { listOf } from './target';

const incidents = recordOf('incident');

/** Reads an incident by whichever ID it was given. */
export async function readIncident({ send }: Steps, id: string): Promise<IDataObject> {
	const reply = await send(read('/incidents.get', { id }), 'read', incidents);
	const [incident = {}] = incidents(reply) ?? [];
	return incident;
}

/** The stage that an incident is in. Anything may be absent. docs/facts/devrev.md#what-an-incident-looks-like. */
export function currentStage(incident: IDataObject): { id?: string; name: string } {
	const { id, name } = stageOf(incident);
	return { id, name: name ?? id ?? 'unknown' };
}

/** `INC-4 "Stock figures stale"`. */
export function nameOf({ id, display_id, title }: IDataObject): string {
	return [asText(display_id) ?? asText(id), title && `"${String(title)}"`]
		.filter(Boolean)
		.join(' ');
}

export interface Way {
	target: StageNode;
	notes?: string;
	/** "Allow Invalid Transition" is on. */
	anyWay: boolean;
}

/**
 * The part of a change that moves an incident to another stage.
 * @throws FormIssue when the diagram has no such way and the user does not insist
 */
export function wayTo(incident: IDataObject, diagram: Diagram, way: Way): IDataObject {
	const { target, notes, anyWay } = way;
	const from = currentStage(incident);
	const next = diagram.nodes.find(({ id }) => id === from.id)?.next;
	const isForbidden = next !== undefined && !next.includes(target.id);
	if (isForbidden && !anyWay) {
		const allowed = diagram.nodes.filter(({ id }) => next.includes(id));
		throw new FormIssue(
			`Incident ${nameOf(incident)} cannot go from stage '${from.name}' to '${target.name}'`,
			`Nothing was changed. ${waysFrom(from.name, allowed)}; 'Allow Invalid Transition' moves it all the same.`,
		);
	}
	return {
		stage: compact({ stage: target.id, notes }),
		// Said only where it is needed: it lifts the organization's own rules.
		...(anyWay && next?.includes(target.id) !== true
			? { stage_validation_options: ['allow_invalid_transition'] }
			: {}),
	};
}

function waysFrom(stage: string, allowed: StageNode[]): string {
	if (!allowed.length) return `The stage diagram has no way out of '${stage}'`;
	const ways = listOf(`The stage diagram allows from '${stage}'`, allowed);
	return `${ways}. Choose one of these as 'Stage' or take the incident there first`;
}

/**
 * Sends `incidents.update`. A refusal that follows an attempt of unknown outcome may only say that
 * this attempt has moved the incident already: it is looked at then.
 */
export async function sendChange(
	steps: Steps,
	body: IDataObject,
	stage?: string,
): Promise<IDataObject> {
	const request = { method: 'POST' as const, path: '/incidents.update', body };
	const sent = steps.send(request, 'idempotent', incidents);
	const done = sent.then((reply) => (incidents(reply) ?? [])[0] ?? {});
	return await done.catch(async (failure: unknown) => {
		const isInDoubt = failure instanceof Fault && failure.details.outcomeUnknown;
		if (!isInDoubt || stage === undefined) return await done;
		// Whatever goes wrong with looking, the user reads about the change.
		const now = await readIncident(steps, String(body.id)).catch(async () => await done);
		return currentStage(now).id === stage ? now : await done;
	});
}

/** For changes that the organization's diagram may forbid. */
export const allowInvalidTransition: INodeProperties = {
	displayName: 'Allow Invalid Transition',
	name: 'allowInvalidTransition',
	type: 'boolean',
	default: false,
	description:
		"Whether to move the incident even where the organization's stage diagram has no way from its stage to the wanted one",
};
