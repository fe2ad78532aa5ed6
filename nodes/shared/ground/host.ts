import * as host from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { PACKAGE } from './package';

/** The oldest n8n on which the tests pass (`npm run test:versions`). */
export const OLDEST_N8N = '1.123.81';

/** What an n8n has for sure depends on its age: this package may be put into one that is too old. */
const given: Partial<typeof host> = host;

/**
 * As n8n has it, or the same where an older one does not: without it no node could be described, and n8n would
 * show nothing that could say why.
 */
export const NodeConnectionTypes: Pick<typeof host.NodeConnectionTypes, 'Main'> =
	given.NodeConnectionTypes ?? { Main: 'main' };

/** Until when n8n waits that waits for ever: the same moment in every version. */
export const WAIT_INDEFINITELY = given.WAIT_INDEFINITELY ?? new Date('3000-01-01T00:00:00.000Z');

/** What the nodes use of n8n's own module while they run. */
const NEEDED = [
	'NodeConnectionTypes',
	'ExpressionError',
	'NodeApiError',
	'NodeOperationError',
	'sleep',
	'tryToParseDateTime',
	'validateFieldType',
] as const;

/**
 * Called first by whatever n8n runs.
 * @throws NodeOperationError that names the version that is needed, on an n8n that is too old
 */
export function checkHost(node: INode): void {
	const missing = NEEDED.filter((name) => given[name] === undefined);
	if (!missing.length) return;
	const message = `${PACKAGE} needs n8n ${OLDEST_N8N} or newer`;
	const description = `This n8n is older: it lacks ${missing.join(', ')}. Update n8n. Nothing was sent.`;
	const { NodeOperationError: Failure } = given;
	if (Failure) throw new Failure(node, message, { description });
	throw new TypeError(`${message}. ${description}`);
}
