import type { IDataObject } from 'n8n-workflow';

import { locator, locatorList } from '../../shared/form/fields';
import { Fault, FormIssue, withHint } from '../../shared/ground/failures';
import type { Reader, Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { asObject } from '../../shared/ground/values';
import { recordOf, reference, senderOf } from '../api/profile';
import { INCIDENT } from '../form/ids';
import { toIncidentRecord } from '../api/record';
import { hasCode } from '../api/words';
import { tailWithExtras } from './change';
import { idOf } from './number';

/** A source that was merged before is also resolved. docs/facts/pagerduty.md#codes-of-an-incidents-state. */
const isAboutSource = hasCode(1001, 1019);

const RULES =
	'PagerDuty merges into an open incident, takes only incidents that were opened by hand or have alerts, and keeps 1,000 alerts in one incident at most. Take the source that breaks a rule off the list, or link it in a note.';

/** `PUT /incidents/{id}/merge`. docs/facts/pagerduty.md#merge. */
export const merge: StepsOperation = {
	value: 'merge',
	name: 'Merge',
	action: 'Merge incidents',
	description:
		'Move the alerts of one or more incidents into another one that is open, 1,000 alerts in all at most. The sources are resolved; this cannot be undone.',
	retry: 'idempotent',
	properties: [
		locator(INCIDENT, {
			displayName: 'Target Incident',
			name: 'incidentId',
			required: true,
			description:
				'The open incident that takes up the others: choose it, or give its ID, number or address',
		}),
		locatorList(INCIDENT, {
			displayName: 'Source Incidents',
			name: 'sourceIncidentIds',
			rowName: 'sourceIncidentId',
			required: true,
			description: 'The incidents to merge into the target. They are resolved by it.',
		}),
		...tailWithExtras,
	],
	plan: (parameters) => {
		const target = decodeURIComponent(parameters.pathId('incidentId'));
		const sources = parameters.ids('sourceIncidentIds');
		if (!sources.length) {
			parameters.refuse('sourceIncidentIds', 'is empty', 'Choose at least one incident to merge');
		}
		refuseItself(target, sources);
		const extra = parameters.group('additionalFields').json('extraFields') ?? {};
		const request: ApiRequest = {
			method: 'PUT',
			path: `/incidents/${encodeURIComponent(target)}/merge`,
			sender: senderOf(parameters),
			body: { ...bodyFor(sources), ...extra },
		};
		return { request, run: async (steps) => await run(steps, request, target, sources) };
	},
	simplify: toIncidentRecord,
};

async function run(
	steps: Steps,
	request: ApiRequest,
	target: string,
	given: string[],
): Promise<IDataObject[]> {
	const targetId = await idOf(steps, target);
	const sources = new Set<string>();
	for (const source of given) sources.add(await idOf(steps, source));
	refuseItself(targetId, [...sources]);

	const send = async (ids: string[]) => {
		const body = { ...request.body, ...bodyFor(ids) };
		await steps.send({ ...request, body }, 'idempotent', recordOf('incident'));
	};
	await send([...sources]).catch(async (failure: unknown) => {
		if (!(failure instanceof Fault)) throw failure;
		if (!isAboutSource(failure.details)) throw explained(failure);
		// Whatever goes wrong with looking, the user reads about the merge.
		const left = await unmerged(steps, targetId, [...sources]).catch(() => [...sources]);
		if (left.length === sources.size) throw failure;
		if (left.length) await send(left);
		steps.notice('Some incidents were merged into their target already');
	});
	return await readTarget(steps, targetId);
}

/**
 * What PagerDuty's own words leave out: the rules of merging, for a refusal that no other hint explains.
 * docs/facts/pagerduty.md#merge.
 */
function explained(failure: Fault): Fault {
	const { details } = failure;
	if (details.status !== 400 || details.words.hint) return failure;
	return withHint(details, RULES);
}

/** The sources that are not part of the target yet. */
async function unmerged(steps: Steps, target: string, sources: string[]): Promise<string[]> {
	const left: string[] = [];
	for (const source of sources) {
		const [incident] = await readTarget(steps, source);
		const into = asObject(asObject(incident.resolve_reason).incident);
		if (into.id !== target) left.push(source);
	}
	return left;
}

/** The answer to a merge is a reference only. */
async function readTarget({ read }: Reader, id: string): Promise<IDataObject[]> {
	const path = `/incidents/${encodeURIComponent(id)}`;
	return await read({ method: 'GET', path }, recordOf('incident'));
}

function bodyFor(sources: string[]): IDataObject {
	return { source_incidents: sources.map((id) => reference('incident', id)) };
}

function refuseItself(target: string, sources: string[]): void {
	if (!sources.includes(target)) return;
	throw new FormIssue(
		"'Source Incidents' holds the target itself",
		'An incident cannot be merged into itself: take it off the list.',
	);
}
