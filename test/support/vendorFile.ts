import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeType } from 'n8n-workflow';

import { n8n } from '../../package.json';
import type { Sandbox, Vendor } from '../sandbox';

/** An object as the vendor holds it. */
export interface Stored {
	id: string;
	title: string | null;
}

/** What the tests that hold for every vendor have to know about one: `test/<Vendor>/vendor.ts`. */
export interface VendorFile {
	vendor: Vendor;
	/** As people write it. */
	name: string;
	credential: keyof Sandbox['credentials'];
	/** The credential's field that holds the first secret. */
	secret: string;
	node: INodeType;
	/** One create; its POST goes to `createPath`. */
	create: (sandbox: Sandbox) => IDataObject;
	createPath: string;
	/** One list; its requests go to `listPath`. */
	list: IDataObject;
	listPath: string;
	/** A list search of the form that has pages, and where its requests go. */
	search: string;
	searchPath: string;
	/** What the vendor has of the kind that `create` makes. */
	stored: (sandbox: Sandbox) => Iterable<Stored>;
}

/** The vendors' folders, by the nodes that package.json lists. */
export const VENDOR_FOLDERS = [...new Set(n8n.nodes.map((listed) => listed.split('/')[2]))].sort();

const fileOf = (folder: string) => join(__dirname, '..', folder, 'vendor');
const isThere = (folder: string) =>
	['.ts', '.js'].some((ending) => existsSync(`${fileOf(folder)}${ending}`));

/** Every vendor that says what tests have to know; a contract test names those that do not. */
export const VENDOR_FILES: VendorFile[] = VENDOR_FOLDERS.filter(isThere).map(
	(folder) => (require(fileOf(folder)) as { vendor: VendorFile }).vendor,
);
