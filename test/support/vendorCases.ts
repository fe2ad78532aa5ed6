import type { IDataObject } from 'n8n-workflow';

import type { Suite } from './suite';
import { VENDOR_FILES, type VendorFile } from './vendorFile';

/** A vendor as the suites of `test/shared` ask about it. */
export interface VendorCase extends Omit<VendorFile, 'create' | 'stored'> {
	create: (on: Suite) => IDataObject;
	/** How many objects of the kind there are. */
	count: (on: Suite) => number;
}

export const VENDORS: VendorCase[] = VENDOR_FILES.map((file) => ({
	...file,
	create: (on) => file.create(on.sandbox),
	count: (on) => [...file.stored(on.sandbox)].length,
}));
