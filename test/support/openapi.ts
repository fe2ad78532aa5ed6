import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { UnexpectedError } from 'n8n-workflow';

import type { ComparableRequest } from './suite';
import { loadSpec } from './specs';

/** Checks requests against an official OpenAPI file. */
export interface Contract {
	/** What is wrong with the body, as the schema sees it; an empty list when it fits. */
	bodyIssues(path: string, request: ComparableRequest): string[];
	/** Query keys that the operation does not document. */
	unknownQuery(path: string, request: ComparableRequest): string[];
}

interface Parameter {
	$ref?: string;
	name?: string;
	in?: string;
}

/** @returns undefined where the file is not on this machine */
export function openApi(file: string): Contract | undefined {
	const spec = loadSpec(file);
	if (!spec) return;
	const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
	addFormats(ajv);
	ajv.addFormat('int32', true).addFormat('int64', true).addFormat('id', true);
	ajv.addSchema(spec, file);
	const at = (pointer: string) =>
		pointer
			.replace(/^#\//, '')
			.split('/')
			.reduce<unknown>(
				(node, key) =>
					(node as Record<string, unknown>)?.[key.replace(/~1/g, '/').replace(/~0/g, '~')],
				spec,
			);
	const operationOf = (path: string, { method }: ComparableRequest) => {
		const pointer = `#/paths/${path.replace(/~/g, '~0').replace(/\//g, '~1')}/${method.toLowerCase()}`;
		const operation = at(pointer) as { parameters?: Parameter[] } | undefined;
		if (!operation) throw new UnexpectedError(`${file} has no ${method} ${path}`);
		return { pointer, operation };
	};
	return {
		bodyIssues: (path, request) => {
			const { pointer } = operationOf(path, request);
			const schema = `${file}${pointer}/requestBody/content/application~1json/schema`;
			const validate = ajv.compile({ $ref: encodePointer(schema) });
			validate(request.body);
			return (validate.errors ?? []).map(
				({ instancePath, message }) => `${instancePath} ${message}`,
			);
		},
		unknownQuery: (path, request) => {
			const { operation } = operationOf(path, request);
			const known = (operation.parameters ?? [])
				.map((parameter) => (parameter.$ref ? (at(parameter.$ref) as Parameter) : parameter))
				.filter((parameter) => parameter.in === 'query')
				.map((parameter) => parameter.name);
			return Object.keys(request.query).filter((key) => !known.includes(key));
		},
	};
}

function encodePointer(ref: string): string {
	const [file, pointer] = ref.split('#');
	return `${file}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
}
