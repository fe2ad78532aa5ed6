/** What the vendor sandboxes share: names, recorded requests, faults, limits and figures. */

import type { LimitKind } from './chaos';
import type { Clock } from './clock';
import type { Deliveries } from './deliveries';
import type { Storing } from './storing';
import type { Vendor } from './register';

export type { Vendor };

export type JsonObject = { [key: string]: unknown };
export type Query = Record<string, string | string[]>;
export type Headers = Record<string, string>;

export interface RecordedRequest {
	vendor: Vendor;
	method: string;
	/** Without the query string. */
	path: string;
	/** Keys exactly as on the wire, such as `statuses[]`; a repeated key has an array. */
	query: Query;
	rawQuery: string;
	/** Names in lower case. */
	headers: Headers;
	/** Parsed JSON, the fields of a form, or undefined. */
	body: unknown;
	rawBody: string;
	/** The answered status; 0 while unanswered or when the connection was dropped. */
	status: number;
	/** Milliseconds since the epoch at which the request arrived. */
	at: number;
	/** Position among the requests of all vendors. */
	order: number;
}

export interface FaultRule {
	method?: string;
	/** A string is the exact path; a string that begins with `^` is a regular expression. */
	path?: RegExp | string;
	/** How many requests the rule spoils (default 1). Infinity, or null over HTTP: all. */
	times?: number | null;
	/** Let the first n matching requests pass. */
	skip?: number;
	/** Spoil only each nth of the matching requests (after `skip`). */
	every?: number;
	status?: number;
	headers?: Headers;
	/** An object is sent as JSON, a string as it is. */
	body?: unknown;
	contentType?: string;
	/** Wait before the answer; a write of the request has been done by then. */
	delayMs?: number;
	/** `before`: cut the connection, nothing is written. `after`: do the write, then cut. */
	drop?: 'before' | 'after';
	/** Do the write, send half of the JSON, then cut the connection. */
	truncate?: boolean;
	/** With `status`: do the write although the answer is the fault. */
	after?: boolean;
	/** With `status` or `drop: 'before'`: do the write so long after the answer. */
	commitAfterMs?: number;
	/** From this request on the data clock is so far ahead of the Date header (negative: behind). */
	dataAheadMs?: number;
	/** Store the texts of this request otherwise. */
	storing?: Storing;
	/**
	 * Another process writes beside this request, a moment before it is answered: the same, or the same
	 * with one text changed.
	 */
	stranger?: 'same' | 'other';
	/** Send the answer a byte at a time, one each so many milliseconds. */
	trickleMs?: number;
	/** Never end the answer: blanks follow it, slowly with `trickleMs`, else as fast as they are read. */
	endless?: boolean;
	/** Blow the answer up with blanks to so many bytes; with `gzip` they travel packed. */
	inflate?: { bytes: number; gzip?: boolean };
	/** The web page of a proxy or gateway with this status, in place of the vendor. */
	gateway?: GatewayStatus;
	/** Answer with the first so many pages of a list in turn, each saying that more follow. */
	repeat?: number;
}

/** What stands between a client and a vendor answers with these. */
export type GatewayStatus = 403 | 407 | 502 | 504;

export interface RateLimit {
	/** Requests per window; the window is a minute unless `windowMs` says otherwise. */
	perMinute: number;
	windowMs?: number;
}

export interface Stats {
	requests: number;
	inFlight: number;
	peakInFlight: number;
	/** Sockets that carried at least one vendor request. */
	connections: number;
	status429: number;
}

/** The request as a vendor sees it. */
export interface SandboxRequest {
	method: string;
	path: string;
	query: Query;
	rawQuery: string;
	headers: Headers;
	content: Content;
	rawBody: string;
	/** `http://127.0.0.1:port` */
	origin: string;
}

export type Content =
	| { kind: 'none' }
	| { kind: 'json'; value: unknown }
	| { kind: 'form'; fields: Record<string, string> }
	/** A JSON content type around something else. */
	| { kind: 'invalid' }
	/** A body with another (or no) content type. */
	| { kind: 'other'; contentType: string };

export interface Reply {
	status: number;
	/** An object is sent as JSON, a string as it is; undefined is an empty body. */
	body?: unknown;
	headers?: Headers;
	contentType?: string;
}

export interface RateState {
	limit: number;
	remaining: number;
	/** Milliseconds until the window ends. */
	resetInMs: number;
	/** Milliseconds since the epoch. */
	resetAt: number;
}

/** What a vendor folder implements; `core/server.ts` does the rest. */
export interface VendorApi<Store = unknown> {
	readonly vendor: Vendor;
	/** Requests per window that the rate headers name when no limit is switched on. */
	readonly usualLimit: Required<RateLimit>;
	readonly store: Store;
	readonly clock: Clock;
	/** How this vendor's 429 may name the wait. */
	readonly limitKinds: readonly LimitKind[];
	reset(): void;
	/** Adds n incidents (events) with distinct ids and creation times. */
	seedMany(count: number): void;
	handle(request: SandboxRequest): Reply;
	/** Whether the request is to make an object: what seeded faults spoil unless told otherwise. */
	isCreate(request: SandboxRequest): boolean;
	/** Names of the fields that hold what people write, the longer texts first, where they are not the usual ones (`storing.ts`). */
	readonly texts?: string[];
	/** Paths outside the rate limit. */
	unlimited?(request: SandboxRequest): boolean;
	rateHeaders(state: RateState, request: SandboxRequest): Headers;
	tooManyRequests(state: RateState, request: SandboxRequest): Reply;
	/** A list's answer, as if more pages followed. */
	withMore(reply: Reply, request: SandboxRequest): Reply;
	/** What it sends to subscribers, where it has webhooks. */
	readonly deliveries?: Deliveries;
	/** Settings of this vendor alone, from `POST /__sandbox/config`. */
	configure?(config: JsonObject): void;
}
