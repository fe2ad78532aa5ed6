import type { JsonObject } from './types';

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function toMap<T extends { id: string }>(records: T[]): Map<string, T> {
	return new Map(records.map((record) => [record.id, record]));
}
