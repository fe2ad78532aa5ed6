/** OpenAPI 3.0 schemas, as far as requests and replies need them. */

export type Json = { [key: string]: unknown };

/** What is read-only is required in replies alone, what is write-only in requests alone. */
export type Side = 'request' | 'reply';

export const isJson = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What a pointer such as `#/components/schemas/X` leads to. */
export function resolvePointer(spec: Json, pointer: string): unknown {
	return pointer
		.replace(/^#\//, '')
		.split('/')
		.map((key) => decodeURIComponent(key).replace(/~1/g, '/').replace(/~0/g, '~'))
		.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], spec);
}

/** The object itself, after any `$ref`. */
export function follow(spec: Json, node: unknown): Json {
	let found = node;
	while (isJson(found) && typeof found.$ref === 'string') found = resolvePointer(spec, found.$ref);
	return isJson(found) ? found : {};
}

/**
 * The schema as JSON Schema that stands alone: what it refers to comes along under `$defs`.
 * Alternatives of a reply are under `closest` (openapi-closest.ts), those of a request under `anyOf`.
 */
export function standAlone(spec: Json, schema: unknown, side: Side): Json {
	const $defs: Json = {};
	const names = new Map<string, string>();

	const nameOf = (pointer: string): string => {
		const known = names.get(pointer);
		if (known) return known;
		const name = `d${names.size}`;
		names.set(pointer, name);
		$defs[name] = convert(resolvePointer(spec, pointer));
		return name;
	};

	const convert = (node: unknown): unknown => {
		if (!isJson(node)) return node;
		if (typeof node.$ref === 'string') return { $ref: `#/$defs/${nameOf(node.$ref)}` };
		const made: Json = {};
		for (const key of ['type', 'enum', 'format', 'pattern', 'multipleOf', 'uniqueItems']) {
			if (node[key] !== undefined) made[key] = node[key];
		}
		for (const key of ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties']) {
			if (node[key] !== undefined) made[key] = node[key];
		}
		if (node.items !== undefined) made.items = convert(node.items);
		if (node.not !== undefined) made.not = convert(node.not);
		if (node.additionalProperties !== undefined) {
			made.additionalProperties = convert(node.additionalProperties);
		}
		if (isJson(node.properties)) {
			made.properties = Object.fromEntries(
				Object.entries(node.properties).map(([key, value]) => [key, convert(value)]),
			);
		}
		if (Array.isArray(node.allOf)) made.allOf = node.allOf.map(convert);
		const told = toldApart(node);
		// Alternatives overlap, above all an object and its reference: any that fits will do.
		const choices = told ? [] : [...asList(node.oneOf), ...asList(node.anyOf)];
		if (told) made.allOf = [...asList(made.allOf), ...told.map((rule) => choice(rule))];
		if (choices.length) made[side === 'reply' ? 'closest' : 'anyOf'] = choices.map(convert);
		setBounds(node, made);
		setRequired(spec, node, made, side);
		return node.nullable === true ? { anyOf: [{ type: 'null' }, made] } : made;
	};

	const choice = ({ property, word, pointer }: Alternative): unknown =>
		pointer === undefined
			? { properties: { [property]: { enum: word } }, required: [property] }
			: {
					if: { properties: { [property]: { const: word } }, required: [property] },
					then: { $ref: `#/$defs/${nameOf(pointer)}` },
				};

	const own = convert(schema) as Json;
	return { ...own, $defs };
}

/** A word that says which schema holds; without a pointer, the words that there are. */
interface Alternative {
	property: string;
	word: string | string[];
	pointer?: string;
}

/** @returns the rules of a discriminator that says which word means which alternative */
function toldApart({ discriminator, oneOf }: Json): Alternative[] | undefined {
	if (!isJson(discriminator) || !isJson(discriminator.mapping) || !Array.isArray(oneOf)) return;
	const property = String(discriminator.propertyName);
	const rules = Object.entries(discriminator.mapping).map(([word, pointer]) => ({
		property,
		word,
		pointer: String(pointer),
	}));
	return [{ property, word: rules.map(({ word }) => word) }, ...rules];
}

/** In OpenAPI 3.0 an exclusive bound is a switch beside the bound. */
function setBounds(node: Json, made: Json): void {
	for (const [bound, exclusive] of [
		['minimum', 'exclusiveMinimum'],
		['maximum', 'exclusiveMaximum'],
	]) {
		if (node[bound] !== undefined) made[node[exclusive] === true ? exclusive : bound] = node[bound];
	}
}

function setRequired(spec: Json, node: Json, made: Json, side: Side): void {
	const properties = isJson(node.properties) ? node.properties : {};
	const mark = side === 'request' ? 'readOnly' : 'writeOnly';
	const required = asList(node.required).filter(
		(name) => follow(spec, properties[String(name)])[mark] !== true,
	);
	if (required.length) made.required = required;
}

/**
 * Where a value holds keys that its schema does not name. A schema that names none at all, or that
 * says what others may be, allows every key.
 */
export function undocumented(spec: Json, schema: unknown, value: unknown, path = ''): string[] {
	const { items, isOpen, required, inner } = shapeOf(spec, schema);
	if (Array.isArray(value)) {
		if (!items) return [];
		return value.flatMap((one, index) => undocumented(spec, items, one, `${path}/${index}`));
	}
	if (!isJson(value) || isOpen) return [];
	return Object.entries(value).flatMap(([key, below]) => {
		const known = inner.get(key);
		if (!known) return required.has(key) ? [] : [`${path}/${key}`];
		return undocumented(spec, known, below, `${path}/${key}`);
	});
}

/** What a schema says about keys, with all that it is put together from. */
interface Shape {
	items?: Json;
	/** True where every key is allowed. */
	isOpen: boolean;
	/** Some keys are required without being described. */
	required: Set<unknown>;
	inner: Map<string, Json>;
}

/** Working a schema out costs more than the value that is held against it. */
const shapes = new WeakMap<Json, Shape>();

function shapeOf(spec: Json, schema: unknown): Shape {
	const own = follow(spec, schema);
	const shape = shapes.get(own) ?? makeShape(partsOf(spec, own));
	shapes.set(own, shape);
	return shape;
}

function makeShape(parts: Json[]): Shape {
	const items = parts.flatMap((part) => (part.items === undefined ? [] : [part.items]));
	const named = parts.flatMap((part) => (isJson(part.properties) ? [part.properties] : []));
	const keys = new Set(named.flatMap((properties) => Object.keys(properties)));
	const schemasOf = (key: string) =>
		named.flatMap((properties) => (key in properties ? [properties[key]] : []));
	return {
		items: items.length ? { allOf: items } : undefined,
		isOpen:
			!named.length ||
			parts.some(({ additionalProperties: more }) => more === true || isJson(more)),
		required: new Set(parts.flatMap((part) => asList(part.required))),
		inner: new Map([...keys].map((key) => [key, { allOf: schemasOf(key) }])),
	};
}

/** The schema and everything that it is put together from, or may be. */
function partsOf(spec: Json, schema: unknown, seen = new Set<Json>()): Json[] {
	const own = follow(spec, schema);
	if (seen.has(own)) return [];
	seen.add(own);
	const inner = [...asList(own.allOf), ...asList(own.oneOf), ...asList(own.anyOf)];
	return [own, ...inner.flatMap((part) => partsOf(spec, part, seen))];
}
