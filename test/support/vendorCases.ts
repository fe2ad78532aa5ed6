import type { IDataObject } from 'n8n-workflow';

import type { NodeRun } from './engine';
import type { Suite } from './suite';
import { VENDOR_FILES, type CreateCase, type VendorFile } from './vendorFile';

/** A vendor as the suites of `test/shared` ask about it. */
export interface VendorCase extends Omit<VendorFile, 'create'> {
	/** The form of one create; its POST goes to `createPath`. */
	create: (on: Suite) => IDataObject;
	createPath: string;
	/** The additional field for the longer text. */
	text: string;
	/** How many objects of the kind there are. */
	count: (on: Suite) => number;
	/** For `run`: with a token that is there already, so that only the operation's requests are sent. */
	more: (on: Suite) => { credentials?: NodeRun['credentials'] };
}

export const VENDORS: VendorCase[] = VENDOR_FILES.map(({ create, ...file }) => ({
	...file,
	create: ({ sandbox }) => formOf(create, sandbox),
	createPath: create.path,
	text: create.text,
	count: (on) => [...create.stored(on.sandbox)].length,
	more: (on) => (file.signedIn ? { credentials: on.credentials(file.signedIn(on.sandbox)) } : {}),
}));

/** The whole form of a create. */
export function formOf(
	{ resource, operation, fields }: CreateCase,
	sandbox: Suite['sandbox'],
): IDataObject {
	return { resource, operation, ...fields(sandbox) };
}
