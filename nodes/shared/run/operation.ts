import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Traits } from './create/alike';
import type { FaultDetails } from '../ground/failures';
import type { Parameters } from '../form/parameters';
import type { OwnReply } from '../wire/ownPost';
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
	/** The vendor's object in the common shape, offered as "Simplify"; `request` has what was sent and an answer may lack. */
	simplify?: (record: IDataObject, request: ApiRequest) => IDataObject;
	/** What to look at when nobody can tell whether a write was done. */
	checkAfterUnknown?: string;
}

/** What one item asks for. */
export interface Asked {
	parameters: Parameters;
	/** As the operation built it, before the vendor's headers are added. */
	request: ApiRequest;
}

/** An operation that begins with one request. */
interface RequestOperation extends OperationBase {
	/** Builds the request from one item's parameters. Pure; throws FormIssue on bad input. */
	request: (parameters: Parameters) => ApiRequest;
	/**
	 * For a refusal that this operation can explain or answer, if need be by reading.
	 * @returns what is put out in its place; undefined where the refusal stands
	 * @throws Fault with more to say about it
	 */
	instead?: (
		fault: FaultDetails,
		asked: Asked,
		reader: Reader,
	) => Promise<IDataObject[] | undefined>;
}

/** One request, one reply, one or more records; it may have to look before it knows what to send. */
export interface SingleOperation extends RequestOperation {
	/** Undefined when the reply does not have the documented shape. */
	records: (reply: Reply, request: ApiRequest) => IDataObject[] | undefined;
	/** The rule for one item, where what is to be done depends on the state of its object. Pure. */
	state?: (parameters: Parameters) => StateRule | undefined;
	/**
	 * The request as it goes out, where that is known only now: it depends on the object, the time, or what
	 * has to be looked up. `request` is what can be checked before anything is sent for any item.
	 * @param objects what the rule of state has read before
	 * @returns undefined when nothing is left to do: the objects are put out
	 */
	decide?: (
		reader: Reader,
		asked: Asked,
		objects: IDataObject[],
	) => Promise<ApiRequest | undefined>;
	/** What is put out of the records, where it is not all of them as they are. Pure. */
	output?: (records: IDataObject[], asked: Asked) => IDataObject[];
	/** What the user is told of a request that was carried out, after `complete`. Pure. */
	notices?: (records: IDataObject[], asked: Asked) => string[];
	/** For a removal (`removal.ts`): true for "it is not there". After an attempt without an answer that one has removed it. */
	isGone?: (fault: FaultDetails) => boolean;
	/** For operations that have nothing to decide or to tell afterwards. */
	bulk?: Bulk;
}

/** What a change does about the state that its object is in. All functions are pure but for `complete`. */
export interface StateRule {
	/** Reads the object. */
	read: (request: ApiRequest) => ApiRequest;
	/** The object in that reply, where the change itself answers in another shape. */
	records?: (reply: Reply) => IDataObject[] | undefined;
	/** Adds to the object what this rule looks at and reading it may leave out. */
	complete?: OperationBase['complete'];
	/** True where acting on the wrong state would do harm, or the request depends on the object: it is read before. */
	looksFirst?: boolean;
	/** Throws FormIssue for a state in which the object must be left alone; asked of what was read before. */
	guard?: (object: IDataObject) => void;
	/**
	 * What the user is told when the wanted state holds already ("Some incidents were resolved already"): that is
	 * success, and nothing is sent. Undefined when it does not hold.
	 */
	already?: (object: IDataObject) => string | undefined;
	/** True for the vendor's refusal of a change that its object may not need: it is looked at then. */
	isConflict?: (fault: FaultDetails) => boolean;
	/** True for an object that is as the request wanted it: after an attempt of unknown outcome that one has done it. */
	isDone?: (object: IDataObject, request: ApiRequest) => boolean;
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
	/** True for what is made on an object, such as a note or a publication: on one object it keeps the order of the items. */
	keepsOrder?: boolean;
}

/** What making exactly one needs of a create. */
export interface Making extends Pick<CreateOperation, 'retry' | 'existing'> {
	records: (reply: Reply) => IDataObject[] | undefined;
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
	/**
	 * ISO 8601, by the vendor's clock. Left out where the vendor does not say when an object was made: then one that
	 * agrees in everything counts as made by the request, so the traits must hold all that the object does.
	 */
	createdAt?: (row: IDataObject) => string | undefined;
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
	/** For a refusal that means "this account does not have the feature": what the user is told of the empty list. */
	absent?: (fault: FaultDetails, request: ApiRequest) => string | undefined;
}

/**
 * What the other kinds cannot say: it writes more than once, or puts together what it has read. Keep these few:
 * the other kinds are checked more easily. docs/design.md#kinds-of-operations.
 */
export interface StepsOperation extends OperationBase {
	/** Reads one item's parameters. Pure; throws FormIssue on bad input. */
	plan: (parameters: Parameters) => StepsPlan;
}

/**
 * One item that asks for several things, such as a message with a group of alerts: each is done as a task of its
 * own, side by side with the others, and fails alone.
 */
export interface GroupOperation extends OperationBase {
	/** Reads one item's parameters; at least one part. Pure; throws FormIssue on bad input. */
	plans: (parameters: Parameters) => PartPlan[];
}

/** One of the things that an item asks for. What it puts out is put out as it is. */
export interface PartPlan extends StepsPlan {
	/** What messages call it, where the item has several: "alert 3 of 12". */
	part?: string;
}

export interface StepsPlan {
	/** The first or the most important request: it is checked before anything is sent for any item,
	 * and names the object whose writes keep the order of the items. */
	request: ApiRequest;
	/** @returns the vendor's objects; throws FormIssue for what the user has to put right */
	run: (steps: Steps) => Promise<IDataObject[]>;
}

/** What is read on the way to a result; the vendor's headers are added to each request. */
export interface Reader {
	/** The records of one reply; one for which `records` gives undefined counts as not whole. */
	read: (
		request: ApiRequest,
		records: (reply: Reply) => IDataObject[] | undefined,
	) => Promise<IDataObject[]>;
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
	create: (create: Making, request: ApiRequest, plan?: CreatePlan) => Promise<IDataObject[]>;
	/** Does another operation of one request, as for an item with these parameters. */
	perform: (
		operation: SingleOperation | CreateOperation,
		parameters: Parameters,
	) => Promise<IDataObject[]>;
	/** Sends a form to an address of this n8n itself, without any credential. The caller has made sure that it is one. */
	tell: (url: string, form: { [name: string]: string }) => Promise<OwnReply>;
	/** Runs what is named alike one after the other, where looking and acting belong together. */
	inTurn: <Result>(name: string, task: () => Promise<Result>) => Promise<Result>;
}

export type Operation =
	| SingleOperation
	| CreateOperation
	| ListOperation
	| StepsOperation
	| GroupOperation;

/** True for an operation of several steps. */
export function isSteps(operation: Operation): operation is StepsOperation {
	return 'plan' in operation;
}

/** True for an operation of which one item asks for several things. */
export function isGroup(operation: Operation): operation is GroupOperation {
	return 'plans' in operation;
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
