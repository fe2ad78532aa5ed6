import type { Request } from 'express';

import type { Content, Headers, Query, SandboxRequest } from './types';

export function readRequest(request: Request, origin: string): SandboxRequest {
	const mark = request.originalUrl.indexOf('?');
	const path = mark < 0 ? request.originalUrl : request.originalUrl.slice(0, mark);
	const rawQuery = mark < 0 ? '' : request.originalUrl.slice(mark + 1);
	const raw: unknown = request.body;
	const rawBody = Buffer.isBuffer(raw) ? raw.toString('utf8') : '';
	const headers = readHeaders(request);
	return {
		method: request.method,
		path,
		query: readQuery(rawQuery),
		rawQuery,
		headers,
		content: readContent(rawBody, headers['content-type']),
		rawBody,
		origin,
	};
}

function readHeaders(request: Request): Headers {
	const headers: Headers = {};
	for (const [name, value] of Object.entries(request.headers)) {
		if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	return headers;
}

function readQuery(rawQuery: string): Query {
	const query: Query = {};
	for (const [key, value] of new URLSearchParams(rawQuery)) {
		const known = query[key];
		if (known === undefined) query[key] = value;
		else query[key] = Array.isArray(known) ? [...known, value] : [known, value];
	}
	return query;
}

function readContent(rawBody: string, contentTypeHeader = ''): Content {
	const contentType = contentTypeHeader.split(';')[0].trim().toLowerCase();
	if (contentType === 'application/json' || contentType.endsWith('+json')) {
		if (rawBody === '') return { kind: 'none' };
		try {
			const value: unknown = JSON.parse(rawBody);
			return { kind: 'json', value };
		} catch {
			return { kind: 'invalid' };
		}
	}
	if (rawBody === '') return { kind: 'none' };
	if (contentType === 'application/x-www-form-urlencoded') {
		return { kind: 'form', fields: Object.fromEntries(new URLSearchParams(rawBody)) };
	}
	return { kind: 'other', contentType };
}

/** The body as it is kept in the record of requests. */
export function recordedBody(content: Content): unknown {
	if (content.kind === 'json') return content.value;
	return content.kind === 'form' ? content.fields : undefined;
}

/** The last value of a query parameter. */
export function queryValue(query: Query, name: string): string | undefined {
	const value = query[name];
	return Array.isArray(value) ? value[value.length - 1] : value;
}

/** All values of a repeated query parameter. */
export function queryList(query: Query, name: string): string[] {
	const value = query[name];
	if (value === undefined) return [];
	return Array.isArray(value) ? value : [value];
}

/** The parts of a list that is one value with commas; a vendor's own client may put each in quotation marks. */
export function commaList(text: string): string[] {
	const outsideQuotes = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;
	return text.split(outsideQuotes).map((part) => part.replace(/^"(.*)"$/, '$1'));
}
