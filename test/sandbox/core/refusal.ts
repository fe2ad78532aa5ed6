import type { Reply } from './types';

/** Thrown anywhere inside a handler to answer at once. */
export class Refusal extends Error {
	constructor(readonly reply: Reply) {
		super(`answered with ${reply.status}`);
	}
}
