import { Refusal } from './refusal';
import type { Reply, SandboxRequest } from './types';

export type Params = Record<string, string>;

/** C is what a vendor's handlers need beside the request: its store, the caller. */
export type Handler<C> = (context: C, request: SandboxRequest, params: Params) => Reply;

export interface Route<C> {
	method: string;
	/** `/incidents/{id}`; literal segments win over `{…}` by standing first in the list. */
	path: string;
	handle: Handler<C>;
}

export function get<C>(path: string, handle: Handler<C>): Route<C> {
	return { method: 'GET', path, handle };
}

export function post<C>(path: string, handle: Handler<C>): Route<C> {
	return { method: 'POST', path, handle };
}

export function put<C>(path: string, handle: Handler<C>): Route<C> {
	return { method: 'PUT', path, handle };
}

interface CompiledRoute<C> extends Route<C> {
	pattern: RegExp;
	names: string[];
}

function compile<C>(route: Route<C>): CompiledRoute<C> {
	const names: string[] = [];
	const source = route.path
		.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
		.replace(/\{(\w+)\}/g, (_all, name: string) => {
			names.push(name);
			return '([^/]+)';
		});
	return { ...route, names, pattern: new RegExp(`^${source}$`) };
}

export interface RouterReplies {
	notFound(request: SandboxRequest): Reply;
	methodNotAllowed(request: SandboxRequest, allowed: string[]): Reply;
}

/** Turns a list of routes into one function. */
export function createRouter<C>(routes: Array<Route<C>>, replies: RouterReplies) {
	const compiled = routes.map(compile);
	return (context: C, request: SandboxRequest): Reply => {
		const samePath = compiled.filter((route) => route.pattern.test(request.path));
		const route = samePath.find((candidate) => candidate.method === request.method);
		if (!route) {
			return samePath.length > 0
				? replies.methodNotAllowed(
						request,
						samePath.map((candidate) => candidate.method),
					)
				: replies.notFound(request);
		}
		const values = route.pattern.exec(request.path)?.slice(1) ?? [];
		const params: Params = {};
		route.names.forEach((name, index) => {
			params[name] = decodeSegment(values[index]);
		});
		return route.handle(context, request, params);
	};
}

function decodeSegment(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** Runs a handler; a `Refusal` thrown on the way is the answer. */
export function answer(handler: () => Reply, internalError: (message: string) => Reply): Reply {
	try {
		return handler();
	} catch (error) {
		if (error instanceof Refusal) return error.reply;
		return internalError(error instanceof Error ? (error.stack ?? error.message) : String(error));
	}
}
