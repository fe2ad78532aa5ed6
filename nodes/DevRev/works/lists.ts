import { asRows, asText } from '../../shared/ground/values';
import { tagOf } from '../incident/body';
import type { ListField } from '../incident/listFields';
import { artifactsOf, toWorkTag } from './body';
import { artifactIds, owners, reporters, tags } from './fields';
import type { WorkKind } from './kind';

/**
 * The lists of both that an update changes. To files and tags DevRev itself adds; of the others it knows nothing but
 * the replacement. docs/facts/devrev.md#issues-and-tickets.
 */
export const listsOf = (kind: WorkKind): ListField[] => [
	{
		name: 'artifacts',
		label: 'Artifacts',
		about: `The files of the ${kind.type}`,
		api: 'artifacts',
		entries: artifactIds,
		read: (row) => artifactsOf(row).map((id) => ({ id })),
		isNative: true,
	},
	{
		name: 'ownedBy',
		label: 'Owned By',
		about: `The users who own the ${kind.type}`,
		api: 'owned_by',
		entries: { ...owners(kind), displayName: 'Users' },
		read: (row) => row.ids('ownedByIds').map((id) => ({ id })),
		present: (work) => asRows(work.owned_by),
		isNeverEmpty: true,
	},
	{
		name: 'reportedBy',
		label: 'Reported By',
		about: `The users who reported the ${kind.type}`,
		api: 'reported_by',
		entries: { ...reporters(kind), displayName: 'Users' },
		read: (row) => row.ids('reportedByIds').map((id) => ({ id })),
		present: (work) => asRows(work.reported_by),
	},
	{
		name: 'tags',
		label: 'Tags',
		about: `The tags of the ${kind.type}`,
		api: 'tags',
		entries: { ...tags(kind), description: 'The tags that this is about' },
		read: (row) =>
			row
				.rows('tags')
				.flatMap(tagOf)
				.map(({ tag_id, value }) => ({ id: String(tag_id), value: asText(value) })),
		toApi: ({ id, value }) => toWorkTag({ tag_id: id, value }),
		isNative: true,
	},
	...kind.changes,
];
