import type { IDataObject } from 'n8n-workflow';

/**
 * What the simplified container is made of, as Bleemeo names it: all that official clients name but the long text of
 * its inspection. docs/facts/bleemeo.md#containers.
 */
const NAMES = [
	'id',
	'name',
	'host',
	'container_id',
	'container_status',
	'container_runtime',
	'container_image_id',
	'container_image_name',
	'command',
	'container_created_at',
	'container_started_at',
	'container_finished_at',
	'deleted_at',
];

export const CONTAINER_FIELDS = NAMES.join(',');

/** A Bleemeo container, flat as it comes. */
export function toContainerRecord(container: IDataObject): IDataObject {
	return Object.fromEntries(NAMES.map((name) => [name, container[name] ?? null]));
}
