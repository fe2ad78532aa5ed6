import type { FaultDetails, VendorWords } from '../../shared/ground/failures';
import { textsOf } from '../../shared/ground/text';
import { asNumber, asObject, asText, isObject } from '../../shared/ground/values';
import { pageLink } from '../../shared/wire/pages';
import type { Reply } from '../../shared/wire/request';

/** Where the credential is explained, and with it the From address. */
export const PAGE = pageLink('pagerduty', 'pagerduty-incidents-api');

/** What to do next, by error code or text; the first match counts. docs/facts/pagerduty.md#codes. */
const HINTS: Array<{ codes?: number[]; text?: RegExp; hint: string }> = [
	{
		text: /"From" header/i,
		hint: `Set 'From Email' in the credential, or in this node under Options, to the log-in e-mail of a PagerDuty user of this account. See ${PAGE}`,
	},
	{
		codes: [1008],
		hint: `No user of this PagerDuty account has the 'From Email' address. Correct it in the credential or in this node under Options; if a 'Requester' is set, check that too. See ${PAGE}`,
	},
	{
		text: /matching dedup key/i,
		hint: "An open incident with this 'Incident Key' exists already on the service. Use that one, resolve it first, or choose another key.",
	},
	{
		codes: [2006],
		hint: 'Open the credential and check the API token (not an integration key) and the region: EU accounts need the EU region.',
	},
	{ codes: [2014], hint: 'The plan of this PagerDuty account does not include the feature.' },
	{
		codes: [2010, 1018],
		hint: 'The key is valid but lacks the right. Use a key that is not read-only, of a user who may do this.',
	},
	{
		codes: [1001],
		hint: "The incident is resolved already. Use the operation 'Reopen' first if it has to be worked on.",
	},
	{
		codes: [1002],
		hint: 'The incident is acknowledged already: there is nothing left to do.',
	},
	{
		codes: [1004],
		hint: 'One of the IDs belongs to no incident that this key can see. Choose the incident from the list, or paste its ID.',
	},
	{
		codes: [1006],
		hint: "The incident cannot be escalated like this. Check that its escalation policy has the 'Escalation Level', that somebody is on call there, and that the incident is open.",
	},
	{
		codes: [1012],
		hint: "The incident is not acknowledged. Use the operation 'Acknowledge' first.",
	},
	{ codes: [1013], hint: 'PagerDuty snoozes for 1 second at least and for 7 days at most.' },
	{ codes: [1014], hint: "Choose another 'Escalation Policy': this one does not exist." },
	{
		codes: [1015],
		hint: "Nobody is on call in this 'Escalation Policy'. Choose another, or an 'Assignee'.",
	},
	{
		codes: [1019],
		hint: 'One of the incidents was merged into another one already. Look at it in PagerDuty, and take it off the list.',
	},
	{ codes: [1007], hint: "Choose another 'Assignee': this user does not exist." },
	{
		codes: [2013],
		hint: 'Choose another user: this one does not exist in this PagerDuty account.',
	},
	{
		codes: [1020],
		hint: "Choose another 'Priority': this one does not exist. A name belongs into 'Priority Name' where there is one.",
	},
	{
		codes: [2018],
		hint: 'The user lost access to the incident when it was resolved. Use the key of a user who may still see it.',
	},
	{
		codes: [2019],
		hint: 'PagerDuty sets a limit here, and it is reached. Its text says which.',
	},
	{
		codes: [2100, 5001, 5002, 6001],
		hint: 'Check the ID: it is wrong, deleted, or not visible to this key.',
	},
	{
		codes: [2004, 2005],
		hint: 'Check the start and the end of the time range: they may lie 6 months apart at most.',
	},
	{
		codes: [2007, 2008, 2012],
		hint: 'The PagerDuty account itself is locked, has expired or is not there. Ask its owner.',
	},
	{
		text: /params must be a Hash/i,
		hint: 'Something between n8n and PagerDuty changed the request. Check the base URL and the proxy.',
	},
];

/** True for an answer with one of these codes. */
export const hasCode =
	(...codes: number[]) =>
	({ words }: FaultDetails): boolean =>
		codes.includes(Number(words.code));

/**
 * True for what is wrong with the credential or with its From address: no other object is refused
 * less. docs/facts/pagerduty.md#codes.
 */
export function isAboutSender(fault: FaultDetails): boolean {
	return (
		hasCode(1008, 1028)(fault) || /"From" header|required scopes/i.test(fault.words.text ?? '')
	);
}

/** Every body shape of docs/facts/pagerduty.md#error-bodies. */
export function readWords({ body }: Reply): VendorWords {
	const error = asObject(body).error;
	const details = isObject(error) ? error : {};
	const message = isObject(error) ? asText(error.message) : textsOf(error).join('; ');
	const text = [message, textsOf(details.errors).join('; '), asText(details.required_scopes)]
		.filter(Boolean)
		.join(': ');
	const code = asNumber(details.code);
	const match = HINTS.find(
		(hint) => hint.text?.test(text) || (code !== undefined && hint.codes?.includes(code)),
	);
	return {
		text: text || asText(asObject(body).error_description),
		code: asText(details.code),
		hint: match?.hint,
	};
}
