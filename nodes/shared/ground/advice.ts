import type { INodeProperties } from 'n8n-workflow';

import { NOT_ALLOWED_HERE, type FaultDetails } from './failures';
import { labelsOf, type Aliases } from './labels';

/** IDs that are named in a message at most. */
export const MOST_NAMED = 10;

/** What was to be done: an operation, a trigger's part of one, or a list of the form. */
export interface Deed {
	/** In the words of the menu: "Create incident". */
	action: string;
	/** Its form, in which the vendor's field names are looked up. */
	properties: INodeProperties[];
	/** What to look at when nobody can tell whether a write was done. */
	checkAfterUnknown?: string;
	/** What to do about a limit, where there is something better than to try again. */
	onLimit?: string;
	/** What to do about a refusal of which nothing more is known, where there is no item to correct. */
	onRefusal?: string;
	/** Another way to the same end, said last. */
	orElse?: string;
}

/** Who was asked, by the names that people know. */
export interface Asked {
	name: string;
	aliases?: Aliases;
	credential: { label: string; parts?: string; page?: string };
}

/** What nobody can tell, and where to look. */
export function unknownOutcome(
	{ mayBe = [] }: FaultDetails,
	{ name }: Asked,
	{ checkAfterUnknown }: Deed,
): string {
	const look = checkAfterUnknown ?? 'Look it up before you run this item again.';
	const alike = mayBe.length
		? ` This is alike, and may be what was made, or somebody else's: ID ${mayBe.slice(0, MOST_NAMED).join(', ')}.`
		: '';
	return `The outcome is unknown: ${name} may have done it or not.${alike} ${look}`;
}

/** What to do next, in words for the person on call. Pure. */
export function advice(
	fault: FaultDetails,
	vendor: Asked,
	operation: Deed,
	itemIndex: number | undefined,
): string {
	const isTrigger = itemIndex === undefined;
	const onRefusal =
		operation.onRefusal ??
		(isTrigger
			? 'Correct the form of the trigger and try again.'
			: 'Correct the values of this item and run it again.');
	const { words, status, kind } = fault;
	const credential = `the ${vendor.credential.label} credential`;
	const labels = labelsOf(words.fields ?? [], operation.properties, vendor.aliases);
	const fields = labels.length ? `Look at ${labels.join(', ')}.` : '';
	if (words.hint) return [words.hint, fields].filter(Boolean).join(' ');
	switch (kind) {
		case 'limited':
			return isTrigger
				? `${operation.onLimit ?? 'Try again in a minute.'}${asked(fault)}`
				: `Run it again later, or send fewer requests at once (option 'Requests at Once').${asked(fault)}`;
		case 'failed':
			return fault.outcomeUnknown
				? ''
				: `Run it again in some minutes; if it goes on, look at the ${vendor.name} status page.`;
		case 'unreachable':
			return `Nothing was done. Check the network and the base URL in ${credential}, then run it again.`;
		case 'noReply':
			return fault.outcomeUnknown ? '' : 'Run it again; if it goes on, check the network.';
		case 'unreadable':
			return `Check the base URL in ${credential}, and whether a proxy or a log-in page stands in between.`;
		case 'signIn':
			return `Open ${credential} and check ${vendor.credential.parts ?? 'the e-mail and the password'}.`;
		case 'blocked':
			return throughThisN8n(words.code ?? '', credential);
		case 'redirected':
			return `Nothing was done: the redirect was not followed, so that nothing secret leaves the base URL. Check the base URL in ${credential}: it may have to be the address named here.`;
		case 'host':
			return `Nothing was sent to ${vendor.name}: the credential could not be read. Check the database of this n8n (its log says more), then run it again.`;
		case 'cancelled':
			return fault.outcomeUnknown
				? 'It was on its way when the execution was stopped.'
				: 'Nothing was sent for this item after the execution was stopped.';
		case 'refused':
			return `${byStatus(status, credential, onRefusal)} ${fields}`.trim();
	}
}

/** Where the vendor's page says more: about its limits, or about the credential when that is in question. */
export function help(
	{ kind, status = 0, words }: FaultDetails,
	{ credential: { page } }: Asked,
): string {
	const isInQuestion = kind === 'signIn' || (kind === 'refused' && [401, 403].includes(status));
	if (!page || words.speaker) return '';
	if (kind === 'limited') return `See ${page.replace(/#.*/, '#limits')}`;
	return isInQuestion ? `See ${page}` : '';
}

function byStatus(status: number | undefined, credential: string, onRefusal: string): string {
	switch (status) {
		case 401:
			return `Open ${credential} and check the token: it is wrong, has expired or was revoked.`;
		case 402:
			return 'The plan of this account does not include the feature.';
		case 403:
			return `The token is valid but lacks the right. Give its user or role the right, or use another token in ${credential}.`;
		case 404:
			return 'Check the ID: it is wrong, deleted, or not visible to this token.';
		case 409:
			return 'The object is in another state than expected. Look at it, then decide whether to run this item again.';
		case 413:
			return 'Send less in one request.';
		default:
			return onRefusal;
	}
}

/** What keeps a request in this n8n, by the system's code for it. */
function throughThisN8n(code: string, credential: string): string {
	if (code === NOT_ALLOWED_HERE) {
		return `Check the allowed domains in ${credential}, and whether this n8n may reach private addresses.`;
	}
	if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
		return `The certificate of the other side is not valid at this time: renew it, or put the clock of this n8n right.`;
	}
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
		return `The certificate is for another name: check the base URL in ${credential}.`;
	}
	if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code)) {
		return `This n8n does not know who signed the certificate, as with a company's own authority or a proxy that reads along: name its file in the environment variable NODE_EXTRA_CA_CERTS of this n8n and start n8n again.`;
	}
	return `Check the base URL in ${credential}, and the network and proxy rules of this n8n.`;
}

function asked({ askedWaitMs }: FaultDetails): string {
	return askedWaitMs === undefined
		? ''
		: ` The vendor asks to wait ${Math.ceil(askedWaitMs / 1000)} seconds.`;
}
