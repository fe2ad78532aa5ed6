/**
 * Something the user can put right in the form or the credential. Thrown before any request is
 * sent. The message names the field's label, the hint says what to do next.
 */
export class FormIssue extends Error {
	constructor(
		message: string,
		readonly hint: string,
	) {
		super(message);
		this.name = 'FormIssue';
	}
}

/** What a vendor's answer says about itself, read by the vendor's own reader (`api.ts`). */
export interface VendorWords {
	/** The vendor's own text, with its field messages. */
	text?: string;
	/** The vendor's error code or type, or the system's code where there was no answer. */
	code?: string;
	/** Who spoke in the vendor's place: "A proxy between this n8n and the vendor (squid)". */
	speaker?: string;
	/** What to do next, where this vendor's answer allows more than the general advice. */
	hint?: string;
	/** Names of fields as the vendor spells them. */
	fields?: string[];
	requestId?: string;
}

/** Code for what a rule of this n8n does not let out. */
export const NOT_ALLOWED_HERE = 'NOT_ALLOWED_HERE';

/**
 * - `refused`: the vendor answered and did nothing (4xx)
 * - `limited`: too many requests, and the waiting is used up
 * - `failed`: the vendor answered 5xx or 408
 * - `unreachable`: no connection was made, so nothing was done
 * - `noReply`: the request was sent and no whole answer came
 * - `unreadable`: an answer that is not what the API sends (a proxy's page, half a JSON)
 * - `signIn`: no token could be had
 * - `blocked`: this n8n does not allow the request (allowed domains, private addresses, TLS)
 * - `redirected`: the vendor sends the request on to another address, and it was not followed
 * - `host`: n8n's own database could not be asked for the credential, so nothing was sent
 * - `cancelled`: the execution was stopped
 */
export type FaultKind =
	| 'refused'
	| 'limited'
	| 'failed'
	| 'unreachable'
	| 'noReply'
	| 'unreadable'
	| 'signIn'
	| 'blocked'
	| 'redirected'
	| 'host'
	| 'cancelled';

export interface FaultDetails {
	kind: FaultKind;
	/** What was asked, as `POST /incidents`. */
	request: string;
	words: VendorWords;
	status?: number;
	/** True when the request had been handed to the network. */
	sent?: boolean;
	/** Requests sent, the first one included. */
	attempts: number;
	/** Time spent waiting between them, in milliseconds. */
	waitedMs: number;
	/** The wait that the vendor asked for and we did not take, in milliseconds. */
	askedWaitMs?: number;
	/** True when a write may have been done although no clear answer came. */
	outcomeUnknown: boolean;
	/** IDs of objects that may be what it has made, or somebody else's. */
	mayBe?: string[];
}

/** A request that did not succeed. `explain.ts` turns it into what the user reads. */
export class Fault extends Error {
	/** @param action what was to be done, where it was not what the operation does: "Read the list of teams" */
	constructor(
		readonly details: FaultDetails,
		readonly action?: string,
	) {
		super(details.words.text ?? details.kind);
		this.name = 'Fault';
	}
}

/** The same fault with other advice; as it is without any. */
export function withHint(details: FaultDetails, hint: string | undefined): Fault {
	return new Fault(hint ? { ...details, words: { ...details.words, hint } } : details);
}

/** The status with which the vendor answered; undefined for what is no answer of the vendor's. */
export function statusOf(failure: unknown): number | undefined {
	return failure instanceof Fault ? failure.details.status : undefined;
}

/**
 * What was asked for, or undefined where the vendor refuses it with one of these statuses: what is not there,
 * say, or not for this token to see.
 * @throws whatever else goes wrong
 */
export async function unless<Result>(
	statuses: number[],
	asked: Promise<Result>,
): Promise<Result | undefined> {
	return await asked.catch((failure: unknown) => {
		const status = statusOf(failure);
		if (status === undefined || !statuses.includes(status)) throw failure;
		return undefined;
	});
}

/** Thrown while looking for what a create has made: what is there may be ours, or somebody else's. */
export class Undecided extends Error {
	constructor(
		/** IDs of what is there. */
		readonly ids: string[],
	) {
		super('nobody can tell which request made what is there');
		this.name = 'Undecided';
	}
}
