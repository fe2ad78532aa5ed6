import type { IDataObject, INodeType } from 'n8n-workflow';

import type { Sandbox, Vendor } from '../sandbox';
import {
	VENDOR_FILES,
	type CreateCase,
	type MainCreate,
	type Stored,
	type VendorFile,
} from '../support/vendorFile';

export type { Stored };

/** How one vendor's create is reached, and how its result is looked at from behind. */
export interface Target {
	label: string;
	node: INodeType;
	credential: keyof Sandbox['credentials'];
	create: MainCreate;
	/** Further creates that take a key of the user's own. */
	byKey: CreateCase[];
	parameters: (sandbox: Sandbox) => IDataObject;
	stored: (sandbox: Sandbox) => Iterable<Stored>;
	plant: VendorFile['plant'];
}

export const TARGETS = Object.fromEntries(
	VENDOR_FILES.map(
		({ vendor, name, node, credential, create, otherCreates, plant }): [Vendor, Target] => [
			vendor,
			{
				label: name,
				node,
				credential,
				create,
				byKey: otherCreates.filter(({ byKey }) => byKey),
				parameters: (sandbox) => ({
					resource: create.resource,
					operation: create.operation,
					...create.fields(sandbox),
					title: '={{ $json.title }}',
				}),
				stored: create.stored,
				plant,
			},
		],
	),
) as Record<string, Target> as { [vendor in Vendor]: Target };
