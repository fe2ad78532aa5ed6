/** OpenAPI 3.0 schemas, as far as requests need them. */

export type Json = { [key: string]: unknown };

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

/** The schema as JSON Schema that stands alone: what it refers to comes along under `$defs`. */
export function standAlone(spec: Json, schema: unknown): Json {
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
		// Alternatives are told apart by a discriminator, which plain JSON Schema does not know.
		const choices = [...asList(node.oneOf), ...asList(node.anyOf)];
		if (choices.length) made.anyOf = choices.map(convert);
		setBounds(node, made);
		setRequired(spec, node, made);
		return node.nullable === true ? { anyOf: [{ type: 'null' }, made] } : made;
	};

	const own = convert(schema) as Json;
	return { ...own, $defs };
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

/** What is read-only is required in replies, not in requests. */
function setRequired(spec: Json, node: Json, made: Json): void {
	const properties = isJson(node.properties) ? node.properties : {};
	const required = asList(node.required).filter(
		(name) => follow(spec, properties[String(name)]).readOnly !== true,
	);
	if (required.length) made.required = required;
}

/**
 * Where a value holds keys that its schema does not name. A schema that names none at all, or that
 * says what others may be, allows every key.
 */
export function undocumented(spec: Json, schema: unknown, value: unknown, path = ''): string[] {
	const parts = partsOf(spec, schema);
	if (Array.isArray(value)) {
		const items = parts.flatMap((part) => (part.items === undefined ? [] : [part.items]));
		if (!items.length) return [];
		return value.flatMap((one, index) =>
			undocumented(spec, { allOf: items }, one, `${path}/${index}`),
		);
	}
	if (!isJson(value)) return [];
	const isOpen = parts.some(({ additionalProperties: more }) => more === true || isJson(more));
	const named = parts.flatMap((part) => (isJson(part.properties) ? [part.properties] : []));
	// Some keys are required without being described.
	const required = parts.flatMap((part) => asList(part.required));
	if (isOpen || !named.length) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const schemas = named.flatMap((properties) => (key in properties ? [properties[key]] : []));
		if (!schemas.length) return required.includes(key) ? [] : [`${path}/${key}`];
		return undocumented(spec, { allOf: schemas }, inner, `${path}/${key}`);
	});
}

/** The schema and everything that it is put together from, or may be. */
function partsOf(spec: Json, schema: unknown, seen = new Set<Json>()): Json[] {
	const own = follow(spec, schema);
	if (seen.has(own)) return [];
	seen.add(own);
	const inner = [...asList(own.allOf), ...asList(own.oneOf), ...asList(own.anyOf)];
	return [own, ...inner.flatMap((part) => partsOf(spec, part, seen))];
}
