import type { ApiRequest, Reply, RetryClass } from './operation';

/** Redirects that one read follows. */
const MOST_HOPS = 3;

/** True for an answer that says that what was asked for is somewhere else. */
export function isRedirect({ status }: Reply): boolean {
	return status >= 300 && status < 400;
}

/**
 * Where to ask the same again; undefined when nothing may be sent on. A write would lose its body, or be done
 * by somebody else; and what is secret stays at the origin of the base URL. Pure.
 * @param url the address that was asked
 * @param hops redirects that were followed before
 */
export function nextUrl(
	reply: Reply,
	{ method }: ApiRequest,
	kind: RetryClass,
	url: string,
	hops: number,
): string | undefined {
	if (!isRedirect(reply) || kind !== 'read' || hops >= MOST_HOPS) return;
	// The others turn a POST into a GET, also one that only reads.
	if (method !== 'GET' && reply.status !== 307 && reply.status !== 308) return;
	const target = targetOf(reply, url);
	return target && target.origin === new URL(url).origin ? target.href : undefined;
}

/** The address that a redirect names, without its query: that may hold a secret. Pure. */
export function shownTarget(reply: Reply, url: string): string | undefined {
	const target = targetOf(reply, url);
	if (!target) return;
	// Other schemes have no origin.
	return /^https?:$/.test(target.protocol) ? target.origin + target.pathname : target.protocol;
}

function targetOf({ headers }: Reply, url: string): URL | undefined {
	try {
		return headers.location ? new URL(headers.location, url) : undefined;
	} catch {
		return;
	}
}
