import * as host from 'n8n-workflow';

import { PACKAGE, SERVES, VERSION } from './package';

/**
 * Raised with every change of what is kept, or of how it is used: a copy must not meet objects that it does not
 * understand. `test/contract/memory.contract.test.ts` notices such a change.
 */
export const LAYOUT = 1;

/** Under this all copies meet, whatever their package is called. It is never changed, like the shape below. */
const PLACE = Symbol.for('n8n community nodes for incidents: memory');

interface Copy {
	layout: number;
	/** Copies that have one of these in common are for the same vendor. */
	serves: string[];
}

interface Registry {
	/** By package and version. */
	copies: Map<string, Copy>;
	/** What copies of one layout keep, by name. */
	memories: Map<number, Map<string, object>>;
}

/**
 * All copies of this code in one process share one registry: the combined package and one of a single vendor,
 * two versions, or an old and a new one while n8n updates. It hangs on a built-in object, the only thing that all
 * of them have for sure. docs/design.md#copies-side-by-side.
 */
function registryOf(place: object): Registry {
	const found = Reflect.get(place, PLACE) as Registry | undefined;
	if (found) return found;
	const registry: Registry = { copies: new Map(), memories: new Map() };
	// Where nothing may be added, each copy is on its own; that is no reason to fail.
	Reflect.defineProperty(place, PLACE, { value: registry });
	return registry;
}

/**
 * What a copy shares with those of the same layout. It says once that others serve the same vendor: packages of
 * different vendors belong beside each other.
 * @param place what all copies have
 * @param name its package and version
 */
export function memoryOf(
	place: object,
	name: string,
	copy: Copy,
	warn: (text: string) => void,
): Map<string, object> {
	const { copies, memories } = registryOf(place);
	const others = [...copies].filter(([, { serves }]) =>
		serves.some((one) => copy.serves.includes(one)),
	);
	if (others.length && !copies.has(name)) {
		const isApart = others.some(([, { layout }]) => layout !== copy.layout);
		const names = others.map(([other]) => other).join(', ');
		warn(
			`${name} runs beside ${names}. ${isApart ? APART : TOGETHER}. Keep one, unless one has just replaced the other.`,
		);
	}
	copies.set(name, copy);
	const memory = memories.get(copy.layout) ?? new Map<string, object>();
	memories.set(copy.layout, memory);
	return memory;
}

const TOGETHER = 'They share their limits and what they remember';
const APART =
	'Not all of them share their limits and what they remember: limits are met more often, and one may take for its own what another has made';

// An older n8n may lack it, and what is said is not worth a failure.
const { LoggerProxy: log }: Partial<typeof host> = host;

const memory = memoryOf(
	Symbol,
	`${PACKAGE} ${VERSION}`,
	{ layout: LAYOUT, serves: SERVES },
	(text) => log?.warn(text),
);

/**
 * What this process keeps under a name, the same object for all copies: made by the first that asks. All state
 * of modules is kept here that somebody would be harmed by if two copies had one each.
 */
export function remembered<Kept extends object>(name: string, make: () => Kept): Kept {
	const kept = (memory.get(name) as Kept | undefined) ?? make();
	memory.set(name, kept);
	return kept;
}
