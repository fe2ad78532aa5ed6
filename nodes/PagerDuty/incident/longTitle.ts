import { cut, lengthOf } from '../../shared/ground/characters';
import type { Parameters } from '../../shared/form/parameters';

/**
 * PagerDuty documents this length for the summary of an event, which becomes a title; for a title itself it
 * documents none. A page with a cut title is better than none.
 */
const MOST_TITLE = 1024;

/**
 * The title, and what goes before the details because it had no room in it.
 * @param parameters the fields in which `title` stands
 */
export function titleOf(parameters: Parameters): { title?: string; rest?: string } {
	return shortened(parameters, ', and the whole text in its details');
}

/** The title of an incident whose details stay as they are. */
export function shortTitleOf(parameters: Parameters): string | undefined {
	return shortened(parameters, '').title;
}

function shortened(parameters: Parameters, beside: string): { title?: string; rest?: string } {
	const title = parameters.text('title');
	if (title === undefined || lengthOf(title) <= MOST_TITLE) return { title };
	parameters.note(
		`'Title' was longer than 1,024 characters: the incident has its beginning as the title${beside}`,
	);
	return { title: cut(title, MOST_TITLE - 1), rest: title };
}
