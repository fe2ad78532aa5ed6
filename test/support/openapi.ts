import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { UnexpectedError } from 'n8n-workflow';

import { follow, isJson, standAlone, undocumented, type Json } from './openapi-schema';
import { commaList } from '../sandbox/core/request';
import { loadSpec } from './specs';
import type { ComparableRequest } from './comparable';

/** Checks requests against an official OpenAPI file. */
export interface Contract {
	/** The template that the path of a request fits, such as `/incidents/{id}`; undefined for none. */
	templateOf(request: Pick<ComparableRequest, 'method' | 'path'>): string | undefined;
	/** Everything that does not fit; an empty list when all does. */
	issues(template: string, request: ComparableRequest): string[];
	/** Keys of the body that the file does not know, as JSON pointers. */
	unknownKeys(template: string, request: ComparableRequest): string[];
	/** What is wrong with the body, as the schema sees it; an empty list when it fits. */
	bodyIssues(template: string, request: ComparableRequest): string[];
	/** Query keys that the operation does not document. */
	unknownQuery(template: string, request: ComparableRequest): string[];
}

interface Parameter {
	name: string;
	in: string;
	isRequired: boolean;
	schema: unknown;
	/** True where a list is one text with commas. */
	isJoined: boolean;
}

interface Endpoint {
	parameters: Parameter[];
	body?: { isRequired: boolean; schema: unknown };
}

type Path = { template: string; pattern: RegExp; operations: Json };

const contracts = new Map<string, Contract | undefined>();

/** @returns undefined where the file is not on this machine */
export function openApi(file: string): Contract | undefined {
	if (!contracts.has(file)) {
		const spec = loadSpec(file);
		contracts.set(file, spec && contractOf(file, spec));
	}
	return contracts.get(file);
}

/** @param file the name by which failures call it */
export function contractOf(file: string, spec: Json): Contract {
	return new OfficialFile(file, spec);
}

class OfficialFile implements Contract {
	private readonly ajv = new Ajv({ strict: false, allErrors: true, logger: false });
	/** For query values, which are text on the wire. */
	private readonly lenient = new Ajv({ strict: false, logger: false, coerceTypes: true });
	private readonly paths: Path[];
	private readonly endpoints = new Map<string, Endpoint>();
	private readonly validators = new Map<unknown, ValidateFunction>();

	constructor(
		private readonly file: string,
		private readonly spec: Json,
	) {
		for (const ajv of [this.ajv, this.lenient]) {
			// Ajv takes an address on this machine for none.
			addFormats(ajv)
				.addFormat('id', true)
				.addFormat('url', /^https?:\/\/\S+$/);
		}
		const [server] = Array.isArray(spec.servers) ? (spec.servers as Json[]) : [];
		// Below the host, such as `/v2`.
		const prefix = String(server?.url ?? '').replace(/^[^/]*\/\/[^/]*|\/$/g, '');
		this.paths = Object.entries(spec.paths as Json)
			.map(([path, operations]) => pathOf(`${prefix}${path}`, operations as Json))
			// `/incidents/count` before `/incidents/{id}`.
			.sort((one, other) => holes(one.template) - holes(other.template));
	}

	templateOf({ method, path }: Pick<ComparableRequest, 'method' | 'path'>): string | undefined {
		const found = this.paths.find(
			({ pattern, operations }) => pattern.test(path) && method.toLowerCase() in operations,
		);
		return found?.template;
	}

	issues(template: string, request: ComparableRequest): string[] {
		return [
			...this.unknownQuery(template, request).map((key) => `query '${key}' is not documented`),
			...this.parameterIssues(template, request),
			...this.bodyIssues(template, request).map((issue) => `body ${issue}`),
		];
	}

	bodyIssues(template: string, request: ComparableRequest): string[] {
		const { body } = this.endpointOf(template, request);
		if (request.body === undefined) return body?.isRequired ? ['is missing'] : [];
		if (!body) return ['is not documented'];
		return this.misfits(this.ajv, body.schema, request.body);
	}

	unknownKeys(template: string, request: ComparableRequest): string[] {
		const { body } = this.endpointOf(template, request);
		return body ? undocumented(this.spec, body.schema, request.body) : [];
	}

	unknownQuery(template: string, request: ComparableRequest): string[] {
		const known = this.endpointOf(template, request)
			.parameters.filter((parameter) => parameter.in === 'query')
			.map(({ name }) => name);
		return Object.keys(request.query).filter((key) => !known.includes(key));
	}

	private parameterIssues(template: string, request: ComparableRequest): string[] {
		const { query, headers, body } = request;
		return this.endpointOf(template, request).parameters.flatMap((parameter) => {
			const { name, isRequired } = parameter;
			const place = parameter.in;
			if (place !== 'query' && place !== 'header') return [];
			// Says how the body is written, so there has to be one.
			if (name.toLowerCase() === 'content-type' && body === undefined) return [];
			const value = place === 'query' ? query[name] : headers[name.toLowerCase()];
			if (value === undefined) return isRequired ? [`${place} '${name}' is missing`] : [];
			if (place === 'header') return [];
			return this.valueIssues(parameter, value).map((issue) => `query '${name}' ${issue}`);
		});
	}

	private valueIssues({ name, schema, isJoined }: Parameter, value: string | string[]): string[] {
		const isList = follow(this.spec, schema).type === 'array';
		if (!isList) {
			// PagerDuty's file has the schema of one value for some keys that say that they are lists.
			if (Array.isArray(value) && !name.endsWith('[]')) return ['is repeated'];
			return [value]
				.flat()
				.flatMap((one) => this.misfits(this.lenient, schema, { value: one }, true));
		}
		const listed = Array.isArray(value) ? value : isJoined ? commaList(value) : [value];
		return this.misfits(this.lenient, schema, { value: listed }, true);
	}

	/** A value to be coerced has to sit in an object, as `value`. */
	private misfits(ajv: Ajv, schema: unknown, value: unknown, isWrapped = false): string[] {
		let validate = this.validators.get(schema);
		if (!validate) {
			const { $defs, ...own } = standAlone(this.spec, schema);
			const whole = isWrapped ? { properties: { value: own }, $defs } : { ...own, $defs };
			validate = ajv.compile(whole);
			this.validators.set(schema, validate);
		}
		if (validate(value)) return [];
		return (validate.errors ?? []).map(({ instancePath, message, params }) => {
			const allowed = params.allowedValues ? `: ${String(params.allowedValues)}` : '';
			return `${instancePath.slice(isWrapped ? '/value'.length : 0)} ${message}${allowed}`.trim();
		});
	}

	private endpointOf(template: string, { method }: ComparableRequest): Endpoint {
		const key = `${method} ${template}`;
		const known = this.endpoints.get(key);
		if (known) return known;
		const path = this.paths.find((one) => one.template === template);
		const operation = path?.operations[method.toLowerCase()];
		if (!path || !isJson(operation)) throw new UnexpectedError(`${this.file} has no ${key}`);
		const declared = [path.operations.parameters, operation.parameters].flat().filter(Boolean);
		const endpoint: Endpoint = {
			parameters: declared.flatMap((parameter) => this.parametersOf(parameter)),
			body: this.bodyOf(operation.requestBody),
		};
		this.endpoints.set(key, endpoint);
		return endpoint;
	}

	/**
	 * A query parameter that is an object travels flat: each of its properties is a parameter. Page
	 * and size are called required, and have defaults (sheet devhelm, section 6).
	 */
	private parametersOf(declared: unknown): Parameter[] {
		const parameter = follow(this.spec, declared);
		const { name, in: place, schema, required, explode } = parameter;
		const shape = follow(this.spec, schema);
		if (place === 'query' && isJson(shape.properties)) {
			const needed = Array.isArray(shape.required) ? shape.required : [];
			return Object.entries(shape.properties).map(([inner, innerSchema]) => ({
				name: inner,
				in: 'query',
				isRequired: needed.includes(inner) && !['page', 'size', 'sort'].includes(inner),
				schema: innerSchema,
				isJoined: false,
			}));
		}
		return [
			{
				name: String(name),
				in: String(place),
				isRequired: required === true,
				schema,
				isJoined: explode === false,
			},
		];
	}

	private bodyOf(declared: unknown): Endpoint['body'] {
		if (declared === undefined) return;
		const { content, required } = follow(this.spec, declared);
		const { schema } = follow(this.spec, isJson(content) ? content['application/json'] : undefined);
		return { isRequired: required === true, schema };
	}
}

function pathOf(template: string, operations: Json): Path {
	const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
	return { template, pattern: new RegExp(`^${escaped}$`), operations };
}

function holes(template: string): number {
	return template.split('{').length;
}
