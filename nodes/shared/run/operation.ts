import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Traits } from './create/alike';
import type { FaultDetails } from '../ground/failures';
import type { Parameters } from '../form/parameters';
import type { ApiRequest, Paging, ReadRows, Reply, RetryClass } from '../wire/request';

interface OperationBase {
	/** Frozen from the first release on: saved workflows refer to it. */
	value: string;
	name: string;
	action: string;
	description: string;
	retry: RetryClass;
	/** Its parameters, without display conditions: those are stamped on by `assemble.ts`. */
	properties: INodeProperties[];
	/**
	 * Adds what the common shape, or a filter applied here, needs and an answer may lack. One for one, in order; what
	 * is put out without "Simplify" stays as it came. That of a write must not throw: it is done by then.
	 */
	complete?: (reader: Reader, records: IDataObject[]) => Promise<IDataObject[]>;
	/** The vendor's object in the common shape; offered as "Simplify". */
	simplify?: (record: IDataObject) => IDataObject;
	/** What to look at when nobody can tell whether a write was done. */
	checkAfterUnknown?: string;
}

/** An operation that begins with one request. */
interface RequestOperation extends OperationBase {
	/** Builds the request from one item's parameters. Pure; throws FormIssue on bad input. */
	request: (parameters: Parameters) => ApiRequest;
}

/** One request, one reply, one or more records. */
export interface SingleOperation extends RequestOperation {
	records: ReadRows;
	state?: StateRule;
	bulk?: Bulk;
}

/** What a change of state does about the state that the object is in. All functions are pure. */
export interface StateRule {
	/** Reads the object, in the shape in which the change answers. */
	read: (request: ApiRequest) => ApiRequest;
	/** True when the wanted state holds already: that is success, and nothing is sent. */
	holds: (record: IDataObject) => boolean;
	/** Told to the user then, for the run, with the state that was met: "Some incidents were resolved already". */
	notice: (record: IDataObject) => string;
	/** True for the vendor's refusal of a change that its object does not need or allow. */
	isConflict: (fault: FaultDetails) => boolean;
	/**
	 * Where acting on the wrong state would do harm: the object is read before, and this throws
	 * FormIssue for a state in which it must be left alone.
	 */
	guard?: (record: IDataObject) => void;
}

/** How the requests of many items travel in one. All functions are pure. */
export interface Bulk {
	/** Items in one request at most. */
	most: number;
	/** False for a request that has to go alone. */
	joins: (request: ApiRequest) => boolean;
	/** Requests with equal headers, each about another object. */
	join: (requests: ApiRequest[]) => ApiRequest;
	/** For each request its records, undefined where the reply has none: it is then sent alone. */
	split: (reply: Reply, requests: ApiRequest[]) => Array<IDataObject[] | undefined>;
	/** True for a refusal that every request would meet alone as well, such as a missing right. */
	concernsAll?: (fault: FaultDetails) => boolean;
}

/** A create that can be sent again without making a second one (`create.ts`). */
export interface CreateOperation extends SingleOperation {
	retry: 'keyed' | 'reconcilable';
	existing: Existing;
}

/** What one item wants of a create. */
export interface CreatePlan {
	/** Return what is open already instead of creating a second one ("Skip If Already Open"). */
	skipIfOpen: boolean;
	/** What a key that is taken means ("On Duplicate"). */
	failOnDuplicate: boolean;
	/** The key that this item gets where it names none: who has it was made by this very item. */
	derivedKey?: string;
}

/** How to find what a create has made, or has met. All functions are pure. */
export interface Existing {
	/** What is sent, with whatever else its list must be narrowed by (such as the object it is added to). */
	sent: (request: ApiRequest) => IDataObject;
	/** How the fields of what is sent are compared with what the vendor shows. */
	traits: Traits;
	/** ISO 8601, by the vendor's clock. */
	createdAt: (row: IDataObject) => string | undefined;
	/**
	 * The list that shows what was created lately; `since` is ISO 8601 by the vendor's clock. A thorough
	 * one leaves out filters that a text could miss because the vendor keeps it in another form.
	 */
	recent: (object: IDataObject, since?: string, isThorough?: boolean) => ApiRequest;
	/** The reply that the create would have had, by reading the object again or out of the row. */
	again:
		| { read: (id: string, object: IDataObject) => ApiRequest }
		| { body: (row: IDataObject) => unknown };
	paging: Paging;
	rows: ReadRows;
	/** For what can be open: "Skip If Already Open", and keys that are taken. */
	open?: OpenOnes;
}

/** What is open already, and whether it is about the same problem. */
export interface OpenOnes {
	/** The fields that agree when two objects are about the same problem, for "Skip If Already Open". */
	problem: Traits;
	isOpen: (row: IDataObject) => boolean;
	/** Adds to rows what `isOpen` needs and a list may lack. */
	complete?: OperationBase['complete'];
	/** True when the list is a log: the newest entry about a problem says whether it is open. */
	isLog?: boolean;
	/** For a log: true when a later entry ends what the other began, in whatever words. */
	ends?: (later: IDataObject, row: IDataObject) => boolean;
	/** The list of what is open. */
	list: (object: IDataObject) => ApiRequest;
	/** True for the refusal of a key that is taken. */
	isDuplicate?: (fault: FaultDetails) => boolean;
	/** The key, where the vendor knows one. */
	keyOf?: (object: IDataObject) => string | undefined;
}

/** A list that is read page by page, up to "Limit" or to the end. */
export interface ListOperation extends RequestOperation {
	paging: Paging;
	/** The rows of one page. */
	rows: ReadRows;
	/** A filter that the vendor lacks, applied here to each row. */
	keep?: (parameters: Parameters) => ((row: IDataObject) => boolean) | undefined;
	/** Lists to read after the first, where the vendor cannot give all in one. Pure. */
	further?: (parameters: Parameters) => ApiRequest[];
	/**
	 * For a refusal that means "this account does not have the feature": what the user is told then.
	 * The list is empty.
	 */
	absent?: (fault: FaultDetails, request: ApiRequest) => string | undefined;
}

/** Looks something up, then acts. Keep these few: the other kinds are checked more easily. */
export interface StepsOperation extends OperationBase {
	/** Reads one item's parameters. Pure; throws FormIssue on bad input. */
	plan: (parameters: Parameters) => StepsPlan;
}

export interface StepsPlan {
	/** The first or the most important request: it is checked before anything is sent for any item,
	 * and names the object whose writes keep the order of the items. */
	request: ApiRequest;
	/** In place of the operation's own, where the common shape needs what was sent. */
	simplify?: (record: IDataObject) => IDataObject;
	/** @returns the vendor's objects; throws FormIssue for what the user has to put right */
	run: (steps: Steps) => Promise<IDataObject[]>;
}

/** What is read on the way to a result; the vendor's headers are added to each request. */
export interface Reader {
	/** The rows of a list, up to `wanted` or all; not simplified. */
	list: (
		list: Pick<ListOperation, 'paging' | 'rows'>,
		request: ApiRequest,
		wanted?: number,
	) => Promise<IDataObject[]>;
	/** What one item has read by this name serves all items of the run; what could not be read is tried again. */
	once: <Result>(name: string, read: () => Promise<Result>) => Promise<Result>;
	/** Tells the user something about a run that succeeds; the same text is shown once. */
	notice: (text: string) => void;
	/** The run's credential, for what the request depends on. */
	credential: IDataObject;
}

/** What an operation of several steps may do. */
export interface Steps extends Reader {
	/** Sends one request; a reply for which `records` gives undefined counts as not whole. */
	send: (request: ApiRequest, retry: RetryClass, records?: ReadRows) => Promise<Reply>;
	/** Creates exactly one, as a CreateOperation does; without a plan, whatever is open already. */
	create: (
		create: Pick<CreateOperation, 'retry' | 'records' | 'existing'>,
		request: ApiRequest,
		plan?: CreatePlan,
	) => Promise<IDataObject[]>;
	/** Runs what is named alike one after the other, where looking and acting belong together. */
	inTurn: <Result>(name: string, task: () => Promise<Result>) => Promise<Result>;
}

export type Operation = SingleOperation | CreateOperation | ListOperation | StepsOperation;

/** True for an operation of several steps. */
export function isSteps(operation: Operation): operation is StepsOperation {
	return 'plan' in operation;
}

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
