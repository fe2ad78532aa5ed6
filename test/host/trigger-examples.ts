import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import { loadThose } from '../support/load';
import { VENDOR_FOLDERS } from '../support/vendorFile';
import type { ExampleNode } from './published';

/** What an example's run has to show. */
interface Shown {
	sandbox: Sandbox;
	/** The first item of each node of the run, by its name. */
	items: { [node: string]: IDataObject };
}

/** A workflow in `examples` that a trigger of the vendor starts, and needs no other vendor: `test/<Vendor>/trigger/examples.ts`. */
export interface TriggerExample {
	/** `examples/<file>.json` */
	file: string;
	what: string;
	/** What people would type into the trigger. */
	amend?: (trigger: ExampleNode) => void;
	/**
	 * Something happens at the vendor that starts one run, and something that does not.
	 * @param urlOf the address of the trigger's webhook, where people enter it at the vendor
	 * @returns how to look at what came of the run
	 */
	happen: (
		sandbox: Sandbox,
		urlOf: (path?: string) => string,
	) => Promise<(shown: Shown) => Promise<unknown> | unknown>;
	expected: unknown;
}

export const TRIGGER_EXAMPLES = loadThose(
	VENDOR_FOLDERS.map((folder) => `test/${folder}/trigger/examples`),
).flatMap(({ examples }) => examples as TriggerExample[]);
