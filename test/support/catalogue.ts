import type { ICredentialType, INodeType } from 'n8n-workflow';

import { n8n } from '../../package.json';
import type { Resource } from '../../nodes/shared/run/operation';
import type { Vendor } from '../../nodes/shared/wire/vendor';
import { filesBelow } from './files';
import { load } from './load';

export interface TriggerEntry {
	/** The folder below `nodes`. */
	folder: string;
	file: string;
	node: INodeType;
}

export interface CatalogueEntry extends TriggerEntry {
	resources: Resource[];
}

/** What n8n would load, from the sources: `package.json` is the one list of nodes and credentials. */
function sourceOf(listed: string) {
	const source = listed.replace(/^dist\//, '').replace(/\.js$/, '');
	const [file, folder] = source.split('/').reverse();
	return { name: file.replace(/\.(node|credentials)$/, ''), folder, exported: load(source) };
}

function entryOf(listed: string): TriggerEntry {
	const { name, folder, exported } = sourceOf(listed);
	const Node = exported[name] as new () => INodeType;
	return { folder, file: name, node: new Node() };
}

const isTrigger = ({ node }: TriggerEntry) => node.description.group.includes('trigger');
const ENTRIES = n8n.nodes.map(entryOf);

/** Every action node of the package; the contract tests go through it. */
export const NODES: CatalogueEntry[] = ENTRIES.filter((entry) => !isTrigger(entry)).map(
	(entry) => ({
		...entry,
		resources: load(`nodes/${entry.folder}/resources`).resources as Resource[],
	}),
);

/** Every trigger node of the package. */
export const TRIGGERS: TriggerEntry[] = ENTRIES.filter(isTrigger);

export const CREDENTIALS: ICredentialType[] = n8n.credentials.map((listed) => {
	const { name, exported } = sourceOf(listed);
	return new (exported[name] as new () => ICredentialType)();
});

/** Every operation with the place it has in the menus. */
export const OPERATIONS = NODES.flatMap((entry) =>
	entry.resources.flatMap((resource) =>
		resource.operations.map((operation) => ({ ...entry, resource, operation })),
	),
);

/** Every `Vendor` that a file of `nodes/<Vendor>/api` exports: one for each credential. */
export const PROFILES: Vendor[] = filesBelow('nodes', '.ts')
	.filter((file) => /^nodes\/\w+\/api\//.test(file) && !file.startsWith('nodes/shared/'))
	.flatMap((file) => Object.values(load(file.replace(/\.ts$/, ''))))
	.filter(isProfile);

function isProfile(exported: unknown): exported is Vendor {
	const { credential } = (exported ?? {}) as Partial<Vendor>;
	return typeof credential === 'object' && 'type' in credential && 'page' in credential;
}
