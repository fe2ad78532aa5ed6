import type { Reader } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { beta, read, recordOf } from '../api/profile';

/** Where to ask for an object by its short ID. docs/facts/devrev.md#ids. */
const READERS: Array<{ prefix: RegExp; path: string; envelope: string; isBeta?: boolean }> = [
	{ prefix: /^INC-/, path: '/incidents.get', envelope: 'incident' },
	{ prefix: /^(ISS|TKT)-/, path: '/works.get', envelope: 'work' },
	{ prefix: /^(OPP|TASK)-/, path: '/works.get', envelope: 'work', isBeta: true },
	{ prefix: /^(CAPL|ENH|FEAT|PROD)-/, path: '/parts.get', envelope: 'part' },
	{ prefix: /^/, path: '/atoms.get', envelope: 'atom' },
];

/**
 * The long form of an ID. Links take no other, although most calls do (docs/facts/devrev.md#ids), so an
 * object that was given by its number is asked for it.
 * @throws Fault when it is not there
 */
export async function longId(reader: Reader, id: string): Promise<string> {
	if (id.startsWith('don:')) return id;
	const [{ path, envelope, isBeta }] = READERS.filter(({ prefix }) => prefix.test(id));
	const request = read(path, { id });
	const [found] = await reader.read(isBeta ? beta(request) : request, recordOf(envelope));
	return asText(found.id) ?? id;
}
