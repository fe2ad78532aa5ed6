import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import type { ApiRequest } from '../../shared/wire/request';
import { asText, compact } from '../../shared/ground/values';
import { read } from '../api/profile';
import type { Diagram, StageNode } from '../api/diagrams';
import { stageOf } from '../api/stage';
import { listOf } from './target';

/** `POST /incidents.update`. docs/facts/devrev.md#updating-an-incident. */
export const changeOf = (body: IDataObject): ApiRequest => ({
	method: 'POST',
	path: '/incidents.update',
	body,
});

/** Where the incident of a change is read, by whichever ID it was given. */
export const incidentOf = ({ body }: ApiRequest): ApiRequest =>
	read('/incidents.get', { id: body?.id });

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

/** For changes that the organization's diagram may forbid. */
export const allowInvalidTransition: INodeProperties = {
	displayName: 'Allow Invalid Transition',
	name: 'allowInvalidTransition',
	type: 'boolean',
	default: false,
	description:
		"Whether to move the incident even where the organization's stage diagram has no way from its stage to the wanted one",
};
