import type { IDataObject } from 'n8n-workflow';

import { FormIssue, type VendorWords } from '../ground/failures';
import type { Aliases } from '../ground/labels';
import { asNumber, asText } from '../ground/values';
import type { ApiRequest, Reply } from './request';

/** All that the shared code has to know about a vendor. Each vendor's is in its `api/profile.ts`. */
export interface Vendor {
	/** As people write it. */
	name: string;
	/**
	 * The credential type, and its name as the credential list shows it; where it signs in, what to
	 * check there when that is refused; the address of the page that says how to make it.
	 */
	credential: { type: string; label: string; parts?: string; page?: string };
	/** What the form calls the fields that refusals name, where that is another word. */
	aliases?: Aliases;
	/** Reads a credential. Pure; throws FormIssue when it cannot work. */
	connect: (credential: IDataObject) => Connection;
	/** Names the object that a finished write is about: writes with the same name keep their order. Pure. */
	objectOf: (request: ApiRequest) => string;
	/** What an answer that is no success says about itself. Must survive any body. Pure. */
	readWords: (reply: Reply) => VendorWords;
	/** The wait that the vendor asks for, in milliseconds. Pure. */
	readWait: (reply: Reply, now: number) => number | undefined;
}

/** A vendor, or how to tell from the form which of its ways in to take. */
export type VendorChoice = Vendor | ((parameter: (name: string) => unknown) => Vendor);

/** The way in that the form has chosen. */
export function chosenVendor(choice: VendorChoice, parameter: (name: string) => unknown): Vendor {
	return typeof choice === 'function' ? choice(parameter) : choice;
}

/** Tells an API that also has web pages, and proxies, what kind of answer is wanted. */
export const acceptJson = { Accept: 'application/json' };

/** For vendors that want nothing else in the head of a request, beside the sign-in. */
export function finishAsJson(request: ApiRequest): ApiRequest {
	return { ...request, headers: { ...acceptJson, ...request.headers } };
}

/** For vendors whose paths name the object. */
export const byPath = ({ path }: ApiRequest): string => path;

/** A vendor reached through one credential. */
export interface Connection {
	/** Origin and path prefix, without a trailing slash. */
	baseUrl: string;
	/** Adds the vendor's headers. Pure; throws FormIssue when the request cannot be sent like this. */
	finish: (request: ApiRequest) => ApiRequest;
	/** Values that must never be shown. */
	secrets: string[];
	/** True when n8n can fetch a new token after a 401. */
	renewsToken: boolean;
}

const LOCAL_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** True for an API on this machine, as a test system's is. */
export function isTestSystem(apiUrl: string): boolean {
	return LOCAL_HOST.test(parseUrl(apiUrl)?.hostname ?? '');
}

/**
 * The base URL typed into a credential, without trailing slashes.
 * @throws FormIssue when it is no http(s) address, plain http to another machine, or more than host and path. Of
 * what was typed it shows the host at most: there may be a password or a token in it
 */
export function baseUrl(value: unknown, standard: string, label = 'Base URL'): string {
	const text = asText(value)?.trim() || standard;
	const hint = `Open the credential and set '${label}' to an address such as ${standard}.`;
	const url = parseUrl(text);
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw new FormIssue(`'${label}' in the credential is not an http(s) address`, hint);
	}
	if (url.protocol === 'http:' && !LOCAL_HOST.test(url.hostname)) {
		throw new FormIssue(
			`'${label}' in the credential would send the token unencrypted to ${url.hostname}`,
			`${hint} Plain http is accepted for this machine (localhost) only.`,
		);
	}
	if (url.search || url.hash || url.username || url.password) {
		throw new FormIssue(
			`'${label}' in the credential must hold a host and a path only, and nothing before or after them (host ${url.host})`,
			hint,
		);
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** The token without the outer white space and the scheme word that people paste along. */
export function tokenFrom(value: unknown, label: string): string {
	const token = (asText(value) ?? '').trim().replace(/^(bearer\s+|token\s+token=)/i, '');
	if (token && /^[\x21-\x7e]+$/.test(token)) return token;
	throw new FormIssue(
		`'${label}' in the credential is ${token ? 'not one unbroken line of plain characters' : 'empty'}`,
		`Open the credential and paste the whole ${label} again.`,
	);
}

/** The wait named by a Retry-After header (seconds, or an HTTP date), in milliseconds. */
export function retryAfter(reply: Reply, now: number): number | undefined {
	const value = reply.headers['retry-after'];
	if (value === undefined) return;
	const seconds = asNumber(value);
	const wait = seconds === undefined ? Date.parse(value) - now : seconds * 1000;
	return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return;
	}
}
