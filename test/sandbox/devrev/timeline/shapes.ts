import {
	dateTime,
	formatted,
	list,
	map,
	nullable,
	object,
	oneOf,
	required,
	text,
} from '../../core/shape';
import type { Members, Shape } from '../../core/shape';
import { id } from '../ids';
import { pageMembers } from '../paging';

const ids = list(id);
const visibility = oneOf('external', 'internal', 'private', 'public');
const bodyType = oneOf('data', 'snap_kit', 'snap_widget', 'text');
const collections = list(oneOf('discussions', 'events'));
const labels = list({ kind: 'string', min: 1, max: 64 });
const reference: Shape = { kind: 'string', min: 1, max: 512 };
const snapKit = object({ body: map, snap_in_action_name: text, snap_in_id: text });
const listChange = object({ add: ids, remove: ids, set: ids });

/** The stable fields, and with the beta header the others, too. */
const shapeOf = (stable: Members, beta: Members) => (isBeta: boolean) =>
	object({ ...stable, ...(isBeta ? beta : {}) });

export const createShape = shapeOf(
	{
		type: required(oneOf('timeline_comment')),
		object: required(id),
		body: text,
		body_type: bodyType,
		visibility,
		private_to: ids,
		artifacts: ids,
		expires_at: formatted(dateTime),
		snap_kit_body: snapKit,
	},
	{
		collections,
		external_ref: reference,
		labels,
		link_previews: ids,
		snap_widget_body: ids,
	},
);

export const listShape = shapeOf(
	{
		object: required(id),
		visibility: list(visibility),
		// Newer than the official file: docs/facts/devrev.md#comments.
		created_date: object({ after: formatted(dateTime), before: formatted(dateTime) }),
		panels: list(oneOf('alerts', 'broadcasts', 'customer_chat', 'discussions', 'events')),
		...pageMembers,
	},
	{ collections, labels },
);

export const updateShape = shapeOf(
	{
		type: required(oneOf('timeline_comment')),
		id: required(id),
		body: text,
		body_type: bodyType,
		artifacts: listChange,
		snap_kit_body: snapKit,
	},
	{ external_ref: nullable(reference), link_previews: listChange },
);

export const deleteShape = object({ id: required(id) });
