/** What a vendor's folder says about itself in its `vendor.ts`, and how the sandbox finds it. */

import type { JsonObject } from './types';
import { vendorFiles } from './vendorFiles';

/** The sandbox's vendors by name; each `vendor.ts` adds its own (`declare global`), with its credentials. */
export type Vendor = keyof SandboxApis;

export interface SandboxVendor<Name extends Vendor = Vendor> {
	name: Name;
	/** As people write it. */
	label: string;
	/** Where `npm run sandbox` has it. */
	port: number;
	api: () => SandboxApis[Name];
	/** The credentials' data by type, so that they reach the sandbox at `url`. */
	credentials: (url: string) => { [Type in keyof SandboxCredentials]?: JsonObject };
	/** Names of the vendor's official OpenAPI files; none where it publishes none. */
	officialFiles: string[];
}

/** Every folder of the sandbox that has a `vendor.ts`, in the order of their names. */
export const VENDORS = vendorFiles() as SandboxVendor[];

export const vendors: Vendor[] = VENDORS.map(({ name }) => name);

/** One value for each vendor. */
export function forEachVendor<Value>(
	make: (vendor: SandboxVendor) => Value,
): Record<Vendor, Value> {
	const entries = VENDORS.map((vendor) => [vendor.name, make(vendor)] as const);
	return Object.fromEntries(entries) as Record<Vendor, Value>;
}
