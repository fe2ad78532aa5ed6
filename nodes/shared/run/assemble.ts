import type { INodeProperties } from 'n8n-workflow';

import {
	collection,
	ignoreEmptyFilters,
	previewOnly,
	requestsAtOnce,
	simplify,
} from '../form/fields';
import type { Operation, Resource } from './operation';

/**
 * The node's whole form: what comes first (such as a choice of credentials), the Resource menu, an Operation menu for each resource, and each
 * operation's parameters with their display conditions stamped on.
 */
export function assemble(
	resources: Resource[],
	leading: INodeProperties[] = [],
): INodeProperties[] {
	return [
		...leading,
		resourceMenu(resources),
		...resources.map(operationMenu),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) =>
				formOf(operation).map((property) => stamp(property, resource.value, operation.value)),
			),
		),
	];
}

/** What the canvas shows below a node's name: "Status Page Incident: Get Many". */
export const subtitle =
	'={{ ($parameter["resource"] + ": " + $parameter["operation"].replace("getAll", "getMany").replace("sendAndWait", "pageAndWaitForAnswer")).replace(/([a-z])([A-Z])/g, "$1 $2").replace(/(^|[ ])[a-z]/g, (letter) => letter.toUpperCase()) }}';

const forms = new WeakMap<Operation, INodeProperties[]>();

/**
 * An operation's parameters in one order: its fields, Simplify, the collections of optional fields, and the
 * "Options" that every operation has.
 */
export function formOf(operation: Operation): INodeProperties[] {
	const known = forms.get(operation);
	if (known) return known;
	const form = buildForm(operation);
	forms.set(operation, form);
	return form;
}

function buildForm(operation: Operation): INodeProperties[] {
	const own = operation.properties.find((property) => property.name === 'options');
	const hasFilters = operation.properties.some(({ name }) => name === 'filters');
	const options = [
		...((own?.options ?? []) as INodeProperties[]),
		...(hasFilters ? [ignoreEmptyFilters] : []),
		...(operation.retry === 'read' ? [] : [previewOnly]),
		requestsAtOnce,
	];
	const fields = operation.properties.filter(
		(property) => property !== own && property.name !== simplify.name,
	);
	const isOptional = ({ type }: INodeProperties) => type === 'collection';
	return [
		...fields.filter((property) => !isOptional(property)),
		...operation.properties.filter(({ name }) => name === simplify.name),
		...fields.filter(isOptional),
		collection('Options', 'options', options),
	];
}

/** Sorted as the host wants it; the first resource is preselected. */
function resourceMenu(resources: Resource[]): INodeProperties {
	const [{ value: preselected }] = resources;
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: preselected,
		options: [...resources]
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map(({ name, value }) => ({ name, value })),
	};
}

/** Sorted as the host wants it; the first operation of the resource is preselected. */
function operationMenu({ value, operations }: Resource): INodeProperties {
	const [{ value: preselected }] = operations;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		default: preselected,
		options: [...operations]
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map(({ name, value: chosen, action, description }) => ({
				name,
				value: chosen,
				action,
				description,
			})),
	};
}

function stamp(property: INodeProperties, resource: string, operation: string): INodeProperties {
	const { show, hide } = property.displayOptions ?? {};
	return {
		...property,
		displayOptions: {
			show: { resource: [resource], operation: [operation], ...show },
			...(hide ? { hide } : {}),
		},
	};
}
