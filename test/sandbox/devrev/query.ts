import { commaList } from '../core/request';
import type { Member, Shape } from '../core/shape';
import type { JsonObject, Query } from '../core/types';
import { isObject } from '../core/values';
import { refuse } from './errors';

const shapeOf = (member: Member | Shape): Shape => ('shape' in member ? member.shape : member);

/** The value as the shape has it; what does not fit stays text, and is refused as such. */
function convert(text: string, shape: Shape): unknown {
	switch (shape.kind) {
		case 'list':
			return commaList(text).map((part) => convert(part, shape.items));
		case 'number':
			return /^-?\d+$/.test(text) ? Number(text) : text;
		case 'boolean':
			return text === 'true' || (text === 'false' ? false : text);
		default:
			return text;
	}
}

/** The body of the POST form that says the same as this query: a dot leads into an object. */
export function bodyOfQuery(query: Query, shape: Shape): JsonObject {
	const body: JsonObject = {};
	for (const [name, value] of Object.entries(query)) {
		if (Array.isArray(value)) throw refuse(400, 'bad_request', `Repeated parameter ${name}`);
		put(body, shape, name.split('.'), value);
	}
	return body;
}

function put(target: JsonObject, shape: Shape, [name, ...below]: string[], text: string): void {
	const members = shape.kind === 'object' ? shape.members : {};
	const inner = Object.hasOwn(members, name) ? shapeOf(members[name]) : undefined;
	if (!inner || (below.length && inner.kind !== 'object')) {
		target[[name, ...below].join('.')] = text;
		return;
	}
	if (!below.length) {
		target[name] = convert(text, inner);
		return;
	}
	const known = target[name];
	const object = isObject(known) ? known : {};
	target[name] = object;
	put(object, inner, below, text);
}
