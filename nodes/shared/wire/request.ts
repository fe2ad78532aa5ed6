import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** Query values by the exact key on the wire; a list repeats its key, undefined is left out. */
export type Query = { [key: string]: string | number | boolean | string[] | undefined };

/** One request to a vendor, before base URL, credentials and the vendor's own headers are added. */
export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Below the base URL, which a request cannot leave. */
	path: string;
	query?: Query;
	headers?: { [name: string]: string };
	/** Who acts, where the vendor wants to be told: the one with this address, else whom the credential names. */
	sender?: { email?: string };
	/** Sent as JSON. An empty object is sent as `{}`. */
	body?: IDataObject;
}

/** What came back: header names in lower case; the body as JSON, as text, or undefined when empty. */
export interface Reply {
	status: number;
	headers: { [name: string]: string };
	body: unknown;
}

/**
 * What may be done again when a request did not get a clear answer (the table is in `retry.ts`).
 * Every operation names its own, in one word:
 * - `read`: changes nothing
 * - `idempotent`: sets a state or deletes; twice is the same as once
 * - `keyed`: a create that carries a key by which the vendor refuses a second one
 * - `reconcilable`: a create without a key, whose result can be looked for in a list
 * - `once`: anything else; never sent again when its outcome is unknown
 */
export type RetryClass = 'read' | 'idempotent' | 'keyed' | 'reconcilable' | 'once';

/** The request for the page after this one; undefined when this was the last. Pure. */
export type NextPage = (
	request: ApiRequest,
	reply: Reply,
	rows: IDataObject[],
) => ApiRequest | undefined;

/**
 * Reads objects out of an answer, as the vendor has them; undefined when it does not have the documented shape.
 * What lies deeper in them, such as in the `attributes` of JSON:API, is reached into by what reads it: a trait by
 * its `from`, labels, filters and the common shape by themselves. Pure.
 */
export type ReadRows = (reply: Reply) => IDataObject[] | undefined;

/** How a vendor's lists are paged. */
export interface Paging {
	/** The most rows that one page may hold. */
	maxPageSize: number;
	/** The request with its page size set. */
	sized: (request: ApiRequest, size: number) => ApiRequest;
	next: NextPage;
	/**
	 * What alone tells one page's request from another's, where a page can be asked for from outside (the editor
	 * keeps it between two calls of a list search).
	 */
	cursor?: { in: 'query' | 'body'; name: string };
	/** True for an answer that is no success and means that the page before was the last. */
	endsOn?: (status: number | undefined, request: ApiRequest) => boolean;
	/** Rows that the vendor's paging can reach at all; where more exist, the user is told how to split. */
	ceiling?: { rows: number; reached: (reply: Reply) => boolean; advice: string };
}
