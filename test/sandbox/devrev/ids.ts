import { formatted } from '../core/shape';
import type { Shape } from '../core/shape';
import { invalidId, refuse } from './errors';

const organization = 'devo/aLpEnRaD01';
/** Not the region of most samples, so that nobody relies on that one. */
const partition = 'dvrv-eu-1';

const identityKinds = ['account', 'devu', 'group', 'revo', 'svcacc'];
const integrationKinds = ['webhook', 'webhook_event'];

export function don(kind: string, key: number | string): string {
	const service = identityKinds.includes(kind)
		? 'identity'
		: integrationKinds.includes(kind)
			? 'integration'
			: 'core';
	return `don:${service}:${partition}:${organization}:${kind}/${key}`;
}

export const organizationId = `don:identity:${partition}:${organization}`;

/** The last part names the kind: a comment's ID begins with that of its object. */
const donPattern = /^don:[a-z]+:dvrv-[a-z]+-\d+:devo\/[\w-]+:(?:\w+\/[\w-]+:)?(\w+)\/[\w-]+$/;
const displayIdPattern = /^[A-Z]+-\w+$/;

/** A DON or, in most places, a display id such as `TAG-1`. */
export const id: Shape = formatted({
	name: 'id',
	test: (value) => donPattern.test(value) || displayIdPattern.test(value),
});

/** Finds the object behind an id; a wrong kind or an unknown object is refused. */
export function resolve<T extends { id: string; display_id: string }>(
	field: string,
	records: Map<string, T>,
	kinds: string[],
	wanted: string,
): T {
	const kind = donPattern.exec(wanted)?.[1];
	if (kind !== undefined && !kinds.includes(kind)) {
		throw refuse(400, 'unexpected_id_type', `Unexpected kind of ID in ${field}`, {
			field_name: field,
			expected: kinds,
			actual: kind,
		});
	}
	const found =
		records.get(wanted) ?? [...records.values()].find((record) => record.display_id === wanted);
	if (!found) throw invalidId(field);
	return found;
}
