import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asObject, isObject } from '../ground/values';
import type { ParameterSource } from './form';

/**
 * The values of one item for the form of another operation. Pure.
 * @param properties that form; of the item's own values counts what its own form has, too
 * @param given values by name, in the place of the item's own; those of a collection's fields one by one
 */
export function sourceFor(
	source: ParameterSource,
	properties: INodeProperties[],
	given: IDataObject,
): ParameterSource {
	const own = new Map(source.properties.map((property) => [property.name, property]));
	const isCollection = (name: string) =>
		properties.some((property) => property.name === name && property.type === 'collection');
	const joined = (name: string, value: unknown) => {
		if (!Object.hasOwn(given, name)) return value;
		const ours = given[name];
		return isObject(ours) && isCollection(name) ? { ...asObject(value), ...ours } : ours;
	};
	const from = (read: (name: string) => unknown) => (name: string) => {
		const property = own.get(name);
		return joined(name, property && declared(property, read(name)));
	};
	const { get, stored } = source;
	return { ...source, properties, get: from(get), ...(stored ? { stored: from(stored) } : {}) };
}

/** Of a collection's values those of its own fields: a saved workflow may hold others. */
function declared({ type, options = [] }: INodeProperties, value: unknown): unknown {
	if (type !== 'collection' || !isObject(value)) return value;
	const names = new Set(options.map(({ name }) => name));
	return Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)));
}
