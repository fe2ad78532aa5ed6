import { cut } from '../ground/characters';
import type { VendorWords } from '../ground/failures';
import { excerpt } from '../ground/text';
import type { Reply } from './request';

/** Characters of a proxy's own name that are shown. */
const MOST_NAME = 60;

/**
 * Words for a refusal that is a page: the APIs answer in JSON, so somebody in between has spoken, and what
 * the status says about tokens and IDs does not hold. Pure.
 * @param name the vendor's, as people write it
 */
export function wordsOfPage(page: string, { status, headers }: Reply, name: string): VendorWords {
	const text = excerpt(page);
	const own = cut(
		headers['x-squid-error'] ? 'squid' : (headers.via ?? headers.server ?? ''),
		MOST_NAME,
	);
	const called = own && ` (${own})`;
	if (status === 407) {
		return {
			text,
			speaker: `A proxy between this n8n and ${name}${called}`,
			hint: `The proxy wants a sign-in: check the proxy settings of this n8n.`,
		};
	}
	if (!/html/i.test(headers['content-type'] ?? '')) return { text };
	return {
		text,
		speaker: `Something between this n8n and ${name}${called}`,
		hint: `The answer is a web page, so it comes not from the ${name} API but from a proxy, a firewall or another site: let n8n through there, or check the base URL in the credential.`,
	};
}
