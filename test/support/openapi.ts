import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { UnexpectedError } from 'n8n-workflow';

import { addClosest } from './openapi-closest';
import { follow, isJson, standAlone, undocumented, type Json, type Side } from './openapi-schema';
import { commaList } from '../sandbox/core/request';
import { kept } from './once/kept';
import { loadSpec } from './specs';
import type { ComparableRequest } from './comparable';

/** What a vendor answered. */
export interface GivenReply {
	status: number;
	/** Parsed; undefined where there was none. */
	body: unknown;
}

/** Checks requests and replies against an official OpenAPI file. */
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
	/**
	 * What is wrong with a reply; an empty list when it fits. Refusals that the operation does not
	 * document, or without a schema, fit.
	 * @returns undefined where the file says nothing about such a reply
	 */
	replyIssues(template: string, method: string, reply: GivenReply): string[] | undefined;
	/** Keys of a reply that the file does not know, as JSON pointers. */
	unknownReplyKeys(template: string, method: string, reply: GivenReply): string[];
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
	/** By status, which may be a range such as `5XX`; no schema where a reply has no body. */
	replies: Map<string, { schema: unknown }>;
}

type Path = { template: string; pattern: RegExp; operations: Json };

/** Reading a file and compiling its schemas takes seconds: once for all test files of a worker. */
const contracts = kept('contracts', () => new Map<string, Contract | undefined>());

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
	private readonly validators = {
		request: new Map<unknown, ValidateFunction>(),
		reply: new Map<unknown, ValidateFunction>(),
		query: new Map<unknown, ValidateFunction>(),
	};

	constructor(
		private readonly file: string,
		private readonly spec: Json,
	) {
		addClosest(this.ajv);
		for (const ajv of [this.ajv, this.lenient]) {
			// Ajv takes an address on this machine for none.
			addFormats(ajv)
				.addFormat('id', true)
				.addFormat('url', /^https?:\/\/\S+$/i);
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
		return this.misfits(body.schema, request.body, 'request');
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

	replyIssues(template: string, method: string, { status, body }: GivenReply) {
		const isAccepted = status >= 200 && status < 300;
		const documented = this.documentedReply(template, method, status);
		if (!documented) return isAccepted ? ['is not documented'] : undefined;
		const { schema } = documented;
		if (schema === undefined) {
			if (!isAccepted) return undefined;
			return body === undefined ? [] : ['has a body, which is not documented'];
		}
		if (body === undefined) return ['has no body'];
		return this.misfits(schema, body, 'reply').map((issue) => `body ${issue}`);
	}

	unknownReplyKeys(template: string, method: string, { status, body }: GivenReply) {
		const schema = this.documentedReply(template, method, status)?.schema;
		return schema === undefined ? [] : undocumented(this.spec, schema, body);
	}

	private documentedReply(template: string, method: string, status: number) {
		const { replies } = this.endpointOf(template, { method });
		return replies.get(String(status)) ?? replies.get(`${Math.trunc(status / 100)}XX`);
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
			// One vendor's file has the schema of one value for some keys that say that they are lists.
			if (Array.isArray(value) && !name.endsWith('[]')) return ['is repeated'];
			return [value].flat().flatMap((one) => this.misfits(schema, { value: one }, 'query'));
		}
		const listed = Array.isArray(value) ? value : isJoined ? commaList(value) : [value];
		return this.misfits(schema, { value: listed }, 'query');
	}

	/** A value to be coerced, as those of a query are, has to sit in an object, as `value`. */
	private misfits(schema: unknown, value: unknown, place: Side | 'query'): string[] {
		const isWrapped = place === 'query';
		const validators = this.validators[place];
		let validate = validators.get(schema);
		if (!validate) {
			const { $defs, ...own } = standAlone(this.spec, schema, isWrapped ? 'request' : place);
			const whole = isWrapped ? { properties: { value: own }, $defs } : { ...own, $defs };
			validate = (isWrapped ? this.lenient : this.ajv).compile(whole);
			validators.set(schema, validate);
		}
		if (validate(value)) return [];
		// That a schema after an `if` does not fit is said by what does not fit in it.
		const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
		return errors.map(({ instancePath, message, params }) => {
			const allowed = params.allowedValues ? `: ${String(params.allowedValues)}` : '';
			return `${instancePath.slice(isWrapped ? '/value'.length : 0)} ${message}${allowed}`.trim();
		});
	}

	private endpointOf(template: string, { method }: { method: string }): Endpoint {
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
			replies: this.repliesOf(operation.responses),
		};
		this.endpoints.set(key, endpoint);
		return endpoint;
	}

	/**
	 * A query parameter that is an object travels flat: each of its properties is a parameter. Page
	 * and size are called required, and have defaults.
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

	private repliesOf(declared: unknown): Endpoint['replies'] {
		const replies = Object.entries(isJson(declared) ? declared : {});
		return new Map(
			replies.map(([status, reply]) => [status, { schema: this.bodyOf(reply)?.schema }]),
		);
	}

	private bodyOf(declared: unknown): Endpoint['body'] {
		if (declared === undefined) return;
		const { content, required } = follow(this.spec, declared);
		const kinds = isJson(content) ? content : {};
		const { schema } = follow(this.spec, kinds['application/json'] ?? kinds['*/*']);
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
