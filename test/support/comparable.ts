import type { RecordedRequest } from '../sandbox';

export interface ComparableRequest {
	method: string;
	path: string;
	query: RecordedRequest['query'];
	headers: { [name: string]: string };
	body: unknown;
}

/** Headers that n8n or Node add to every request, and that say nothing about ours. */
const TRANSPORT = ['user-agent', 'content-length', 'accept-encoding', 'host', 'connection'];

/** A recorded request without what the transport adds. */
export function comparable({
	method,
	path,
	query,
	headers,
	body,
}: RecordedRequest): ComparableRequest {
	const own = Object.entries(headers).filter(([name]) => !TRANSPORT.includes(name));
	return { method, path, query, headers: Object.fromEntries(own), body };
}
