import type { IDataObject } from 'n8n-workflow';

import type { DevUser } from '../sandbox/devrev/types';
import { comparable, type Suite } from '../support/suite';

/** Headers of every request about incidents, made with the sandbox's token. */
export const HEADERS = {
	accept: 'application/json',
	authorization: 'Bearer sandbox-devrev-token',
	'content-type': 'application/json',
	'x-devrev-scope': 'beta',
};

/** The sandbox's incident in this stage: the first of those that the seed has. */
export function seeded(on: Suite, stage: 'acknowledged' | 'mitigated' | 'resolved' | 'triage') {
	const all = [...on.sandbox.state('devRev').incidents.values()];
	const found = all.find((incident) => incident.stage.stage.name === stage);
	if (!found) throw new TypeError(`no incident is in the stage ${stage}`);
	return found;
}

const SEVERITIES = ['critical', 'error', 'warning', 'info'];
const STATUSES: { [stage: string]: string } = {
	triage: 'triggered',
	acknowledged: 'acknowledged',
	fixing: 'acknowledged',
	mitigated: 'acknowledged',
	resolved: 'resolved',
	canceled: 'resolved',
};

/** The simplified incident as the sandbox has it now, with the names of a usual organization. */
export function recordOf(on: Suite, id: string) {
	const stored = on.sandbox.state('devRev').incidents.get(id);
	const stage = String(stored?.stage.stage.name);
	return {
		provider: 'devrev',
		id,
		number: stored?.display_id,
		title: stored?.title,
		status: STATUSES[stage],
		severity: SEVERITIES[(stored?.severity?.id ?? 0) - 1] ?? null,
		url: null,
		service: stored?.applies_to_parts[0]?.name ?? null,
		assignees: stored?.owned_by.map(({ id, full_name }) => ({ id, name: full_name })),
		actor: stored && actorOf(stored.modified_by),
		createdAt: stored?.created_date,
		updatedAt: stored?.modified_date,
		vendorStatus: stage,
		vendorSeverity: stored?.severity?.label ?? null,
	};
}

/** A user as records name who did something. */
export const actorOf = ({ id, full_name, type }: DevUser) => ({ id, name: full_name, type });

/** The ID of a stage by its name. */
export function stageId(on: Suite, name: string): string {
	const found = [...on.sandbox.state('devRev').stages.values()].find((one) => one.name === name);
	if (!found) throw new TypeError(`no stage ${name}`);
	return found.id;
}

/** Calls the stages of the organization otherwise, in the diagram as well. */
export function renameStages(on: Suite, names: { [from: string]: string }): void {
	const { stages, diagram, incidents } = on.sandbox.state('devRev');
	const rename = (one: { name?: unknown }) => {
		one.name = names[String(one.name)] ?? one.name;
	};
	for (const stage of stages.values()) rename(stage);
	for (const { stage, transitions } of diagram.stages) {
		rename(stage);
		for (const { target_stage } of transitions) rename(target_stage);
	}
	for (const { stage } of incidents.values()) rename(stage.stage);
}

/** Leaves a stage of the diagram with these ways out. */
export function setWays(on: Suite, from: string, to: string[]): void {
	const { diagram } = on.sandbox.state('devRev');
	const node = diagram.stages.find(({ stage }) => stage.name === from);
	if (!node) throw new TypeError(`no stage ${from} in the diagram`);
	node.transitions = to.map((name) => ({ target_stage: { id: stageId(on, name), name } }));
}

export const paths = (on: Suite) => on.requests().map(({ path }) => path);

/** The last request that changed an incident. */
export function theUpdate(on: Suite) {
	const updates = on.requests().filter(({ path }) => path === '/incidents.update');
	expect(updates).toHaveLength(1);
	return comparable(updates[0]);
}

export const bodyOf = (on: Suite) => theUpdate(on).body as IDataObject;

export const hintsOf = ({ hints }: { hints: Array<{ message: string }> }) =>
	hints.map(({ message }) => message);
