import type { IHookFunctions, IPollFunctions } from 'n8n-workflow';

import { explain, inOneText, type Deed } from '../ground/explain';
import { nodeError } from '../ground/nodeError';
import type { Vendor } from '../wire/vendor';

/** What the person did, as n8n calls it, whose part a life cycle's requests are. */
export function deedOf(context: IHookFunctions): string {
	return context.getMode() === 'manual' ? 'Listen for Test Event' : 'Publish';
}

/**
 * What the person reads about a workflow that could not be published, or does not listen. n8n shows nothing
 * but the message of such an error, so the advice stands in it, too.
 */
export function setupError(context: IHookFunctions, failure: unknown, vendor: Vendor, deed: Deed) {
	return nodeError(context.getNode(), failure, inOneText(explain(failure, vendor, deed)));
}

/** What somebody has to do by hand, for n8n's log: there is no screen to show it on. */
export function logWarning(context: IHookFunctions | IPollFunctions, text: string): void {
	context.logger.warn(`${context.getNode().name}: ${text}`);
}
