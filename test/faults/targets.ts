import type { IDataObject, INodeType } from 'n8n-workflow';

import type { Sandbox, Vendor } from '../sandbox';
import { VENDOR_FILES, type Stored } from '../support/vendorFile';

export type { Stored };

/** How one vendor's create is reached, and how its result is looked at from behind. */
export interface Target {
	label: string;
	node: INodeType;
	credential: keyof Sandbox['credentials'];
	parameters: (sandbox: Sandbox) => IDataObject;
	stored: (sandbox: Sandbox) => Iterable<Stored>;
}

export const TARGETS = Object.fromEntries(
	VENDOR_FILES.map(({ vendor, name, node, credential, create, stored }): [Vendor, Target] => [
		vendor,
		{
			label: name,
			node,
			credential,
			parameters: (sandbox) => ({ ...create(sandbox), title: '={{ $json.title }}' }),
			stored,
		},
	]),
) as Record<string, Target> as { [vendor in Vendor]: Target };
