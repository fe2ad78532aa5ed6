import type { IDataObject, INodeType } from 'n8n-workflow';

import type { Sandbox, Vendor } from '../sandbox';
import type { Deliveries } from '../sandbox/core/deliveries';
import { loadThose } from '../support/load';
import { VENDOR_FOLDERS } from '../support/vendorFile';

/** What a vendor keeps about one subscription, in short. */
export interface Subscribed {
	url: string;
	events: string[];
	isOn: boolean;
}

/** A webhook trigger and its vendor, for tests that are the same for all: `test/<Vendor>/trigger/case.ts`. */
export interface TriggerCase {
	/** The vendor as people write it. */
	name: string;
	/** Name of the node type. */
	type: string;
	node: INodeType;
	credential: keyof Sandbox['credentials'];
	vendor: Vendor;
	parameters: IDataObject;
	/** Changes to the credential that lead to the vendor itself, which no test asks. */
	real: IDataObject;
	/** What the vendor says about a wrong token, and what to do then. */
	refusal: { body: IDataObject; words: string; advice: string };
	/** What is said of an http address where the vendor takes none; else it does not matter. */
	unreachable?: RegExp;
	/** Within how many seconds the vendor wants an answer, where it says so. */
	limitS?: number;
	/** Filters of the form that give nothing, by label: by an expression, by an empty choice, in a row. */
	emptyFilters: Array<[string, IDataObject]>;
	/** Other events, and how the vendor calls them. */
	changed: { parameters: IDataObject; events: string[] };
	deliveries: (sandbox: Sandbox) => Deliveries;
	subscribed: (sandbox: Sandbox) => Subscribed[];
	/** Switches all off, as the vendor does after failures. */
	disable: (sandbox: Sandbox) => void;
	/** Deletes all at the vendor. */
	remove: (sandbox: Sandbox) => void;
	/** Something happens that the parameters ask for; resolves when the vendor has begun to tell of it. */
	happen: (sandbox: Sandbox) => Promise<void> | void;
	/** Has the vendor sign, where that is a choice. @returns what the credential holds for it */
	sign?: (sandbox: Sandbox) => IDataObject;
	/** The call that registers, where the method does not tell it from the others. */
	createPath?: string;
}

/** Every trigger that keeps a subscription; a contract test names those that are missing. */
export const TRIGGER_CASES = loadThose(
	VENDOR_FOLDERS.map((folder) => `test/${folder}/trigger/case`),
).map(({ triggerCase }) => triggerCase as TriggerCase);
