import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { explain, explainOpen, inOneText, type Deed, type Explanation } from '../ground/explain';
import { Fault, unless } from '../ground/failures';
import { checkHost } from '../ground/host';
import { nodeError, openError } from '../ground/nodeError';
import { asText } from '../ground/values';
import { Client } from '../wire/client';
import { requestAt, tokenOf } from '../wire/cursor';
import type { ApiRequest, Paging, ReadRows, Reply } from '../wire/request';
import { LIMITS } from '../wire/retry';
import { chosenVendor, type VendorChoice } from '../wire/vendor';

export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

export type MapFields = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

export type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** A person waits for a list: shorter than the patience of a running workflow, in milliseconds. */
const PATIENCE_MS = 8_000;
/** Pages read at most to find a first match where the vendor cannot search. */
const MAX_PAGES = 10;

/** How to search one kind of object at the vendor. Pure functions; `searchFor` does the rest. */
export interface Lookup {
	/** Plural, as people say it: "escalation policies". */
	noun: string;
	/** The request for the first page; FormIssue where a field that it depends on is not chosen yet. */
	request: (filter: string | undefined, context: ILoadOptionsFunctions) => ApiRequest;
	rows: ReadRows;
	label: (row: IDataObject) => string | undefined;
	/** The row's ID; `id` unless given. */
	value?: (row: IDataObject) => string | undefined;
	/** The row's page at the vendor, for the arrow beside the field. */
	url?: (row: IDataObject) => string | undefined;
	paging?: Paging;
	/** True when the vendor does not search, so that the typed text is applied here. */
	filterHere?: boolean;
	/** False for a row that the operation in the form cannot act on. */
	keep?: (row: IDataObject, context: ILoadOptionsFunctions) => boolean;
	/** Statuses that mean "this account does not have the feature": an empty list. */
	emptyOn?: number[];
}

/** The list search of a resource locator. One vendor page a call, the place of the next page is the token. */
export function searchFor(vendor: VendorChoice, lookup: Lookup): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter, paginationToken) {
		const typed = filter?.trim().toLowerCase() ?? '';
		const first = firstRequest(this, vendor, lookup, filter?.trim() || undefined);
		const { paging } = lookup;
		const client = await open(this, vendor);
		const start = paging?.sized(first, Math.min(100, paging.maxPageSize)) ?? first;
		let request = (paging && requestAt(start, paging, paginationToken)) ?? start;
		let next: string | undefined;
		const results: INodeListSearchItems[] = [];
		for (let page = 0; page < MAX_PAGES && !results.length; page++) {
			const reply = await read(client, request, lookup).catch(failed(this, client, lookup));
			if (!reply) return { results: [] };
			const rows = lookup.rows(reply) ?? [];
			const offered = rows.filter((row) => lookup.keep?.(row, this) ?? true);
			results.push(...toResults(offered, lookup, lookup.filterHere ? typed : ''));
			const following = rows.length ? paging?.next(request, reply, rows) : undefined;
			next = following && paging && tokenOf(following, paging);
			if (!following || next === undefined) break;
			request = following;
		}
		// The same place again would never end.
		return { results, ...(next && next !== paginationToken ? { paginationToken: next } : {}) };
	};
}

/** The entries of an option list that is short and not paged, such as priorities. */
export function optionsFor(vendor: VendorChoice, lookup: Lookup): LoadOptions {
	return async function (this: ILoadOptionsFunctions) {
		const request = firstRequest(this, vendor, lookup);
		const client = await open(this, vendor);
		const reply = await read(client, request, lookup).catch(failedWhole(this, client, lookup));
		if (!reply) return [];
		return toResults(lookup.rows(reply) ?? [], lookup, '').map(({ name, value }) => ({
			name,
			value,
		}));
	};
}

/** How to list the fields that a vendor's organization has defined. */
export interface FieldLookup extends Pick<Lookup, 'noun' | 'request' | 'rows' | 'emptyOn'> {
	/** Undefined for a field that a form cannot set. */
	field: (row: IDataObject) => ResourceMapperField | undefined;
}

/** The fields of a resource mapper. */
export function fieldsFor(vendor: VendorChoice, lookup: FieldLookup): MapFields {
	return async function (this: ILoadOptionsFunctions) {
		const request = firstRequest(this, vendor, lookup);
		const client = await open(this, vendor);
		const reply = await read(client, request, lookup).catch(failedWhole(this, client, lookup));
		const rows = reply ? (lookup.rows(reply) ?? []) : [];
		return { fields: rows.flatMap((row) => lookup.field(row) ?? []) };
	};
}

/** An error is shown in the list's place, which an empty list would not explain. */
function firstRequest(
	context: ILoadOptionsFunctions,
	choice: VendorChoice,
	{ request }: Pick<Lookup, 'request'>,
	filter?: string,
): ApiRequest {
	checkHost(context.getNode());
	try {
		return request(filter, context);
	} catch (error) {
		const vendor = chosenVendor(choice, (name) => context.getCurrentNodeParameter(name));
		throw openError(context.getNode(), vendor, error);
	}
}

function toResults(rows: IDataObject[], lookup: Lookup, typed: string): INodeListSearchItems[] {
	return rows.flatMap((row) => {
		const value = lookup.value ? lookup.value(row) : asText(row.id);
		if (value === undefined) return [];
		const name = lookup.label(row) ?? value;
		if (typed && !`${name} ${value}`.toLowerCase().includes(typed)) return [];
		const url = lookup.url?.(row);
		return [{ name, value, ...(url ? { url } : {}) }];
	});
}

async function open(context: ILoadOptionsFunctions, choice: VendorChoice): Promise<Client> {
	const vendor = chosenVendor(choice, (name) => context.getCurrentNodeParameter(name));
	try {
		const until = Date.now() + LIMITS.timeoutMs;
		return await Client.open(context, vendor, { patienceMs: PATIENCE_MS, until });
	} catch (error) {
		throw whole(context, error, explainOpen(error, vendor));
	}
}

async function read(
	client: Client,
	request: ApiRequest,
	{ emptyOn = [] }: Pick<Lookup, 'emptyOn'>,
): Promise<Reply | undefined> {
	return await unless(emptyOn, client.send(client.connection.finish(request), 'read'));
}

type Asked = Pick<Lookup, 'noun'>;

const deedOf = ({ noun }: Asked): Deed => ({
	action: `Read the list of ${noun}`,
	properties: [],
	onLimit: 'Open the list again later.',
	onRefusal: 'Check what is chosen in the fields above, and the credential.',
});

/** A locator's list has a line for what to do, and a field that takes the ID as well. */
function failed(context: ILoadOptionsFunctions, { vendor }: Client, asked: Asked) {
	return (failure: unknown): never => {
		const deed = { ...deedOf(asked), orElse: 'Or choose "By ID" and paste the ID.' };
		throw nodeError(context.getNode(), failure, explain(failure, vendor, deed));
	};
}

/** Of any other list n8n shows the message alone. */
function failedWhole(context: ILoadOptionsFunctions, { vendor }: Client, asked: Asked) {
	return (failure: unknown): never => {
		const deed = deedOf(asked);
		const cause = failure instanceof Fault ? new Fault(failure.details, deed.action) : failure;
		throw whole(context, cause, explain(failure, vendor, deed));
	};
}

/**
 * An error whose message says all, for the editor. Its cause, which n8n does not send there, is for a run that
 * looks a name up and says the same of an item.
 */
function whole(context: ILoadOptionsFunctions, cause: unknown, said: Explanation): Error {
	const error = nodeError(context.getNode(), cause, inOneText(said));
	return Object.defineProperty(error, 'cause', { value: cause, enumerable: false });
}
