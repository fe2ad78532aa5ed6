import type { FullWork } from '../sandbox/devrev/works/types';
import type { Suite } from '../support/suite';
import { actorOf } from './incidents';

export { HEADERS, hintsOf } from './incidents';

/** An issue or a ticket of the sandbox, by the number that people say. */
export function workOf(on: Suite, number: string): FullWork {
	const works = [...on.sandbox.state('devRev').linking.works.values()] as FullWork[];
	const found = works.find(({ display_id }) => display_id === number);
	if (!found) throw new TypeError(`no ${number}`);
	return found;
}

/** The one that was made last. */
export const newest = (on: Suite): FullWork =>
	[...on.sandbox.state('devRev').linking.works.values()].slice(-1)[0] as FullWork;

const named = (users: FullWork['owned_by']) =>
	users.map(({ id, full_name }) => ({ id, name: full_name }));

/** The part of the flat record that issues and tickets share, as the sandbox has it. */
export const recordOf = (work: FullWork) => ({
	provider: 'devrev',
	id: work.id,
	number: work.display_id,
	type: work.type,
	title: work.title,
	stage: work.stage.name,
	isOpen: work.stage.state.is_final !== true,
	partId: work.applies_to_part.id,
	partName: work.applies_to_part.name,
	assignees: named(work.owned_by),
	reporters: named(work.reported_by),
	actor: actorOf(work.modified_by),
	createdAt: work.created_date,
	updatedAt: work.modified_date,
	targetCloseAt: work.target_close_date ?? null,
	closedAt: work.actual_close_date ?? null,
});
