import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { configMembers, type Member } from './configMembers';

/** The fields without which a monitor of their type cannot be made. */
export const requiredFields: INodeProperties[] = configMembers
	.filter(({ isRequired }) => isRequired)
	.map(({ types, field }) => ({
		...field,
		required: true,
		displayOptions: { show: { type: types } },
	}));

const inCollection = ({ types, field }: Member): INodeProperties => ({
	...field,
	displayOptions: { show: { '/type': types } },
});

/** The others, for a collection. */
export const optionalFields = configMembers
	.filter(({ isRequired }) => !isRequired)
	.map(inCollection);

/** All of them, for a collection in which nothing is required. */
export const configFields = configMembers.map(inCollection);

/**
 * The configuration of a monitor of this type, as far as it is filled in.
 * @param required where the required fields are
 * @param optional where the others are
 */
export function configOf(type: string, required: Parameters, optional = required): IDataObject {
	const own = configMembers.filter(({ types }) => types.some((one) => one === type));
	return compact(
		Object.fromEntries(
			own.map(({ field: { name }, isRequired, read }) => [
				name,
				read(isRequired ? required : optional, name),
			]),
		),
	);
}
