import type { IDataObject } from 'n8n-workflow';

import { asText } from '../ground/values';
import type { Answer, Question, Waiting } from './question';
import { STYLE } from './style';
import { moment } from './text';

const SIGNS: { [sign: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text that stays text. Pure. */
export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
}

/** The question with the form that answers it. Pure. @param complaint what was wrong with an answer */
export function questionPage({ incident, question }: Waiting, complaint?: string): string {
	const { message, responseType, until } = question;
	const wrong =
		complaint === undefined ? '' : `<p class="wrong" role="alert">${escaped(complaint)}.</p>`;
	const end = until === null ? '' : soft(`Can be answered until ${moment(until)}`);
	const form = responseType === 'approval' ? approval(question) : freeText(question);
	return pageOf(titleOf(incident), [
		heading(incident),
		wrong,
		`<p class="text">${escaped(message)}</p>`,
		tool(question),
		`<form method="post">${form}</form>`,
		end,
	]);
}

/** What was answered, once n8n has taken it. Pure. */
export function answeredPage({ incident, question }: Waiting, answer: Answer): string {
	const { approveLabel, declineLabel, responseType } = question;
	const label = answer.approved === true ? approveLabel : declineLabel;
	const what =
		responseType === 'freeText'
			? 'Your answer was taken'
			: `${answer.approved === true ? 'Approved' : 'Declined'}: “${escaped(label)}” was taken`;
	return pageOf('Thank you', [
		heading(incident),
		`<p><strong>${what}.</strong></p>`,
		answer.text === null ? '' : `<p class="text">${escaped(answer.text)}</p>`,
		soft('The workflow goes on. You can close this page'),
	]);
}

/** The link is of a question that has been answered. Pure. */
export function gonePage(): string {
	return plainPage('Already answered', [
		'This link is of an earlier question, and that has been answered or has run out of time',
		'Nothing was changed',
	]);
}

/** The link is none of ours. Pure. */
export function strangePage(): string {
	return plainPage('This link is not whole', [
		'Something of the link is missing: open it as it stands in the incident',
		'Nothing was changed',
	]);
}

/** Nothing could be decided. Pure. @param why what went wrong, for the person who reads it */
export function troublePage(why: string): string {
	return plainPage('Not taken', [
		why,
		'Nothing was decided, and the workflow still waits. Try again in a moment',
	]);
}

/** What an event at the vendor has come to, for the workflow that told of it. Pure. */
export function toldPage(text: string): string {
	return plainPage('The incident was looked at', [text]);
}

function plainPage(title: string, sentences: string[]): string {
	return pageOf(title, [
		`<h1>${escaped(title)}</h1>`,
		...sentences.map((text) => `<p>${escaped(text)}.</p>`),
	]);
}

function pageOf(title: string, parts: string[]): string {
	return [
		'<!doctype html><html lang="en"><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">',
		`<title>${escaped(title)}</title><style>${STYLE}</style></head>`,
		`<body><main><article>${parts.join('')}</article></main></body></html>`,
	].join('');
}

const soft = (text: string) => `<p class="soft">${escaped(text)}.</p>`;

const titleOf = (incident: IDataObject) => asText(incident.title) ?? 'A question';

function heading(incident: IDataObject): string {
	const { id, number, service, severity, status, url } = incident;
	const name = asText(number) ?? asText(id);
	const facts = [
		name && `Incident ${name}`,
		asText(service),
		asText(severity),
		asText(status),
	].flatMap((fact) => (fact ? [escaped(fact)] : []));
	const address = webAddress(url);
	const link = address
		? `<p class="soft"><a href="${escaped(address)}" rel="noreferrer noopener">Open the incident</a></p>`
		: '';
	const line = facts.length ? `<p class="soft">${facts.join(' · ')}</p>` : '';
	return `<h1>${escaped(titleOf(incident))}</h1>${line}${link}`;
}

/** An address that a browser may follow; undefined for anything else, such as a script. */
function webAddress(url: unknown): string | undefined {
	const text = asText(url);
	return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

function tool({ tool: reviewed }: Question): string {
	if (reviewed === null) return '';
	const { name, parameters } = reviewed;
	return `<h2>An agent wants to run</h2><p><strong>${escaped(name)}</strong></p><h2>With these parameters</h2><pre tabindex="0">${escaped(parameters)}</pre>`;
}

const NAME =
	'<label for="name">Your name (optional)</label><input id="name" name="name" maxlength="200" autocomplete="name">';

/** Enter in a line of text presses the first button of a form: this one, which does nothing. */
const NO_ENTER = '<button disabled hidden></button>';

function approval({ approveLabel, declineLabel }: Question): string {
	return [
		NO_ENTER,
		'<label for="text">Comment (optional)</label>',
		'<textarea id="text" name="text" maxlength="10000"></textarea>',
		NAME,
		'<div class="buttons">',
		`<button class="no" name="decision" value="decline">${escaped(declineLabel)}</button>`,
		`<button class="yes" name="decision" value="approve">${escaped(approveLabel)}</button>`,
		'</div>',
	].join('');
}

function freeText({ sendLabel }: Question): string {
	return [
		'<label for="text">Your answer</label>',
		'<textarea id="text" name="text" maxlength="10000" required></textarea>',
		NAME,
		`<div class="buttons"><button class="yes">${escaped(sendLabel)}</button></div>`,
	].join('');
}
