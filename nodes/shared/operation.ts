import type {
	IDataObject,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { FaultDetails } from './issues';
import type { Parameters } from './parameters';

/** Query values by the exact key on the wire; a list repeats its key, undefined is left out. */
export type Query = { [key: string]: string | number | boolean | string[] | undefined };

/** One request to a vendor, before base URL, credentials and the vendor's own headers are added. */
export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Below the base URL, or an absolute URL that the vendor gave (same origin is enforced). */
	path: string;
	query?: Query;
	headers?: { [name: string]: string };
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

/** How a vendor's lists are paged. */
export interface Paging {
	/** The most rows that one page may hold. */
	maxPageSize: number;
	/** The request with its page size set. */
	sized: (request: ApiRequest, size: number) => ApiRequest;
	next: NextPage;
	/** True for an answer that is no success and means that the page before was the last. */
	endsOn?: (status: number | undefined, request: ApiRequest) => boolean;
	/** Rows that the vendor's paging can reach at all; where more exist, the user is told how to split. */
	ceiling?: { rows: number; reached: (reply: Reply) => boolean; advice: string };
}

interface OperationBase {
	/** Frozen from the first release on: saved workflows refer to it. */
	value: string;
	name: string;
	action: string;
	description: string;
	retry: RetryClass;
	/** Its parameters, without display conditions: those are stamped on by `assemble.ts`. */
	properties: INodeProperties[];
	/** Builds the request from one item's parameters. Pure; throws FormIssue on bad input. */
	request: (parameters: Parameters) => ApiRequest;
	/** The vendor's object in the common shape; offered as "Simplify". */
	simplify?: (record: IDataObject) => IDataObject;
	/** What to look at when nobody can tell whether a write was done. */
	checkAfterUnknown?: string;
}

/** One request, one reply, one or more records. */
export interface SingleOperation extends OperationBase {
	/** Undefined when the reply does not have the documented shape. */
	records: (reply: Reply) => IDataObject[] | undefined;
}

/** A create that can be sent again without making a second one (`create.ts`). */
export interface CreateOperation extends SingleOperation {
	retry: 'keyed' | 'reconcilable';
	existing: Existing;
}

/** How to find what a create has made, or has met. All functions are pure. */
export interface Existing {
	/** The object inside the request of the create. */
	sent: (request: ApiRequest) => IDataObject;
	/** Equal for a listed object and the one sent when the one is what became of the other. */
	identity: (object: IDataObject) => string;
	/** Equal when two objects are about the same problem, for "Skip If Already Open". */
	problem: (object: IDataObject) => string;
	isOpen: (row: IDataObject) => boolean;
	/** True when the list is a log: the newest entry about a problem says whether it is open. */
	isLog?: boolean;
	/** ISO 8601, by the vendor's clock. */
	createdAt: (row: IDataObject) => string | undefined;
	/** The list that shows what was created lately; `since` is ISO 8601 by the vendor's clock. */
	recent: (object: IDataObject, since?: string) => ApiRequest;
	/** The list of what is open. */
	open: (object: IDataObject) => ApiRequest;
	/** Reads one object, in the shape in which a create answers. */
	read: (id: string) => ApiRequest;
	paging: Paging;
	rows: (reply: Reply) => IDataObject[] | undefined;
	/** True for the refusal of a key that is taken. */
	isDuplicate?: (fault: FaultDetails) => boolean;
}

/** A list that is read page by page, up to "Limit" or to the end. */
export interface ListOperation extends OperationBase {
	paging: Paging;
	/** The rows of one page; undefined when the reply does not have the documented shape. */
	rows: (reply: Reply) => IDataObject[] | undefined;
	/** A filter that the vendor lacks, applied here to each row. */
	keep?: (parameters: Parameters) => ((row: IDataObject) => boolean) | undefined;
}

export type Operation = SingleOperation | CreateOperation | ListOperation;

/** True for a list that is read page by page. */
export function isList(operation: Operation): operation is ListOperation {
	return 'paging' in operation;
}

/** True for a create that can be sent again. */
export function isCreate(operation: Operation): operation is CreateOperation {
	return 'existing' in operation;
}

/** One entry of the Resource menu with its operations, in menu order. */
export interface Resource {
	value: string;
	name: string;
	operations: Operation[];
}

export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

export type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;
