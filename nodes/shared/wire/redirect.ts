import type { ApiRequest, Reply, RetryClass } from './request';

/** Redirects that one read follows. */
const MOST_HOPS = 3;

/** True for an answer that says that what was asked for is somewhere else. */
export function isRedirect({ status }: Reply): boolean {
	return status >= 300 && status < 400;
}

/** What a redirect leads to. */
export interface Hop {
	url: string;
	request: ApiRequest;
}

/**
 * Where and how to ask on; undefined when nothing may be sent on. A write would lose its body, or be done by
 * somebody else; and what is secret stays at the origin of the base URL. Pure.
 * @param hops redirects that were followed before
 */
export function nextHop(
	reply: Reply,
	{ url, request }: Hop,
	kind: RetryClass,
	hops: number,
): Hop | undefined {
	if (!isRedirect(reply) || kind !== 'read' || hops >= MOST_HOPS) return;
	const target = targetOf(reply, url);
	if (!target || target.origin !== new URL(url).origin) return;
	// As every client does: these two alone keep the method, and a read by POST goes on as a GET.
	const isKept = reply.status === 307 || reply.status === 308;
	const next: ApiRequest = isKept ? request : { ...request, method: 'GET', body: undefined };
	return { url: target.href, request: next };
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
