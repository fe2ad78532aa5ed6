import type { IDataObject, INodeType } from 'n8n-workflow';

import { n8n } from '../../package.json';
import type { RecordedRequest, Sandbox, Vendor } from '../sandbox';
import { loadThose } from './load';

export type CredentialType = keyof Sandbox['credentials'];

/** An object as the vendor holds it. */
export interface Stored {
	id: string;
	title: string | null;
}

/** One create (kind `keyed` or `reconcilable`), for the suite that holds that it never makes two. */
export interface CreateCase {
	resource: string;
	operation: string;
	/** The rest of the form. */
	fields: (sandbox: Sandbox) => IDataObject;
	/** Where its POST goes. */
	path: string | RegExp;
	/** What the vendor has of the kind that it makes. */
	stored: (sandbox: Sandbox) => Iterable<unknown>;
	/** Where it is not the one of the vendor. */
	credential?: CredentialType;
	/** What pages under a key of the user's own beside the main create: its name, and its fields for title and key. */
	byKey?: { label: string; title: string; key: string };
}

/** The create that also the storms, the bench and the hostile world use: of an incident, with a title. */
export interface MainCreate extends CreateCase {
	path: string;
	stored: (sandbox: Sandbox) => Iterable<Stored>;
	/** The additional field for the longer text. */
	text: string;
	/** The additional field for a key of the user's own, where the vendor knows keys. */
	key?: string;
	/** Ends what was made, where the form has _Skip If Already Open_. */
	close?: (object: Stored) => void;
}

/** A field of a form that holds a point in time, and where the request has it. */
export interface DateField {
	name: string;
	parameters: (sandbox: Sandbox, date: string) => IDataObject;
	sent: (request: { query: IDataObject; body: IDataObject }) => unknown;
	/** What the request has for 2026-04-15T12:00:00Z, where the vendor takes days and no points in time. */
	day?: string;
}

/** What an operation Get of one object understands. */
export interface GetCase {
	resource: string;
	/** The parameter that takes the ID, and its label. */
	field: string;
	label: string;
	id: (sandbox: Sandbox) => string;
	/** Addresses under which people find the object of this ID. */
	addresses: (id: string) => string[];
	/** Addresses that are refused, and what is said about them. */
	refused: (id: string) => Array<[string, string]>;
}

/** A credential outside the operation that it was made for. */
export interface CredentialCase {
	/** An operation that needs nothing else. */
	parameters: IDataObject;
	/** A call as somebody writes it in n8n's HTTP Request node, with this credential chosen. */
	call: { method: 'GET' | 'POST'; path: string; body?: IDataObject };
	/** What the credential has added to that call, and what that has to be: made from its data, or a text like this. */
	added: (request: RecordedRequest) => unknown;
	expected: RegExp | ((data: IDataObject) => unknown);
}

/** A secret that is found nowhere else, for `npm run crash`, which then looks for it everywhere. */
export interface Plant {
	label: string;
	credential: CredentialType;
	/** The credential's data with the secret. */
	data: IDataObject;
	/** More of the create's form. */
	parameters?: IDataObject;
	/** The request that is spoiled. */
	path: string;
	/** What such a request carries. @param bearer the tokens in the last request to this path */
	secrets: (bearer: string[]) => string[];
	/** Further secrets, which no answer repeats. */
	unsaid?: () => string[];
	/** Brings about that the request is made. */
	before?: () => void;
}

/** What the tests that hold for every vendor have to know about one: `test/<Vendor>/vendor.ts`. */
export interface VendorFile {
	vendor: Vendor;
	/** As people write it. */
	name: string;
	node: INodeType;
	credential: CredentialType;
	/** The credential's field that holds the first secret. */
	secret: string;
	/** Changes to the credential, so that no request for a token goes before the others. */
	signedIn?: (sandbox: Sandbox) => IDataObject;
	/** Changes to the credential that make it another one to n8n, of the same account. */
	another?: (data: IDataObject) => IDataObject;
	create: MainCreate;
	/** Actions that need several steps, each with the reason why one request does not do: keep them few. */
	steps?: { [action: string]: string };
	/** Actions that are keyed but no creates: the vendor merges a second one into the first, without a refusal. */
	mergedByKey?: string[];
	/** Every other create of kind `keyed` or `reconcilable`. */
	otherCreates: CreateCase[];
	/** What its part of `examples/life-<vendor>.json` can show. */
	life: { acknowledges: boolean; comments: boolean };
	/** State of its modules that copies of the code do not share (test/contract/memory.contract.test.ts). */
	ownState?: string[];
	/** How many kinds of events its triggers offer to choose from. */
	events: number;
	/** By which of the words of test/contract/editor.contract.test.ts people find its node. */
	words: string[];
	/** One list; its requests go to `listPath`. */
	list: { resource: string; operation: string };
	listPath: string;
	/** Filters of that list by label, each fed by an expression; the first takes `filterValue`. */
	filters: Array<[string, (expression: string) => IDataObject]>;
	filterValue: string;
	get: GetCase;
	/** A list search of the form that has pages, where its requests go, and a name that it finds. */
	search: string;
	searchPath: string;
	searchFinds: string;
	/** The field that it belongs to, such as `additionalFields.monitorId`. */
	searchField: string;
	/** One for each place: at the top of a form, in a collection, in a filter, in a row. */
	dates: DateField[];
	/** One for each credential of the vendor's node. */
	credentials: { [type in CredentialType]?: CredentialCase };
	/** @param secret makes a word that is found nowhere else */
	plant: (sandbox: Sandbox, secret: (label: string) => string) => Plant[];
}

/** The vendors' folders, by the nodes that package.json lists. */
export const VENDOR_FOLDERS = [...new Set(n8n.nodes.map((listed) => listed.split('/')[2]))].sort();

/** Every vendor that says what tests have to know; a contract test names those that do not. */
export const VENDOR_FILES = loadThose(VENDOR_FOLDERS.map((folder) => `test/${folder}/vendor`)).map(
	({ vendor }) => vendor as VendorFile,
);
