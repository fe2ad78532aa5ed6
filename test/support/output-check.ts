import { UnexpectedError } from 'n8n-workflow';
import type { INodeProperties, INodeType, NodeParameterValue } from 'n8n-workflow';

import type { NodeResult, NodeRun } from './engine';
import { folderOf, sampleFile, takeSample, writeSamples } from './samples';

export { writeSamples };

export interface RunOperation {
	/** Such as `<Vendor> incident/create`. */
	name: string;
	/** Its output sample; undefined where an expression chooses the operation. */
	file?: string;
}

/** False for a node that a test makes up, which is a plain object. */
export function isOurs(node: INodeType): boolean {
	return node.constructor !== Object;
}

/** What the parameters of a run choose, with the menus' own choice where they choose nothing. */
export function operationOf({ node, parameters }: Pick<NodeRun, 'node' | 'parameters'>) {
	const { name: nodeName, properties } = node.description;
	const resource = String(parameters.resource ?? preselected(properties, 'resource'));
	const operation = String(parameters.operation ?? preselected(properties, 'operation', resource));
	const folder = folderOf(nodeName);
	const found: RunOperation = { name: `${folder ?? nodeName} ${resource}/${operation}` };
	if (folder && offers(properties, resource, operation))
		found.file = sampleFile(folder, resource, operation);
	return found;
}

/**
 * Holds the items that a user gets when nothing is switched off against the operation's output
 * sample, or adds them to it (GENERATE=1).
 */
export function checkOutput(
	{ name, file }: RunOperation,
	{ node, parameters }: Pick<NodeRun, 'node' | 'parameters'>,
	{ items, error }: Pick<NodeResult, 'items' | 'error'>,
): void {
	if (!file || error) return;
	const { simplify = true } = parameters;
	if (simplify !== true) return;
	// Fields that only a test knows come back from the sandbox where nothing is simplified.
	const isRaw = !simplifies(node.description.properties, file);
	if (isRaw && JSON.stringify(parameters).includes('"extraFields"')) return;
	const lacking = items
		.filter((item) => !item.error && !('error' in item.json) && item.json.preview !== true)
		.flatMap(({ json }) => takeSample(file, json));
	if (!lacking.length) return;
	throw new UnexpectedError(
		`${name} puts out what its sample does not have: ${[...new Set(lacking)].join(', ')}. ` +
			`If that is right, run npm run generate (${file})`,
	);
}

function preselected(properties: INodeProperties[], name: string, resource?: string) {
	const menu = properties.find(
		(property) =>
			property.name === name &&
			(resource === undefined || showsFor(property, 'resource').includes(resource)),
	);
	return menu?.default;
}

function offers(properties: INodeProperties[], resource: string, operation: string): boolean {
	return properties.some(
		(property) =>
			property.name === 'operation' &&
			showsFor(property, 'resource').includes(resource) &&
			(property.options ?? []).some((option) => 'value' in option && option.value === operation),
	);
}

function simplifies(properties: INodeProperties[], file: string): boolean {
	const [operation, resource] = file
		.replace(/\.json$/, '')
		.split('/')
		.reverse();
	return properties.some(
		(property) =>
			property.name === 'simplify' &&
			showsFor(property, 'resource').includes(resource) &&
			showsFor(property, 'operation').includes(operation),
	);
}

function showsFor({ displayOptions }: INodeProperties, name: string) {
	return (displayOptions?.show?.[name] ?? []) as NodeParameterValue[];
}
