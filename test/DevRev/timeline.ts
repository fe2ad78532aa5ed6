import type { Suite } from '../support/suite';

/** Headers of a call that is stable. */
export const HEADERS = {
	accept: 'application/json',
	authorization: 'Bearer sandbox-devrev-token',
	'content-type': 'application/json',
};

/** Headers of a call that has something of the beta in it. */
export const BETA_HEADERS = { ...HEADERS, 'x-devrev-scope': 'beta' };

/** The sandbox's incident of this number. */
export function incidentOf(on: Suite, number = 'INC-3') {
	const all = [...on.sandbox.state('devRev').incidents.values()];
	const found = all.find(({ display_id }) => display_id === number);
	if (!found) throw new TypeError(`no ${number}`);
	return found;
}

/** The comments on an incident, as the sandbox has them. */
export function commentsOn(on: Suite, incidentId: string) {
	const { timelines } = on.sandbox.state('devRev');
	return (timelines.entries.get(incidentId) ?? []).filter(
		({ type }) => type === 'timeline_comment',
	);
}

/** Writes comments one after the other, and forgets the requests. */
export async function write(on: Suite, incidentId: string, texts: string[], fields = {}) {
	await on.run(
		{
			resource: 'comment',
			operation: 'create',
			incidentId: { __rl: true, mode: 'id', value: incidentId },
			text: '={{ $json.text }}',
			...fields,
		},
		{ items: texts.map((text) => ({ text })) },
	);
	on.sandbox.clearRequests();
	return commentsOn(on, incidentId);
}

/** The simplified comment as the sandbox has it now. */
export function recordOf(comment: ReturnType<typeof commentsOn>[number]) {
	return {
		provider: 'devrev',
		id: comment.id,
		incidentId: comment.object,
		text: comment.body ?? null,
		author: comment.created_by.full_name,
		createdAt: comment.created_date,
		updatedAt: comment.modified_date,
	};
}
