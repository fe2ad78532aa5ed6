import { Refusal } from '../core/refusal';
import type { Reply } from '../core/types';

export function detailReply(status: number, detail: string): Reply {
	return { status, body: { detail } };
}

export const refuse = (status: number, detail: string) => new Refusal(detailReply(status, detail));

export const notFound = () => refuse(404, 'Not found.');

export type FieldErrors = Record<string, string[]>;

export const invalid = (errors: FieldErrors) => new Refusal({ status: 400, body: errors });

/** A rule of the business is answered with a bare list. */
export const ruleBroken = (...messages: string[]) => new Refusal({ status: 400, body: messages });

export function oauthError(status: number, error: string, error_description: string): Refusal {
	return new Refusal({ status, body: { error, error_description } });
}

/** What the web framework answers outside of the API. */
export function htmlPage(status: number, title: string): Reply {
	const body = `<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
	return { status, body, contentType: 'text/html; charset=utf-8' };
}
