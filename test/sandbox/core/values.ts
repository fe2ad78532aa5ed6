import type { JsonObject, Reply } from './types';

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function toMap<T extends { id: string }>(records: T[]): Map<string, T> {
	return new Map(records.map((record) => [record.id, record]));
}

let turns = 0;

/** The reply with members that say that more follows; the function gets a number that is new each time. */
export function anotherPage(reply: Reply, members: (turn: number) => JsonObject): Reply {
	if (!isObject(reply.body)) return reply;
	return { ...reply, body: { ...reply.body, ...members((turns += 1)) } };
}
