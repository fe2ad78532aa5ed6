import { cut } from '../ground/characters';
import type { Question } from './question';

/** Titles are read on a phone's lock screen. */
const MOST_TITLE = 120;
/** Characters of a question, and of a tool's parameters, that an incident's text has room for. The page has them whole. */
const MOST_OF_MESSAGE = 10_000;
const MOST_OF_TOOL = 4_000;

type Asked = Pick<Question, 'message' | 'responseType' | 'tool' | 'until'>;

/** The title of an incident that asks something: the first line of the question. Pure. */
export function titleFrom(message: string): string {
	const [first] = message.trim().split(/\r?\n/, 1);
	return cut(first.trim(), MOST_TITLE);
}

/** The text of the incident: the question, what an agent wants to do, and where to answer. Pure. */
export function textOf({ message, responseType, tool, until }: Asked, link: string): string {
	const how = responseType === 'approval' ? 'Approve or decline here' : 'Answer here';
	const isTold = tool === null || message.includes(tool.parameters);
	return [
		cut(message, MOST_OF_MESSAGE),
		...(isTold ? [] : [`Tool: ${tool.name}\nParameters: ${cut(tool.parameters, MOST_OF_TOOL)}`]),
		`${how}: ${link}`,
		...(until === null
			? []
			: [`Without an answer by ${moment(until)} the workflow goes on without one.`]),
	].join('\n\n');
}

/** A point in time for people, in UTC. Pure. */
export function moment(iso: string): string {
	return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

/** n8n's own text for a review holds the parameters of the tool in a form that nobody can read. Pure. */
export function readable(message: string, parameters: string | undefined): string {
	return parameters === undefined ? message : message.replaceAll('[object Object]', parameters);
}

/** What a note on the incident says of an answer. Pure. */
export function noteOf(
	{ responseType, approveLabel, declineLabel }: Question,
	{ approved, text, by }: { approved: boolean | null; text: string | null; by: string | null },
): string {
	const who = by === null ? 'by link' : `by ${by} (by link, the name as it was typed)`;
	const said = text === null ? '' : `: ${text}`;
	if (responseType === 'freeText') return `Answered ${who}${said}`;
	return `${approved ? `Approved (${approveLabel})` : `Declined (${declineLabel})`} ${who}${said}`;
}
