import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asObject, isObject } from '../ground/values';
import type { ParameterSource } from './form';

/**
 * The values of one item for the form of another operation. Pure.
 * @param shared the names of the fields whose values count there as well, where that form has them
 * @param given values by name, in the place of the item's own; those of a collection's fields one by one
 */
export function sourceFor(
	source: ParameterSource,
	shared: string[],
	properties: INodeProperties[],
	given: IDataObject,
): ParameterSource {
	const collections = properties.filter(({ type }) => type === 'collection');
	const isCollection = (name: string) => collections.some((one) => one.name === name);
	const joined = (name: string, own: unknown) => {
		if (!Object.hasOwn(given, name)) return own;
		const value = given[name];
		return isObject(value) && isCollection(name) ? { ...asObject(own), ...value } : value;
	};
	const from = (read: (name: string) => unknown) => (name: string) =>
		joined(name, shared.includes(name) ? read(name) : undefined);
	const { get, stored } = source;
	return { ...source, properties, get: from(get), ...(stored ? { stored: from(stored) } : {}) };
}
